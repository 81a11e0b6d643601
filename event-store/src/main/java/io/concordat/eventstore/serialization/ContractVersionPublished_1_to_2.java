package io.concordat.eventstore.serialization;

import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Versions that were published before changes were told have none. */
final class ContractVersionPublished_1_to_2 extends SingleEventUpcaster {

  private static final SimpleSerializedType FROM =
      new SimpleSerializedType("contract.version-published", "1");
  private static final SimpleSerializedType TO =
      new SimpleSerializedType("contract.version-published", "2");

  @Override
  protected boolean canUpcast(IntermediateEventRepresentation event) {
    return event.getType().equals(FROM);
  }

  @Override
  protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
    return event.upcastPayload(
        TO,
        JsonNode.class,
        payload -> {
          if (payload instanceof ObjectNode object) {
            object.putArray("changes");
          }
          return payload;
        });
  }
}
