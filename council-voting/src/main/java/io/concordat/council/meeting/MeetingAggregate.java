package io.concordat.council.meeting;

import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.meeting.CorrectMinutes;
import io.concordat.messages.meeting.MeetingCommand;
import io.concordat.messages.meeting.MeetingEvent;
import io.concordat.messages.meeting.RecordMinutes;
import io.concordat.messages.meeting.ScheduleMeeting;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The stream of a meeting, such as {@code meeting:2026-12}. Not cached: it is seldom written. */
@Aggregate(type = "meeting", commandTargetResolver = "streamTargetResolver")
class MeetingAggregate {

  @AggregateIdentifier private @Nullable String stream;
  private MeetingState state = new MeetingState.NotScheduled();

  MeetingAggregate() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(ScheduleMeeting command, DecisionContext context) {
    apply(command, context);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RecordMinutes command, DecisionContext context) {
    apply(command, context);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(CorrectMinutes command, DecisionContext context) {
    apply(command, context);
  }

  @EventSourcingHandler
  void on(MeetingEvent event) {
    stream = event.stream();
    state = MeetingState.evolve(event);
  }

  private void apply(MeetingCommand command, DecisionContext context) {
    MeetingDecider.decide(state, command, context)
        .eventsOrThrow()
        .forEach(AggregateLifecycle::apply);
  }
}
