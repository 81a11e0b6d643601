package io.concordat.observation.compliance;

import io.concordat.messages.compliance.ComplianceEvent;
import io.concordat.messages.compliance.RecordCompliance;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.observation.ProductDirectory;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell that ties {@link ComplianceDecider} to its event stream. */
@Aggregate(
    type = "compliance",
    cache = "aggregateCache",
    commandTargetResolver = "streamTargetResolver")
class ComplianceAggregate {

  /** Read by Axon. */
  @SuppressWarnings("UnusedVariable")
  @AggregateIdentifier
  private @Nullable String stream;

  private ComplianceState state = new ComplianceState.Unrecorded();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecordCompliance command, DecisionContext context, ProductDirectory products) {
    boolean productExists = products.productExists(command.product());
    ComplianceDecider.decide(state, command, context, productExists)
        .eventsOrThrow()
        .forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(ComplianceEvent event) {
    stream = event.stream();
    state = ComplianceDecider.evolve(state, event);
  }
}
