package io.concordat.messages.incident;

import io.concordat.messages.Shape;
import java.time.Duration;

/**
 * Opens an incident again, under its id, since the promise is broken again or was never kept. Not
 * acknowledged then, whoever was on it before; the assignee stays. One that is not resolved stays
 * as it is.
 *
 * <p>Emits {@code incident.reopened}; rejects with {@code INCIDENT_NOT_FOUND}, {@code
 * INCIDENT_REOPENED_TOO_LATE}, {@code NOT_ALLOWED}.
 *
 * @param reason what was seen, at most 2,000 characters
 */
public record ReopenIncident(IncidentId incident, String reason) implements IncidentCommand {

  /** For how long after its resolution an incident can be reopened, that moment included. */
  public static final Duration WINDOW = Duration.ofHours(24);

  public ReopenIncident {
    Shape.text("reason", reason, 2_000);
  }

  @Override
  public String stream() {
    return incident.stream();
  }
}
