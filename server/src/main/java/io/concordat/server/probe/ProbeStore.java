package io.concordat.server.probe;

import io.concordat.graphql.gateway.ProbeDesk.KnownProbe;
import io.concordat.graphql.gateway.ProbeDesk.Probe;
import io.concordat.graphql.gateway.ProbeDesk.ProbeKind;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Probes in PostgreSQL. Times are those of the caller. */
@Component
class ProbeStore {

  private final JdbcClient postgres;

  ProbeStore(JdbcClient postgres) {
    this.postgres = postgres;
  }

  /**
   * A look that this node has taken on.
   *
   * @param due the time that it is of; no other node takes it
   */
  record Due(Probe probe, Instant due) {}

  /** Takes what is due, once of all nodes; what was missed is not made up for. */
  List<Due> take(Instant now, int most) {
    return postgres
        .sql(
            """
            update probe set due_at = taken.due_at + make_interval(secs =>
                every_seconds * (1 + floor(extract(epoch from (:now - taken.due_at)) / every_seconds)))
            from (select contract as c, name as n, due_at from probe where due_at <= :now
                  order by due_at limit :most for update skip locked) taken
            where contract = taken.c and name = taken.n
            returning probe.*, taken.due_at as was_due
            """)
        .param("now", time(now))
        .param("most", most)
        .query((row, _) -> new Due(probe(row), instant(row, "was_due")))
        .list();
  }

  /** Notes what was seen. */
  void looked(Probe probe, Instant at, Look look) {
    postgres
        .sql(
            """
            update probe set looked_at = :at, kept = :kept, told = :told
            where contract = :contract and name = :name
            """)
        .param("at", time(at))
        .param("kept", look.kept())
        .param("told", look.told())
        .param("contract", probe.contract().value())
        .param("name", probe.name())
        .update();
  }

  /** Sets a probe, due at once; what was seen by one of that name is forgotten. */
  void put(Probe probe, Subject by, Instant now) {
    postgres
        .sql(
            """
            insert into probe (contract, name, version, commitment, kind, url, status, source, query,
                directory, path, oldest_seconds, every_seconds, timeout_seconds, changed_by, changed_at,
                due_at)
            values (:contract, :name, :version, :commitment, :kind, :url, :status, :source, :query,
                :directory, :path, :oldest, :every, :timeout, :by, :now, :now)
            on conflict (contract, name) do update set version = excluded.version,
                commitment = excluded.commitment, kind = excluded.kind, url = excluded.url,
                status = excluded.status, source = excluded.source, query = excluded.query,
                directory = excluded.directory, path = excluded.path,
                oldest_seconds = excluded.oldest_seconds, every_seconds = excluded.every_seconds,
                timeout_seconds = excluded.timeout_seconds, changed_by = excluded.changed_by,
                changed_at = excluded.changed_at, due_at = excluded.due_at,
                looked_at = null, kept = null, told = null
            """)
        .param("contract", probe.contract().value())
        .param("name", probe.name())
        .param("version", probe.version())
        .param("commitment", probe.commitment())
        .param("kind", probe.kind().name())
        .param("url", probe.url())
        .param("status", probe.status())
        .param("source", probe.source())
        .param("query", probe.query())
        .param("directory", probe.directory())
        .param("path", probe.path())
        .param("oldest", probe.oldestSeconds())
        .param("every", probe.everySeconds())
        .param("timeout", probe.timeoutSeconds())
        .param("by", by.value())
        .param("now", time(now))
        .update();
  }

  /** Removes a probe; whether there was one. */
  boolean remove(ContractId contract, String name) {
    return postgres
            .sql("delete from probe where contract = :contract and name = :name")
            .param("contract", contract.value())
            .param("name", name)
            .update()
        > 0;
  }

  /** All of a contract, by name. */
  List<KnownProbe> of(ContractId contract) {
    return postgres
        .sql("select * from probe where contract = :contract order by name")
        .param("contract", contract.value())
        .query((row, _) ->
            new KnownProbe(
                probe(row),
                new Subject(row.getString("changed_by")),
                instant(row, "changed_at"),
                row.getObject("looked_at") == null ? null : instant(row, "looked_at"),
                row.getObject("kept", Boolean.class),
                row.getString("told")))
        .list();
  }

  private static Probe probe(ResultSet row) throws SQLException {
    return new Probe(
        new ContractId(row.getString("contract")),
        row.getString("name"),
        row.getString("version"),
        row.getString("commitment"),
        ProbeKind.valueOf(row.getString("kind")),
        row.getString("url"),
        number(row, "status"),
        row.getString("source"),
        row.getString("query"),
        row.getString("directory"),
        row.getString("path"),
        number(row, "oldest_seconds"),
        row.getInt("every_seconds"),
        row.getInt("timeout_seconds"));
  }

  private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
    return row.getObject(column, Integer.class);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
