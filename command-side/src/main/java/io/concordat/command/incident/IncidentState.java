package io.concordat.command.incident;

import io.concordat.messages.Subject;
import io.concordat.messages.incident.EscalationLevel;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a decision about an incident depends on. */
sealed interface IncidentState {

  /** Before its first event. */
  record Unopened() implements IncidentState {}

  /**
   * From opened on: an incident of a product.
   *
   * @param escalated how far since it was opened or opened again; null where it was not
   */
  record Known(
      ProductId product,
      @Nullable Subject assignee,
      int comments,
      @Nullable IncidentId root,
      boolean told,
      @Nullable EscalationLevel escalated,
      Standing standing)
      implements IncidentState {

    Known as(Standing now) {
      return new Known(product, assignee, comments, root, told, escalated, now);
    }

    Known of(Subject other) {
      return new Known(product, other, comments, root, told, escalated, standing);
    }

    Known commented() {
      return new Known(product, assignee, comments + 1, root, told, escalated, standing);
    }

    Known attachedTo(IncidentId other) {
      return new Known(product, assignee, comments, other, told, escalated, standing);
    }

    Known escalatedTo(EscalationLevel level) {
      return new Known(product, assignee, comments, root, told, level, standing);
    }

    Known openedAgain() {
      return new Known(product, assignee, comments, root, told, null, new Open());
    }

    Known downstreamTold() {
      return new Known(product, assignee, comments, root, true, escalated, standing);
    }
  }

  /** How far it has come. */
  sealed interface Standing {}

  /** Nobody has taken it on. */
  record Open() implements Standing {}

  /** Somebody is on it. */
  record Acknowledged() implements Standing {}

  /** It has ended. */
  record Resolved(Instant at) implements Standing {}
}
