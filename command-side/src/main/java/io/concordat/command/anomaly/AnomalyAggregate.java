package io.concordat.command.anomaly;

import io.concordat.command.MeshDirectory;
import io.concordat.messages.anomaly.AnomalyEvent;
import io.concordat.messages.anomaly.AnomalyFigures;
import io.concordat.messages.anomaly.DetectAnomaly;
import io.concordat.messages.decision.DecisionContext;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell that ties {@link AnomalyDecider} to its event stream. */
@Aggregate(type = "anomaly", commandTargetResolver = "streamTargetResolver")
class AnomalyAggregate {

  /** Read by Axon. */
  @SuppressWarnings("UnusedVariable")
  @AggregateIdentifier
  private @Nullable String stream;

  private @Nullable AnomalyFigures told;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DetectAnomaly command, DecisionContext context, MeshDirectory mesh) {
    AnomalyDecider.decide(told, command, context, AnomalyDecider.Facts.of(command, mesh))
        .eventsOrThrow()
        .forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(AnomalyEvent event) {
    stream = event.stream();
    told = AnomalyDecider.evolve(event);
  }
}
