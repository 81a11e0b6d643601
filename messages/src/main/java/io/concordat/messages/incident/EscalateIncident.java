package io.concordat.messages.incident;

import io.concordat.messages.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Takes an incident that nobody has acknowledged in time to the next person. Of one that is
 * acknowledged or resolved, or was taken to that level or beyond since it was opened, it changes
 * nothing.
 *
 * <p>Emits {@code incident.escalated}; rejects with {@code INCIDENT_NOT_FOUND}, {@code
 * NOT_ALLOWED}.
 *
 * @param to who that is; null where nobody is named
 */
public record EscalateIncident(IncidentId incident, EscalationLevel level, @Nullable Subject to)
    implements IncidentCommand {

  @Override
  public String stream() {
    return incident.stream();
  }
}
