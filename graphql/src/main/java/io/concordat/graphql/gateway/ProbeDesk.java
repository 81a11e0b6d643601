package io.concordat.graphql.gateway;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.Shape;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.decision.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the probes of contracts. Blocks. */
public interface ProbeDesk {

  /** What is looked at. */
  enum ProbeKind {
    HTTP,
    JDBC,
    FILE
  }

  /**
   * What is looked at again and again, for a promise of a contract.
   *
   * @param name a slug, unique for the contract
   * @param version left out, the outcome is held against every version that is served
   * @param commitment name of the promise, as observations use it
   * @param url of HTTP, without a user
   * @param status that HTTP has to answer with; null for 200
   * @param source of JDBC: name of one that the settings have
   * @param query of JDBC: one SELECT that answers with a boolean or a time; null to connect only
   * @param directory of FILE: name of one that the settings have
   * @param path of FILE: below the directory
   * @param oldestSeconds how old a file, or the time that a query answers with, may be; null to
   *     hold its age against the promise
   * @param everySeconds pause between two looks, a day at most
   * @param timeoutSeconds longest time of a look, 1 to 30, and not longer than the pause
   */
  record Probe(
      ContractId contract,
      String name,
      @Nullable String version,
      String commitment,
      ProbeKind kind,
      @Nullable String url,
      @Nullable Integer status,
      @Nullable String source,
      @Nullable String query,
      @Nullable String directory,
      @Nullable String path,
      @Nullable Integer oldestSeconds,
      int everySeconds,
      int timeoutSeconds) {

    private static final int DAY = 86_400;

    public Probe {
      Shape.slug("name", name);
      Shape.line("commitment", commitment, 300);
      if (version != null) {
        Shape.line("version", version, 50);
      }
      Shape.between("everySeconds", everySeconds, 1, DAY);
      Shape.between("timeoutSeconds", timeoutSeconds, 1, Math.min(30, everySeconds));
      if (oldestSeconds != null) {
        Shape.between("oldestSeconds", oldestSeconds, 1, 366 * DAY);
      }
      of(kind, ProbeKind.HTTP, "url", url, true, 2_000);
      of(kind, ProbeKind.JDBC, "source", source, true, 100);
      of(kind, ProbeKind.JDBC, "query", query, false, 4_000);
      of(kind, ProbeKind.FILE, "directory", directory, true, 100);
      of(kind, ProbeKind.FILE, "path", path, true, 500);
      if (status != null) {
        if (kind != ProbeKind.HTTP) {
          throw new InvalidValue("status", "is for probes of HTTP only");
        }
        Shape.between("status", status, 100, 599);
      }
      if (query != null && !isOneSelect(query)) {
        throw new InvalidValue("query", "must be one SELECT, without a semicolon");
      }
    }

    private static void of(
        ProbeKind kind,
        ProbeKind only,
        String field,
        @Nullable String value,
        boolean needed,
        int most) {
      if (kind != only && value != null) {
        throw new InvalidValue(field, "is for probes of " + only + " only");
      }
      if (kind == only && (needed || value != null)) {
        Shape.text(field, value, most);
      }
    }

    private static boolean isOneSelect(String query) {
      String start = query.strip();
      return query.indexOf(';') < 0
          && (start.regionMatches(true, 0, "select ", 0, 7)
              || start.regionMatches(true, 0, "with ", 0, 5));
    }
  }

  /**
   * A probe, and what it saw last.
   *
   * @param lookedAt null before the first look
   * @param kept whether all was well; null likewise
   * @param told what was seen, for people; null likewise
   */
  record KnownProbe(
      Probe probe,
      Subject changedBy,
      Instant changedAt,
      @Nullable Instant lookedAt,
      @Nullable Boolean kept,
      @Nullable String told) {}

  /** All probes of a contract, by name. */
  List<KnownProbe> of(ContractId contract);

  /**
   * Sets a probe, in the place of one of that name; it looks at once.
   *
   * @throws io.concordat.messages.decision.CommandRejected with {@code CONTRACT_NOT_FOUND}, {@code
   *     NOT_ALLOWED}, {@code PROBE_TARGET_UNKNOWN}, {@code PROBES_FULL}
   */
  KnownProbe set(Probe probe, Actor actor);

  /**
   * Removes a probe.
   *
   * @throws io.concordat.messages.decision.CommandRejected with {@code PROBE_NOT_FOUND}, {@code
   *     NOT_ALLOWED}
   */
  void remove(ContractId contract, String name, Actor actor);
}
