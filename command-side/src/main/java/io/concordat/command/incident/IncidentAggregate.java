package io.concordat.command.incident;

import io.concordat.command.MeshDirectory;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.incident.AcknowledgeIncident;
import io.concordat.messages.incident.AssignIncident;
import io.concordat.messages.incident.AttachIncident;
import io.concordat.messages.incident.CommentOnIncident;
import io.concordat.messages.incident.EscalateIncident;
import io.concordat.messages.incident.IncidentEvent;
import io.concordat.messages.incident.OpenIncident;
import io.concordat.messages.incident.ReopenIncident;
import io.concordat.messages.incident.ResolveIncident;
import io.concordat.messages.incident.TellDownstream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell that ties {@link IncidentDecider} to its event stream. */
@Aggregate(
    type = "incident",
    cache = "aggregateCache",
    commandTargetResolver = "streamTargetResolver")
class IncidentAggregate {

  /** Read by Axon. */
  @SuppressWarnings("UnusedVariable")
  @AggregateIdentifier
  private @Nullable String stream;

  private IncidentState state = new IncidentState.Unopened();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(OpenIncident command, DecisionContext context, MeshDirectory mesh) {
    apply(IncidentDecider.decide(state, command, context, IncidentFacts.of(command, mesh)));
  }

  @CommandHandler
  void handle(AcknowledgeIncident command, DecisionContext context, MeshDirectory mesh) {
    apply(IncidentDecider.decide(state, command, context, IncidentFacts.of(state, mesh)));
  }

  @CommandHandler
  void handle(ResolveIncident command, DecisionContext context, MeshDirectory mesh) {
    apply(IncidentDecider.decide(state, command, context, IncidentFacts.of(state, mesh)));
  }

  @CommandHandler
  void handle(AssignIncident command, DecisionContext context, MeshDirectory mesh) {
    apply(IncidentDecider.decide(state, command, context, IncidentFacts.of(state, mesh)));
  }

  @CommandHandler
  void handle(CommentOnIncident command, DecisionContext context, MeshDirectory mesh) {
    apply(IncidentDecider.decide(state, command, context, IncidentFacts.of(state, mesh)));
  }

  @CommandHandler
  void handle(ReopenIncident command, DecisionContext context, MeshDirectory mesh) {
    apply(IncidentDecider.decide(state, command, context, IncidentFacts.of(state, mesh)));
  }

  @CommandHandler
  void handle(AttachIncident command, DecisionContext context, MeshDirectory mesh) {
    apply(IncidentDecider.decide(state, command, context, IncidentFacts.of(state, mesh)));
  }

  @CommandHandler
  void handle(TellDownstream command, DecisionContext context, MeshDirectory mesh) {
    apply(IncidentDecider.decide(state, command, context, IncidentFacts.of(state, mesh)));
  }

  @CommandHandler
  void handle(EscalateIncident command, DecisionContext context, MeshDirectory mesh) {
    apply(IncidentDecider.decide(state, command, context, IncidentFacts.of(state, mesh)));
  }

  @EventSourcingHandler
  void on(IncidentEvent event) {
    stream = event.stream();
    state = IncidentDecider.evolve(state, event);
  }

  private static void apply(Decision<IncidentEvent> decision) {
    decision.eventsOrThrow().forEach(AggregateLifecycle::apply);
  }
}
