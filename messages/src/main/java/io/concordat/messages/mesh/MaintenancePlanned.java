package io.concordat.messages.mesh;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/**
 * A product has a maintenance window.
 *
 * @param from its first moment, UTC
 * @param until its first moment no more, UTC
 * @param plannedAt not after its first moment
 */
@EventType("maintenance.planned")
public record MaintenancePlanned(
    ProductId product,
    MaintenanceId maintenance,
    Instant from,
    Instant until,
    String reason,
    Instant plannedAt,
    Subject plannedBy)
    implements ProductEvent {

  @Override
  public String stream() {
    return product.stream();
  }
}
