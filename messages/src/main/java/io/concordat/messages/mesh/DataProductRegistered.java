package io.concordat.messages.mesh;

import io.concordat.messages.EventType;
import java.time.Instant;

/**
 * A domain offers a data product from now on. It is discoverable once a contract has passed the
 * gate.
 */
@EventType("product.registered")
public record DataProductRegistered(
    ProductId product, String name, String description, ProductOwner owner, Instant registeredAt)
    implements ProductEvent {

  @Override
  public String stream() {
    return product.stream();
  }
}
