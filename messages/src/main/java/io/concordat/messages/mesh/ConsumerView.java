package io.concordat.messages.mesh;

import io.concordat.messages.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A consumer as it is read.
 *
 * @param reads what it reads, or read last
 * @param jobs jobs by which it reads, as lineage events name them
 * @param registeredBy who declared these facts
 * @param registeredAt when these facts were declared, UTC
 * @param retiredAt when it stopped to read, UTC; null where it goes on
 * @param retiredFor why it stopped; null where it goes on
 */
public record ConsumerView(
    ConsumerId id,
    String name,
    ConsumerKind kind,
    String purpose,
    List<ContractRead> reads,
    List<JobId> jobs,
    Subject registeredBy,
    Instant registeredAt,
    @Nullable Instant retiredAt,
    @Nullable String retiredFor) {}
