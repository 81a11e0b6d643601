package io.concordat.command.consumer;

import io.concordat.command.MeshDirectory;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.mesh.ConsumerEvent;
import io.concordat.messages.mesh.RegisterConsumer;
import io.concordat.messages.mesh.RetireConsumer;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell that ties {@link ConsumerDecider} to its event stream. */
@Aggregate(
    type = "consumer",
    cache = "aggregateCache",
    commandTargetResolver = "streamTargetResolver")
class ConsumerAggregate {

  /** Read by Axon. */
  @SuppressWarnings("UnusedVariable")
  @AggregateIdentifier
  private @Nullable String stream;

  private ConsumerState state = new ConsumerState.Unregistered();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RegisterConsumer command, DecisionContext context, MeshDirectory mesh) {
    ConsumerDecider.decide(state, command, context, ConsumerFacts.of(command, mesh))
        .eventsOrThrow()
        .forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RetireConsumer command, DecisionContext context) {
    ConsumerDecider.decide(state, command, context, ConsumerFacts.NONE)
        .eventsOrThrow()
        .forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(ConsumerEvent event) {
    stream = event.stream();
    state = ConsumerDecider.evolve(state, event);
  }
}
