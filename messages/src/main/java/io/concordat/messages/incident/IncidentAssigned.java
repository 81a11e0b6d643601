package io.concordat.messages.incident;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/** The incident is a person's to look after, instead of anyone's before. */
@EventType("incident.assigned")
public record IncidentAssigned(
    IncidentId incident, Subject assignee, Instant assignedAt, Subject assignedBy)
    implements IncidentEvent {

  @Override
  public String stream() {
    return incident.stream();
  }
}
