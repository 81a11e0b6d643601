package io.concordat.graphql.contract;

import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.Verdict;
import io.concordat.messages.policy.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A violation that knows which policy set told it, from which all else about it can be found.
 *
 * @param waiver id of the waiver that covers it; null where none does
 */
public record ViolationView(
    int policySet,
    String policy,
    Severity severity,
    String path,
    @Nullable Integer line,
    @Nullable Integer column,
    String message,
    boolean blocks,
    @Nullable String waiver) {

  /** One violation. */
  public static ViolationView of(int policySet, Violation violation) {
    return new ViolationView(
        policySet,
        violation.policy(),
        violation.severity(),
        violation.path(),
        violation.line(),
        violation.column(),
        violation.message(),
        violation.blocks(),
        violation.waiver());
  }

  static List<ViolationView> of(Verdict verdict) {
    return verdict.violations().stream()
        .map(violation -> of(verdict.policySet(), violation))
        .toList();
  }
}
