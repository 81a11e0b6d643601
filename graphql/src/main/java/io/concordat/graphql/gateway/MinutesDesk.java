package io.concordat.graphql.gateway;

import io.concordat.messages.meeting.MeetingId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes the minutes of a meeting from the events. Blocks. */
public interface MinutesDesk {

  /**
   * The minutes as they would be recorded now: what happened since the minutes of an earlier
   * meeting, until this one ends.
   *
   * @return empty where the meeting is not in the calendar
   */
  Optional<Draft> draft(MeetingId meeting);

  /**
   * Minutes that are not on record.
   *
   * @param from beginning of the span, UTC, included; null for the very beginning
   * @param to its end, UTC, excluded
   * @param text Markdown
   */
  record Draft(@Nullable Instant from, Instant to, String text) {}
}
