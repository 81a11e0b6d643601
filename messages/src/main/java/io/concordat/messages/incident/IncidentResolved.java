package io.concordat.messages.incident;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The incident has ended. */
@EventType("incident.resolved")
public record IncidentResolved(
    IncidentId incident,
    ResolutionCause cause,
    @Nullable String note,
    Instant resolvedAt,
    Subject resolvedBy)
    implements IncidentEvent {

  @Override
  public String stream() {
    return incident.stream();
  }
}
