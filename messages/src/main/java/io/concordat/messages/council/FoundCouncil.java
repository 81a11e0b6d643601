package io.concordat.messages.council;

import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyParameter;
import io.concordat.messages.policy.SemanticType;
import java.util.List;

/**
 * Founds the council with its rules and the first policy set. A second time changes nothing.
 *
 * <p>Emits {@code council.founded} and {@code policy-set.founded}; rejects with {@code
 * NOT_ALLOWED}, {@code POLICY_DOES_NOT_COMPILE}.
 */
public record FoundCouncil(
    CouncilRules rules,
    List<Policy> policies,
    List<SemanticType> semanticTypes,
    List<PolicyParameter> parameters)
    implements CouncilCommand {

  public FoundCouncil {
    policies = List.copyOf(policies);
    semanticTypes = List.copyOf(semanticTypes);
    parameters = List.copyOf(parameters);
  }
}
