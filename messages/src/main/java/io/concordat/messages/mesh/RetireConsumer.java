package io.concordat.messages.mesh;

import io.concordat.messages.Shape;

/**
 * A consumer reads nothing any more. A second time it changes nothing.
 *
 * <p>Emits {@code consumer.retired}; rejects with {@code CONSUMER_NOT_FOUND}, {@code NOT_ALLOWED}.
 *
 * @param reason why, for the record, at most 2,000 characters
 */
public record RetireConsumer(ConsumerId consumer, String reason) implements ConsumerCommand {

  public RetireConsumer {
    Shape.text("reason", reason, 2_000);
  }

  @Override
  public String stream() {
    return consumer.stream();
  }
}
