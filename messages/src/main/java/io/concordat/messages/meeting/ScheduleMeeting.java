package io.concordat.messages.meeting;

import io.concordat.messages.InvalidValue;
import java.time.Instant;

/**
 * Puts a meeting into the calendar. Only the service itself does that. A second time changes
 * nothing, whatever the rule of the calendar has become.
 *
 * <p>Emits {@code meeting.scheduled}; rejects with {@code NOT_ALLOWED}.
 *
 * @param startsAt UTC
 * @param endsAt UTC, later than the start
 */
public record ScheduleMeeting(MeetingId meeting, Instant startsAt, Instant endsAt)
    implements MeetingCommand {

  public ScheduleMeeting {
    if (!endsAt.isAfter(startsAt)) {
      throw new InvalidValue("endsAt", "must be later than the start");
    }
  }
}
