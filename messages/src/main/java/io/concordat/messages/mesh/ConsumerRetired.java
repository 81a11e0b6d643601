package io.concordat.messages.mesh;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/** A consumer reads nothing from now on, until it is registered again. */
@EventType("consumer.retired")
public record ConsumerRetired(
    ConsumerId consumer, String reason, Subject retiredBy, Instant retiredAt)
    implements ConsumerEvent {

  @Override
  public String stream() {
    return consumer.stream();
  }
}
