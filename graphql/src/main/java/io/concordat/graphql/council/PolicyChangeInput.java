package io.concordat.graphql.council;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyFamily;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.Severity;
import org.jspecify.annotations.Nullable;

/** What to change: for ADD and CHANGE the whole policy, for RETIRE its id. */
record PolicyChangeInput(
    PolicyChangeKind kind, @Nullable PolicyInput policy, @Nullable String policyId) {

  /** The change that is meant; refuses a combination that means nothing. */
  PolicyChange read() {
    return switch (kind) {
      case ADD -> new PolicyChange.AddPolicy(whole());
      case CHANGE -> new PolicyChange.ChangePolicy(whole());
      case RETIRE -> {
        if (policyId == null || policy != null) {
          throw new InvalidValue("change", "of kind RETIRE needs policyId and no policy");
        }
        yield new PolicyChange.RetirePolicy(policyId);
      }
    };
  }

  private Policy whole() {
    if (policy == null || policyId != null) {
      throw new InvalidValue("change", "of kind " + kind + " needs policy and no policyId");
    }
    return policy.read();
  }

  record PolicyInput(
      String id,
      String title,
      PolicyFamily family,
      PolicyScope scope,
      Severity severity,
      String expression,
      String message,
      String documentation) {

    Policy read() {
      return new Policy(id, title, family, scope, severity, expression, message, documentation);
    }
  }
}
