package io.concordat.cli.change;

import io.concordat.cli.input.Input;
import io.concordat.cli.input.Places;
import io.concordat.cli.report.Finding;
import io.concordat.cli.report.Level;
import io.concordat.cli.report.Outcome;
import io.concordat.cli.report.Sheet;
import io.concordat.contract.change.Bump;
import io.concordat.contract.change.Comparison;
import io.concordat.contract.change.VersionAdvice;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.contract.odcs.ReadResult;
import io.concordat.contract.tree.Span;
import io.concordat.messages.contract.ChangeKind;
import io.concordat.messages.contract.ContractChange;
import io.concordat.messages.policy.Violation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a pair of documents into a sheet. */
final class Comparing {

  private final String against;
  private final boolean breakingOnly;

  /**
   * Prepares to compare.
   *
   * @param against what the documents before are, for people
   * @param breakingOnly whether nothing but breaking changes is told and counts
   */
  Comparing(String against, boolean breakingOnly) {
    this.against = against;
    this.breakingOnly = breakingOnly;
  }

  Sheet sheet(Pair pair) {
    Input after = pair.after();
    Input before = pair.before();
    if (after == null) {
      return before == null ? lost(pair, "There is nothing to compare.") : gone(pair, before);
    }
    if (after instanceof Input.Unreadable unreadable) {
      return lost(pair, unreadable.problem());
    }
    if (before instanceof Input.Unreadable unreadable) {
      return lost(pair, "What it is to be compared with: " + unreadable.problem());
    }
    Input.Text now = (Input.Text) after;
    ReadResult read = OdcsReader.read(now.text());
    OdcsContract contract = read.contract();
    if (contract == null) {
      return new Sheet(
          pair.name(),
          null,
          read.version(),
          Outcome.UNREADABLE,
          "It cannot be compared, as it is not a valid contract: " + first(read.violations()),
          List.of(),
          null,
          List.of());
    }
    if (!(before instanceof Input.Text then)) {
      String version = contract.version().toString();
      return Sheet.of(pair.name(), contract.id(), version, List.of())
          .with(new Sheet.Step(against, null, version, "none", version, true));
    }
    ReadResult readBefore = OdcsReader.read(then.text());
    return readBefore.contract() == null
        ? lost(
            pair,
            "It cannot be compared, as %s is not a valid contract: %s"
                .formatted(then.name(), first(readBefore.violations())))
        : compare(pair, now, readBefore.contract(), contract);
  }

  private Sheet compare(Pair pair, Input.Text now, OdcsContract before, OdcsContract after) {
    Comparison comparison = Comparison.of(before, after);
    VersionAdvice advice = VersionAdvice.of(before.version(), comparison);
    boolean unchanged = comparison.changes().isEmpty();
    int order = after.version().comparePrecedence(before.version());
    boolean fits = order > 0 ? advice.fits(after.version()) : order == 0 && unchanged;
    boolean concerned = !breakingOnly || advice.required() == Bump.MAJOR;
    List<Finding> findings = new ArrayList<>();
    Places places = Places.of(now.text());
    Map<String, Span> objects = new HashMap<>();
    after
        .objects()
        .forEach(object -> objects.putIfAbsent(object.name(), object.at().node().span()));
    if (!fits && concerned) {
      findings.add(version(places, before, after, advice));
    }
    for (ContractChange change : comparison.changes()) {
      if (!breakingOnly || change.kind() == ChangeKind.BREAKING) {
        findings.add(finding(places, objects, change, fits));
      }
    }
    return Sheet.of(pair.name(), after.id(), after.version().toString(), findings)
        .with(
            new Sheet.Step(
                against,
                before.version().toString(),
                after.version().toString(),
                unchanged ? "none" : advice.required().name().toLowerCase(Locale.ROOT),
                fits ? after.version().toString() : advice.next().toString(),
                fits));
  }

  private static Finding version(
      Places places, OdcsContract before, OdcsContract after, VersionAdvice advice) {
    Optional<Span> place = places.at("$.version");
    return new Finding(
        Level.ERROR,
        "version",
        "$.version",
        place.map(Span::line).orElse(null),
        place.map(Span::column).orElse(null),
        "The version is %s and was %s; what has changed asks for %s or higher."
            .formatted(after.version(), before.version(), advice.next()),
        null);
  }

  private static Finding finding(
      Places places, Map<String, Span> objects, ContractChange change, boolean announced) {
    Level level =
        switch (change.kind()) {
          case BREAKING -> announced ? Level.WARNING : Level.ERROR;
          case ADDITIVE, COSMETIC -> Level.NOTE;
        };
    // What was removed has its path in the document before.
    boolean removed = change.after() == null && change.before() != null;
    Optional<Span> place = removed ? objectOf(objects, change.element()) : places.at(change.path());
    return new Finding(
        level,
        change.rule(),
        change.path(),
        place.map(Span::line).orElse(null),
        place.map(Span::column).orElse(null),
        change.description(),
        change);
  }

  /** Where the object stands that an element is part of; empty where there is none any more. */
  private static Optional<Span> objectOf(Map<String, Span> objects, @Nullable String element) {
    String name = element == null ? "" : element;
    while (!objects.containsKey(name) && name.contains(".")) {
      name = name.substring(0, name.lastIndexOf('.'));
    }
    return Optional.ofNullable(objects.get(name));
  }

  private Sheet gone(Pair pair, Input before) {
    if (before instanceof Input.Unreadable unreadable) {
      return lost(pair, "It is gone, and what it was cannot be read: " + unreadable.problem());
    }
    ReadResult read = OdcsReader.read(((Input.Text) before).text());
    OdcsContract contract = read.contract();
    String version = read.version() == null ? "a version that cannot be read" : read.version();
    Finding removed =
        new Finding(
            Level.ERROR,
            "contract-removed",
            "$",
            null,
            null,
            "The contract is gone, and with it all that its readers rely on.",
            new ContractChange(
                ChangeKind.BREAKING,
                "contract-removed",
                "$",
                null,
                "The contract is gone.",
                version,
                null));
    return Sheet.of(
            pair.name(),
            contract == null ? Identity.of(before) : contract.id(),
            null,
            List.of(removed))
        .with(new Sheet.Step(against, version, null, "major", null, false));
  }

  private static Sheet lost(Pair pair, String problem) {
    return Sheet.unknown(pair.name(), Outcome.UNREADABLE, problem);
  }

  private static String first(List<Violation> violations) {
    Violation first = violations.getFirst();
    String place = first.line() == null ? "" : "line " + first.line() + ": ";
    String more = violations.size() > 1 ? " (and %d more)".formatted(violations.size() - 1) : "";
    return place + first.message() + more;
  }
}
