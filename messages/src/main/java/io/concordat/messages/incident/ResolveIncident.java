package io.concordat.messages.incident;

import io.concordat.messages.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Ends an incident.
 *
 * <p>Emits {@code incident.resolved}; rejects with {@code INCIDENT_NOT_FOUND}, {@code
 * INCIDENT_ALREADY_RESOLVED}, {@code NOT_ALLOWED}.
 *
 * @param note what was done, at most 2,000 characters, null where there is nothing to say
 */
public record ResolveIncident(IncidentId incident, ResolutionCause cause, @Nullable String note)
    implements IncidentCommand {

  public ResolveIncident {
    note = Shape.optionalText("note", note, 2_000);
  }

  @Override
  public String stream() {
    return incident.stream();
  }
}
