package io.concordat.messages.meeting;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/**
 * The minutes of a meeting read differently from now on; what they were stays on record.
 *
 * @param text Markdown, the whole minutes as corrected
 * @param digest SHA-256 of the text's UTF-8 bytes, lower case hex
 * @param reason why
 * @param correctedAt UTC
 */
@EventType("meeting.minutes-corrected")
public record MinutesCorrected(
    MeetingId meeting,
    String text,
    String digest,
    String reason,
    Subject correctedBy,
    Instant correctedAt)
    implements MeetingEvent {}
