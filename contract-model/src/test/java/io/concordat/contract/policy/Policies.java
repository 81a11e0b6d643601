package io.concordat.contract.policy;

import io.concordat.contract.foundation.Foundation;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyFamily;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.Severity;
import java.time.Instant;
import java.util.List;

/** Policies to try out. */
final class Policies {

  private Policies() {}

  static Policy of(PolicyScope scope, String expression) {
    return of("tried", scope, Severity.ERROR, expression);
  }

  static Policy of(String id, PolicyScope scope, Severity severity, String expression) {
    return new Policy(
        id,
        "Tried",
        PolicyFamily.OTHER,
        scope,
        severity,
        expression,
        "Mend {name} at {path}.",
        "-");
  }

  static CompiledPolicySet set(Policy... policies) {
    return CompiledPolicySet.compile(
        new PolicySet(7, Instant.EPOCH, List.of(policies), Foundation.semanticTypes()));
  }
}
