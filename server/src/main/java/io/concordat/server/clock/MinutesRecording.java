package io.concordat.server.clock;

import io.concordat.eventstore.deadline.DeadlineHandler;
import io.concordat.messages.meeting.MeetingId;
import io.concordat.server.meeting.MinutesKeeping;
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

  private final MinutesKeeping minutes;

  MinutesRecording(MinutesKeeping minutes) {
    this.minutes = minutes;
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
    minutes.close(MeetingId.of(id));
  }
}
