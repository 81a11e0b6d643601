package io.concordat.messages.incident;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/** Somebody said something about the incident. */
@EventType("incident.commented")
public record IncidentCommented(
    IncidentId incident, String text, Instant commentedAt, Subject commentedBy)
    implements IncidentEvent {

  @Override
  public String stream() {
    return incident.stream();
  }
}
