package io.concordat.messages.incident;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/** The incident had ended, and has not. */
@EventType("incident.reopened")
public record IncidentReopened(
    IncidentId incident, String reason, Instant reopenedAt, Subject reopenedBy)
    implements IncidentEvent {

  @Override
  public String stream() {
    return incident.stream();
  }
}
