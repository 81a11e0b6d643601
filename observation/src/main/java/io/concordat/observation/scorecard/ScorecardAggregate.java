package io.concordat.observation.scorecard;

import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.scorecard.PublishScorecard;
import io.concordat.messages.scorecard.ScorecardEvent;
import io.concordat.observation.MonthLedger;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell that ties {@link ScorecardDecider} to its event stream. */
@Aggregate(
    type = "scorecard",
    cache = "aggregateCache",
    commandTargetResolver = "streamTargetResolver")
class ScorecardAggregate {

  /** Read by Axon. */
  @SuppressWarnings("UnusedVariable")
  @AggregateIdentifier
  private @Nullable String stream;

  private ScorecardState state = ScorecardState.OPEN;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(PublishScorecard command, DecisionContext context, MonthLedger ledger) {
    ScorecardDecider.decide(state, command, context, () -> ledger.figures(command.month()))
        .eventsOrThrow()
        .forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(ScorecardEvent event) {
    stream = event.stream();
    state = ScorecardDecider.evolve(state, event);
  }
}
