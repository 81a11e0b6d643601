package io.concordat.messages.meeting;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of a meeting are on record.
 *
 * @param from beginning of the span that they tell of, UTC, included; null for the very beginning
 * @param to its end, UTC, excluded
 * @param text Markdown
 * @param digest SHA-256 of the text's UTF-8 bytes, lower case hex
 * @param recordedBy a person, or the service itself
 * @param recordedAt UTC
 */
@EventType("meeting.minutes-recorded")
public record MinutesRecorded(
    MeetingId meeting,
    @Nullable Instant from,
    Instant to,
    String text,
    String digest,
    Subject recordedBy,
    Instant recordedAt)
    implements MeetingEvent {}
