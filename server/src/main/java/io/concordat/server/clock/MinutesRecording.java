package io.concordat.server.clock;

import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.deadline.DeadlineHandler;
import io.concordat.graphql.gateway.MinutesDesk;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.meeting.MeetingId;
import io.concordat.messages.meeting.RecordMinutes;
import io.concordat.server.meeting.MeetingCalendar;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Puts the minutes of a meeting on record when it has ended, where nobody did so by hand, and the
 * next meetings into the calendar.
 */
@Component
class MinutesRecording implements DeadlineHandler {

  static final String TASK = "record-minutes";

  /** What was decided in the last moments of a meeting is stored by then. */
  private static final Duration SETTLED = Duration.ofMinutes(5);

  private final Commands commands;
  private final MinutesDesk minutes;
  private final MeetingCalendar calendar;

  MinutesRecording(Commands commands, MinutesDesk minutes, MeetingCalendar calendar) {
    this.commands = commands;
    this.minutes = minutes;
    this.calendar = calendar;
  }

  static Instant due(Instant endsAt) {
    return endsAt.plus(SETTLED);
  }

  @Override
  public String taskName() {
    return TASK;
  }

  @Override
  public void handle(String id) {
    MeetingId meeting = MeetingId.of(id);
    minutes
        .draft(meeting)
        .ifPresent(draft ->
            commands
                .send(
                    new RecordMinutes(meeting, draft.from(), draft.to(), draft.text()),
                    Actor.SYSTEM)
                .join());
    calendar.fill();
  }
}
