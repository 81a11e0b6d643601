package io.concordat.messages.mesh;

import io.concordat.messages.Subject;
import java.time.Instant;
import java.util.List;

/** A consumer as it is read. */
public record ConsumerView(
    ConsumerId id,
    String name,
    ConsumerKind kind,
    String purpose,
    List<ContractRead> reads,
    Subject registeredBy,
    Instant registeredAt) {}
