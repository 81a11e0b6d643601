package io.concordat.council.policyset;

import io.concordat.messages.decision.Rejection;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyChange.AddPolicy;
import io.concordat.messages.policy.PolicyChange.ChangePolicy;
import io.concordat.messages.policy.PolicyChange.RetirePolicy;
import java.util.List;
import java.util.Optional;

/** What a change does to a list of policies. */
final class PolicyChanges {

  private PolicyChanges() {}

  /** Why the change does not fit the policies; empty where it does. */
  static Optional<Rejection> obstacle(List<Policy> policies, PolicyChange change) {
    boolean present = policies.stream().anyMatch(policy -> policy.id().equals(change.policyId()));
    return switch (change) {
      case AddPolicy add ->
          present
              ? Optional.of(
                  new Rejection(
                      RejectionCode.POLICY_EXISTS,
                      "A policy '" + add.policyId() + "' exists; propose to change it."))
              : Optional.empty();
      case ChangePolicy changed -> absent(present, changed);
      case RetirePolicy retired -> absent(present, retired);
    };
  }

  /** The policy whose text the change brings; empty where it only takes one away. */
  static Optional<Policy> newText(PolicyChange change) {
    return switch (change) {
      case AddPolicy add -> Optional.of(add.policy());
      case ChangePolicy changed -> Optional.of(changed.policy());
      case RetirePolicy _ -> Optional.empty();
    };
  }

  private static Optional<Rejection> absent(boolean present, PolicyChange change) {
    return present
        ? Optional.empty()
        : Optional.of(
            new Rejection(
                RejectionCode.POLICY_NOT_FOUND,
                "There is no policy '" + change.policyId() + "' to change or retire."));
  }
}
