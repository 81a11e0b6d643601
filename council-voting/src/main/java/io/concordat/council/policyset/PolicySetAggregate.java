package io.concordat.council.policyset;

import io.concordat.messages.decision.Decision;
import io.concordat.messages.policy.PolicySetEvent;
import java.util.function.Function;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The stream {@code policy-set:mesh}. It takes no command of its own: it changes with the founding
 * of the council and with the adoption of a proposal, in their transaction. Not cached, so that an
 * adoption never judges by what another node has changed since.
 */
@Aggregate(type = "policy-set")
class PolicySetAggregate {

  @AggregateIdentifier private @Nullable String stream;
  private PolicySetState state = PolicySetState.EMPTY;

  PolicySetAggregate() {}

  PolicySetState state() {
    return state;
  }

  void execute(Function<PolicySetState, Decision<PolicySetEvent>> decider) {
    decider.apply(state).eventsOrThrow().forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(PolicySetEvent event) {
    stream = event.stream();
    state = state.evolve(event);
  }
}
