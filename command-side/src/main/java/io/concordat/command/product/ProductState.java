package io.concordat.command.product;

import io.concordat.messages.mesh.ProductOwner;

/** What a decision about a data product depends on. */
sealed interface ProductState {

  /** Before its first event. */
  record Unregistered() implements ProductState {}

  /** Offered by its domain. */
  record Registered(String name, String description, ProductOwner owner) implements ProductState {}
}
