package io.concordat.server.meeting;

import io.concordat.eventstore.command.Commands;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.meeting.MeetingId;
import io.concordat.messages.meeting.RecordMinutes;
import org.springframework.stereotype.Component;

/** Puts the minutes of meetings that have ended on record, where nobody did so by hand. */
@Component
public class MinutesKeeping {

  private final Commands commands;
  private final MinutesWriter minutes;
  private final MeetingCalendar calendar;

  MinutesKeeping(Commands commands, MinutesWriter minutes, MeetingCalendar calendar) {
    this.commands = commands;
    this.minutes = minutes;
    this.calendar = calendar;
  }

  /**
   * Records the minutes of a meeting that has ended, and before them those of earlier meetings that
   * have none: a service that was away over two meetings tells of nothing twice. The next meetings
   * come into the calendar first.
   */
  public void close(MeetingId ended) {
    calendar.fill();
    for (MeetingId meeting : minutes.unrecordedUntil(ended)) {
      minutes
          .draft(meeting)
          .ifPresent(draft ->
              commands
                  .send(
                      new RecordMinutes(meeting, draft.from(), draft.to(), draft.text()),
                      Actor.SYSTEM)
                  .join());
    }
  }
}
