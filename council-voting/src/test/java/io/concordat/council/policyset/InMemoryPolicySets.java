package io.concordat.council.policyset;

import io.concordat.messages.council.ProposalId;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyParameter;
import io.concordat.messages.policy.PolicySetEvent;
import io.concordat.messages.policy.SemanticType;
import java.time.Instant;
import java.util.List;

/** The policy sets of a test, decided and folded as the real ones are. */
public final class InMemoryPolicySets implements PolicySets, PolicySetWriter {

  private PolicySetState state;

  public InMemoryPolicySets(PolicySetState state) {
    this.state = state;
  }

  @Override
  public PolicySetState current() {
    return state;
  }

  @Override
  public void found(
      List<Policy> policies,
      List<SemanticType> semanticTypes,
      List<PolicyParameter> parameters,
      DecisionContext context) {
    fold(PolicySetDecider.found(state, policies, semanticTypes, parameters, context));
  }

  @Override
  public void adopt(
      ProposalId proposal, PolicyChange change, Instant wished, DecisionContext context) {
    fold(PolicySetDecider.adopt(state, proposal, change, wished, context));
  }

  private void fold(Decision<PolicySetEvent> decision) {
    for (PolicySetEvent event : decision.eventsOrThrow()) {
      state = state.evolve(event);
    }
  }
}
