package io.concordat.messages.mesh;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;
import java.util.List;

/**
 * A consumer reads these contracts from now on.
 *
 * @param jobs jobs by which it reads; empty for what was registered before they could be named
 */
@EventType(value = "consumer.registered", revision = 2)
public record ConsumerRegistered(
    ConsumerId consumer,
    String name,
    ConsumerKind kind,
    String purpose,
    List<ContractRead> reads,
    Subject registeredBy,
    Instant registeredAt,
    @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL) List<JobId> jobs)
    implements ConsumerEvent {

  public ConsumerRegistered {
    jobs = List.copyOf(jobs);
  }

  @Override
  public String stream() {
    return consumer.stream();
  }
}
