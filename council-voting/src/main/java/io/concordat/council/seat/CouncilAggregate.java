package io.concordat.council.seat;

import io.concordat.council.policyset.PolicyProblems;
import io.concordat.council.policyset.PolicySetWriter;
import io.concordat.messages.council.AppointRepresentative;
import io.concordat.messages.council.CouncilEvent;
import io.concordat.messages.council.DelegateSeat;
import io.concordat.messages.council.FoundCouncil;
import io.concordat.messages.council.RevokeDelegation;
import io.concordat.messages.council.VacateSeat;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import java.util.List;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * The stream {@code council:mesh}. Founding it founds the first policy set in the same transaction.
 * Not cached: it is seldom written, and another node may have written it.
 */
@Aggregate(type = "council", commandTargetResolver = "streamTargetResolver")
class CouncilAggregate {

  @AggregateIdentifier private @Nullable String stream;
  private CouncilState state = CouncilState.EMPTY;

  CouncilAggregate() {}

  CouncilState state() {
    return state;
  }

  void execute(Function<CouncilState, Decision<CouncilEvent>> decider) {
    decider.apply(state).eventsOrThrow().forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(FoundCouncil command, PolicySetWriter policySets, DecisionContext context) {
    List<String> problems = PolicyProblems.of(command.policies(), command.parameters());
    List<CouncilEvent> events =
        CouncilDecider.decide(state, command, problems, context).eventsOrThrow();
    if (!events.isEmpty()) {
      events.forEach(AggregateLifecycle::apply);
      policySets.found(command.policies(), command.semanticTypes(), command.parameters(), context);
    }
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(AppointRepresentative command, DomainRegister domains, DecisionContext context) {
    CouncilDecider.decide(state, command, domains.exists(command.domain()), context)
        .eventsOrThrow()
        .forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DelegateSeat command, DecisionContext context) {
    SeatDecider.decide(state, command, context).eventsOrThrow().forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RevokeDelegation command, DecisionContext context) {
    SeatDecider.decide(state, command, context).eventsOrThrow().forEach(AggregateLifecycle::apply);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(VacateSeat command, DecisionContext context) {
    SeatDecider.decide(state, command, context).eventsOrThrow().forEach(AggregateLifecycle::apply);
  }

  @EventSourcingHandler
  void on(CouncilEvent event) {
    stream = event.stream();
    state = state.evolve(event);
  }
}
