package io.concordat.command.product;

import io.concordat.messages.mesh.ProductOwner;
import org.jspecify.annotations.Nullable;

/** What a decision about a data product depends on. */
sealed interface ProductState {

  /** Before its first event. */
  record Unregistered() implements ProductState {}

  /**
   * Offered by its domain.
   *
   * @param ports digest of the document that declared its ports, null where none did
   */
  record Registered(String name, String description, ProductOwner owner, @Nullable String ports)
      implements ProductState {

    /** Whether it was registered with these facts. */
    boolean says(String otherName, String otherDescription, ProductOwner otherOwner) {
      return name.equals(otherName)
          && description.equals(otherDescription)
          && owner.equals(otherOwner);
    }
  }
}
