package io.concordat.messages.incident;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/** Somebody is on it. */
@EventType("incident.acknowledged")
public record IncidentAcknowledged(
    IncidentId incident, Instant acknowledgedAt, Subject acknowledgedBy) implements IncidentEvent {

  @Override
  public String stream() {
    return incident.stream();
  }
}
