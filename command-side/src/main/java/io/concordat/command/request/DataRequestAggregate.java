package io.concordat.command.request;

import io.concordat.command.MeshDirectory;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.request.AcceptDataRequest;
import io.concordat.messages.request.DataRequestEvent;
import io.concordat.messages.request.DeclineDataRequest;
import io.concordat.messages.request.DeliverDataRequest;
import io.concordat.messages.request.OpenDataRequest;
import io.concordat.messages.request.WithdrawDataRequest;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell that ties {@link DataRequestDecider} to its event stream. */
@Aggregate(
    type = "request",
    cache = "aggregateCache",
    commandTargetResolver = "streamTargetResolver")
class DataRequestAggregate {

  /** Read by Axon. */
  @SuppressWarnings("UnusedVariable")
  @AggregateIdentifier
  private @Nullable String stream;

  private DataRequestState state = new DataRequestState.Unopened();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(OpenDataRequest command, DecisionContext context, MeshDirectory mesh) {
    apply(DataRequestDecider.decide(state, command, context, DataRequestFacts.of(command, mesh)));
  }

  @CommandHandler
  void handle(AcceptDataRequest command, DecisionContext context, RequestDirectory directory) {
    DataRequestFacts facts = DataRequestFacts.ofAnswer(state, context, directory);
    apply(DataRequestDecider.decide(state, command, context, facts));
  }

  @CommandHandler
  void handle(DeclineDataRequest command, DecisionContext context, RequestDirectory directory) {
    DataRequestFacts facts = DataRequestFacts.ofAnswer(state, context, directory);
    apply(DataRequestDecider.decide(state, command, context, facts));
  }

  @CommandHandler
  void handle(
      DeliverDataRequest command,
      DecisionContext context,
      RequestDirectory directory,
      MeshDirectory mesh) {
    DataRequestFacts facts = DataRequestFacts.ofDelivery(state, command, context, directory, mesh);
    apply(DataRequestDecider.decide(state, command, context, facts));
  }

  @CommandHandler
  void handle(WithdrawDataRequest command, DecisionContext context) {
    apply(DataRequestDecider.decide(state, command, context, DataRequestFacts.NONE));
  }

  @EventSourcingHandler
  void on(DataRequestEvent event) {
    stream = event.stream();
    state = DataRequestDecider.evolve(state, event);
  }

  private static void apply(Decision<DataRequestEvent> decision) {
    decision.eventsOrThrow().forEach(AggregateLifecycle::apply);
  }
}
