package io.concordat.contract.change;

import io.concordat.contract.SemanticVersion;
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

/**
 * How a submitted document follows the latest release.
 *
 * @param changes all of them, worst first
 * @param suggested the smallest release that is a large enough step
 * @param violation where its version does not fit them; of the policy {@code semver}
 */
public record Succession(
    List<ContractChange> changes, SemanticVersion suggested, Optional<Violation> violation) {

  private static final String POLICY = "semver";
  private static final int NAMED = 10;

  public Succession {
    changes = List.copyOf(changes);
  }

  /**
   * Compares. The very same promise under the very same version is no step at all, and fits.
   *
   * @param latest the latest release; a pre-release only where there is no release yet
   * @param before its document; empty where it can no longer be read as a contract
   */
  public static Succession of(
      SemanticVersion latest, Optional<OdcsContract> before, OdcsContract submitted) {
    Comparison comparison =
        before
            .map(contract -> Comparison.of(contract, submitted))
            .orElseGet(Comparison::withUnreadable);
    VersionAdvice advice = VersionAdvice.of(latest, comparison);
    boolean still = comparison.changes().isEmpty() && submitted.version().equals(latest);
    Optional<Violation> violation =
        still || advice.fits(submitted.version())
            ? Optional.empty()
            : Optional.of(misfit(submitted, advice, comparison));
    return new Succession(comparison.changes(), advice.next(), violation);
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
        "Version %s is not a large enough step from %s; write %s or higher.%s%s"
            .formatted(
                submitted.version(),
                advice.latest(),
                advice.next(),
                asking.isEmpty() ? "" : " " + spoken(worst) + ": " + named,
                more));
  }

  private static String spoken(ChangeKind kind) {
    String word = kind.name().toLowerCase(Locale.ROOT);
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
