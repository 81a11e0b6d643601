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
import java.util.function.Function;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Loads the policy set into the running unit of work and changes it there. */
@Component
class RepositoryPolicySetWriter implements PolicySetWriter {

  private final Repository<PolicySetAggregate> repository;

  RepositoryPolicySetWriter(Repository<PolicySetAggregate> repository) {
    this.repository = repository;
  }

  @Override
  public PolicySetState current() {
    return policySet().invoke(PolicySetAggregate::state);
  }

  @Override
  public void found(
      List<Policy> policies,
      List<SemanticType> semanticTypes,
      List<PolicyParameter> parameters,
      DecisionContext context) {
    execute(state -> PolicySetDecider.found(state, policies, semanticTypes, parameters, context));
  }

  @Override
  public void adopt(
      ProposalId proposal, PolicyChange change, @Nullable Instant wished, DecisionContext context) {
    execute(state -> PolicySetDecider.adopt(state, proposal, change, wished, context));
  }

  private void execute(Function<PolicySetState, Decision<PolicySetEvent>> decider) {
    policySet().execute(policySet -> policySet.execute(decider));
  }

  private Aggregate<PolicySetAggregate> policySet() {
    try {
      return repository.loadOrCreate(PolicySetEvent.STREAM, PolicySetAggregate::new);
    } catch (RuntimeException unchecked) {
      throw unchecked;
    } catch (Exception checked) {
      throw new IllegalStateException("The policy set could not be loaded", checked);
    }
  }
}
