package io.concordat.council.meeting;

import io.concordat.messages.meeting.MeetingEvent;
import io.concordat.messages.meeting.MeetingScheduled;
import io.concordat.messages.meeting.MinutesCorrected;
import io.concordat.messages.meeting.MinutesRecorded;
import java.time.Instant;

/** What a decision about a meeting needs of its past: the fold of its stream. Immutable. */
sealed interface MeetingState {

  /** It is not in the calendar. */
  record NotScheduled() implements MeetingState {}

  /** It is in the calendar and has no minutes. */
  record Scheduled(Instant startsAt) implements MeetingState {}

  /**
   * Its minutes are on record.
   *
   * @param digest of the text as it stands
   */
  record Recorded(String digest) implements MeetingState {}

  /** The state after the event. */
  static MeetingState evolve(MeetingEvent event) {
    return switch (event) {
      case MeetingScheduled scheduled -> new Scheduled(scheduled.startsAt());
      case MinutesRecorded recorded -> new Recorded(recorded.digest());
      case MinutesCorrected corrected -> new Recorded(corrected.digest());
    };
  }
}
