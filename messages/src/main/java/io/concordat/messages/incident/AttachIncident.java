package io.concordat.messages.incident;

/**
 * Says that an incident follows from one upstream of it, which is worked on first. Of an incident
 * that is attached already, is resolved, or is the root itself, it changes nothing.
 *
 * <p>Emits {@code incident.attached}; rejects with {@code INCIDENT_NOT_FOUND}, {@code NOT_ALLOWED}.
 *
 * @param root the incident upstream
 */
public record AttachIncident(IncidentId incident, IncidentId root) implements IncidentCommand {

  @Override
  public String stream() {
    return incident.stream();
  }
}
