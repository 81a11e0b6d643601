package io.concordat.messages.meeting;

import io.concordat.messages.Shape;

/**
 * Corrects the minutes of a meeting; what they were stays on record. For governance engineers. The
 * text that stands already changes nothing.
 *
 * <p>Emits {@code meeting.minutes-corrected}; rejects with {@code MEETING_NOT_FOUND}, {@code
 * MINUTES_NOT_RECORDED}, {@code NOT_ALLOWED}.
 *
 * @param text the whole minutes as corrected, Markdown, at most {@link Minutes#LONGEST} characters
 * @param reason why, one line, at most 500 characters
 */
public record CorrectMinutes(MeetingId meeting, String text, String reason)
    implements MeetingCommand {

  public CorrectMinutes {
    Shape.text("text", text, Minutes.LONGEST);
    Shape.line("reason", reason, 500);
  }
}
