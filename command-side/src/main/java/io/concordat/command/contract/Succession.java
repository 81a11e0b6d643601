package io.concordat.command.contract;

import io.concordat.contract.change.Bump;
import io.concordat.contract.change.Comparison;
import io.concordat.contract.change.VersionAdvice;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.tree.Mapping;
import io.concordat.messages.contract.ChangeKind;
import io.concordat.messages.contract.ContractChange;
import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a submitted document follows the latest release.
 *
 * @param changes all of them; empty for the first version
 * @param violation where its version does not fit them
 */
record Succession(List<ContractChange> changes, Optional<Violation> violation) {

  private static final String POLICY = "semver";
  private static final int NAMED = 10;

  /** Compares; there is nothing to compare the first version with. */
  static Succession of(@Nullable LatestRelease latest, OdcsContract submitted) {
    if (latest == null) {
      return new Succession(List.of(), Optional.empty());
    }
    Comparison comparison =
        latest
            .contract()
            .map(before -> Comparison.of(before, submitted))
            .orElseGet(Comparison::withUnreadable);
    VersionAdvice advice = VersionAdvice.of(latest.number(), comparison);
    Optional<Violation> violation =
        advice.fits(submitted.version())
            ? Optional.empty()
            : Optional.of(misfit(submitted, advice, comparison));
    return new Succession(comparison.changes(), violation);
  }

  private static Violation misfit(
      OdcsContract submitted, VersionAdvice advice, Comparison comparison) {
    ChangeKind worst = comparison.worst().orElse(ChangeKind.COSMETIC);
    List<ContractChange> asking =
        comparison.changes().stream().filter(change -> change.kind() == worst).toList();
    String named =
        asking.stream()
            .limit(NAMED)
            .map(change -> change.description() + " (" + change.rule() + ")")
            .collect(Collectors.joining(" "));
    String more = asking.size() > NAMED ? " And %d more.".formatted(asking.size() - NAMED) : "";
    int line =
        submitted.at().node() instanceof Mapping root
            ? root.lineOf("version")
            : submitted.at().line();
    return new Violation(
        POLICY,
        Severity.ERROR,
        "$.version",
        line,
        "Version %s is too small a step from %s; what has changed asks for %s. %s: %s%s"
            .formatted(
                submitted.version(),
                advice.latest(),
                advice.next(),
                advice.required() == Bump.MAJOR ? "Breaking" : spoken(worst),
                named,
                more));
  }

  private static String spoken(ChangeKind kind) {
    String word = kind.name().toLowerCase(Locale.ROOT);
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
