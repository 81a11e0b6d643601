package io.concordat.messages.incident;

import io.concordat.messages.Shape;

/**
 * Says something about an incident, also when it is resolved. Each is a comment of its own: who
 * tries again after a failure gives the command an idempotency key.
 *
 * <p>Emits {@code incident.commented}; rejects with {@code INCIDENT_NOT_FOUND}, {@code
 * INCIDENT_COMMENTS_FULL}, {@code NOT_ALLOWED}.
 *
 * @param text at most 2,000 characters
 */
public record CommentOnIncident(IncidentId incident, String text) implements IncidentCommand {

  public CommentOnIncident {
    Shape.text("text", text, 2_000);
  }

  @Override
  public String stream() {
    return incident.stream();
  }
}
