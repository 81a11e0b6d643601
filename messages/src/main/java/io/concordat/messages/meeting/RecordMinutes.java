package io.concordat.messages.meeting;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.Shape;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Puts the minutes of a meeting on record. The service does it after the meeting; a governance
 * engineer may from its beginning. By the service a second time changes nothing.
 *
 * <p>Emits {@code meeting.minutes-recorded}; rejects with {@code MEETING_NOT_FOUND}, {@code
 * MEETING_NOT_BEGUN}, {@code MINUTES_RECORDED}, {@code NOT_ALLOWED}.
 *
 * @param from beginning of the span that they tell of, UTC; null for the very beginning
 * @param to its end, UTC
 * @param text Markdown, at most {@link Minutes#LONGEST} characters
 */
public record RecordMinutes(MeetingId meeting, @Nullable Instant from, Instant to, String text)
    implements MeetingCommand {

  public RecordMinutes {
    Shape.text("text", text, Minutes.LONGEST);
    if (from != null && to.isBefore(from)) {
      throw new InvalidValue("to", "must not be before the beginning of the span");
    }
  }
}
