package io.concordat.messages.incident;

/**
 * Says that somebody is on it. A second time changes nothing.
 *
 * <p>Emits {@code incident.acknowledged}; rejects with {@code INCIDENT_NOT_FOUND}, {@code
 * INCIDENT_ALREADY_RESOLVED}, {@code NOT_ALLOWED}.
 */
public record AcknowledgeIncident(IncidentId incident) implements IncidentCommand {

  @Override
  public String stream() {
    return incident.stream();
  }
}
