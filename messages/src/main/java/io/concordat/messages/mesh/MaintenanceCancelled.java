package io.concordat.messages.mesh;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/**
 * A maintenance window was taken back before it began, or ended while it lasted.
 *
 * @param cancelledAt before its end; from then on promises hold
 */
@EventType("maintenance.cancelled")
public record MaintenanceCancelled(
    ProductId product, MaintenanceId maintenance, Instant cancelledAt, Subject cancelledBy)
    implements ProductEvent {

  @Override
  public String stream() {
    return product.stream();
  }
}
