package io.concordat.eventstore.serialization;

import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/**
 * What turns stored events of older revisions into the newest ones. An upcaster is named {@code
 * ContractProposed_1_to_2}, works on {@code tools.jackson.databind.JsonNode}, and is listed here in
 * the order in which revisions came.
 */
public final class Upcasters {

  private Upcasters() {}

  /** The whole chain. */
  public static EventUpcaster chain() {
    return new EventUpcasterChain(new ContractVersionPublished_1_to_2());
  }
}
