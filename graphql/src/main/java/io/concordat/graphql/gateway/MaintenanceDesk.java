package io.concordat.graphql.gateway;

import io.concordat.messages.Subject;
import io.concordat.messages.mesh.MaintenanceId;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows the maintenance windows of products. */
public interface MaintenanceDesk {

  /**
   * A window, in which nothing is held against the product.
   *
   * @param to its first moment no more, as planned
   * @param cancelledAt when it was taken back, or ended while it lasted; null where it was not
   * @param cancelledBy likewise
   */
  record Maintenance(
      MaintenanceId id,
      ProductId product,
      Instant from,
      Instant to,
      String reason,
      Instant plannedAt,
      Subject plannedBy,
      @Nullable Instant cancelledAt,
      @Nullable Subject cancelledBy) {

    /**
     * When it is over: as planned, or earlier where it was cancelled. Before its beginning where it
     * never held.
     */
    public Instant end() {
      return cancelledAt != null && cancelledAt.isBefore(to) ? cancelledAt : to;
    }

    /** The same, cancelled. */
    public Maintenance cancelled(Instant at, Subject by) {
      return new Maintenance(id, product, from, to, reason, plannedAt, plannedBy, at, by);
    }
  }

  /** All windows of a product by their beginning, at most half a second old. Does not block. */
  List<Maintenance> of(ProductId product);

  /** A window as it is now, null where the product has none of this id. Blocks. */
  @Nullable Maintenance find(ProductId product, MaintenanceId id);
}
