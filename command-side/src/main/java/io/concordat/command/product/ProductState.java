package io.concordat.command.product;

import io.concordat.messages.mesh.MaintenanceId;
import io.concordat.messages.mesh.ProductOwner;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a decision about a data product depends on. */
sealed interface ProductState {

  /** A maintenance window, its end not included. */
  record Window(MaintenanceId id, Instant from, Instant until) {

    boolean overlaps(Instant otherFrom, Instant otherUntil) {
      return from.isBefore(otherUntil) && otherFrom.isBefore(until);
    }
  }

  /** Before its first event. */
  record Unregistered() implements ProductState {}

  /**
   * Offered by its domain.
   *
   * @param ports digest of the document that declared its ports, null where none did
   * @param maintenance windows that had not ended when the latest of them was planned, in the order
   *     of planning
   */
  record Registered(
      String name,
      String description,
      ProductOwner owner,
      @Nullable String ports,
      List<Window> maintenance)
      implements ProductState {

    public Registered {
      maintenance = List.copyOf(maintenance);
    }

    Registered with(List<Window> windows) {
      return new Registered(name, description, owner, ports, windows);
    }

    /** Whether it was registered with these facts. */
    boolean says(String otherName, String otherDescription, ProductOwner otherOwner) {
      return name.equals(otherName)
          && description.equals(otherDescription)
          && owner.equals(otherOwner);
    }
  }
}
