package io.concordat.messages.incident;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/**
 * The incident follows from one upstream of it.
 *
 * @param root the incident upstream
 */
@EventType("incident.attached")
public record IncidentAttached(
    IncidentId incident, IncidentId root, Instant attachedAt, Subject attachedBy)
    implements IncidentEvent {

  @Override
  public String stream() {
    return incident.stream();
  }
}
