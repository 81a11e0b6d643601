package io.concordat.messages.meeting;

import io.concordat.messages.EventType;
import java.time.Instant;

/**
 * The council will meet.
 *
 * @param startsAt UTC
 * @param endsAt UTC
 * @param scheduledAt UTC
 */
@EventType("meeting.scheduled")
public record MeetingScheduled(
    MeetingId meeting, Instant startsAt, Instant endsAt, Instant scheduledAt)
    implements MeetingEvent {}
