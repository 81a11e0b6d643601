package io.concordat.messages.incident;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Nobody has acknowledged the incident in time: it is the next person's.
 *
 * @param to who that is; null where nobody is named
 */
@EventType("incident.escalated")
public record IncidentEscalated(
    IncidentId incident,
    EscalationLevel level,
    @Nullable Subject to,
    Instant escalatedAt,
    Subject escalatedBy)
    implements IncidentEvent {

  @Override
  public String stream() {
    return incident.stream();
  }
}
