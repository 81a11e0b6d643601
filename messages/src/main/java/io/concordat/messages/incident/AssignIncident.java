package io.concordat.messages.incident;

import io.concordat.messages.Subject;

/**
 * Gives an incident to a person, who may then do with it what the product's owner may. To the one
 * who has it already changes nothing; nobody counts as being on it before it is acknowledged.
 *
 * <p>Emits {@code incident.assigned}; rejects with {@code INCIDENT_NOT_FOUND}, {@code
 * INCIDENT_ALREADY_RESOLVED}, {@code NOT_ALLOWED}.
 */
public record AssignIncident(IncidentId incident, Subject assignee) implements IncidentCommand {

  @Override
  public String stream() {
    return incident.stream();
  }
}
