package io.concordat.command.domain;

import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.mesh.DomainEvent;
import io.concordat.messages.mesh.RegisterDomain;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell that ties {@link DomainDecider} to its event stream. */
@Aggregate(
    type = "domain",
    cache = "aggregateCache",
    commandTargetResolver = "streamTargetResolver")
class DomainAggregate {

  /** Read by Axon. */
  @SuppressWarnings("UnusedVariable")
  @AggregateIdentifier
  private @Nullable String stream;

  private DomainState state = new DomainState.Unregistered();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RegisterDomain command, DecisionContext context) {
    DomainDecider.decide(state, command, context)
        .eventsOrThrow()
        .forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(DomainEvent event) {
    stream = event.stream();
    state = DomainDecider.evolve(state, event);
  }
}
