package io.concordat.messages.incident;

import io.concordat.messages.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an incident.
 *
 * @param text the summary, comment, note or reason, or the level of an escalation; null where
 *     nothing was said
 * @param assignee to whom it was given, null but for {@link IncidentEntryKind#ASSIGNED} and {@link
 *     IncidentEntryKind#ESCALATED}
 * @param cause why it ended, null but for {@link IncidentEntryKind#RESOLVED}
 */
public record IncidentEntryView(
    IncidentEntryKind kind,
    Instant at,
    Subject by,
    @Nullable String text,
    @Nullable Subject assignee,
    @Nullable ResolutionCause cause) {}
