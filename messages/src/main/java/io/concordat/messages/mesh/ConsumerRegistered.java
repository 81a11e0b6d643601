package io.concordat.messages.mesh;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;
import java.util.List;

/** A consumer reads these contracts from now on. */
@EventType("consumer.registered")
public record ConsumerRegistered(
    ConsumerId consumer,
    String name,
    ConsumerKind kind,
    String purpose,
    List<ContractRead> reads,
    Subject registeredBy,
    Instant registeredAt)
    implements ConsumerEvent {

  @Override
  public String stream() {
    return consumer.stream();
  }
}
