package io.concordat.command.incident;

import io.concordat.messages.mesh.ProductId;

/** What a decision about an incident depends on. */
sealed interface IncidentState {

  /** Before its first event. */
  record Unopened() implements IncidentState {}

  /** From opened on: an incident of a product. */
  sealed interface Known extends IncidentState {

    /** The product whose promise is broken. */
    ProductId product();
  }

  /** Nobody has taken it on. */
  record Open(ProductId product) implements Known {}

  /** Somebody is on it. */
  record Acknowledged(ProductId product) implements Known {}

  /** It has ended. */
  record Resolved(ProductId product) implements Known {}
}
