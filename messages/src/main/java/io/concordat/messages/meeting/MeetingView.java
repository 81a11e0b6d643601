package io.concordat.messages.meeting;

import io.concordat.messages.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as it is read.
 *
 * @param startsAt UTC
 * @param endsAt UTC
 * @param versions the minutes as they were recorded, then each correction, in order; empty before
 */
public record MeetingView(
    MeetingId id, Instant startsAt, Instant endsAt, Instant scheduledAt, List<Version> versions) {

  public MeetingView {
    versions = List.copyOf(versions);
  }

  /**
   * The minutes as they stood at a time.
   *
   * @param from beginning of the span that they tell of, UTC; null for the very beginning
   * @param to its end, UTC
   * @param reason of a correction; null for what was recorded first
   * @param by a person, or the service itself
   */
  public record Version(
      @Nullable Instant from,
      Instant to,
      String text,
      String digest,
      @Nullable String reason,
      Subject by,
      Instant at) {}
}
