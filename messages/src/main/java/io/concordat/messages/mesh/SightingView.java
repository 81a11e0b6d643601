package io.concordat.messages.mesh;

import io.concordat.messages.contract.ContractId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a contract's data was seen to be read.
 *
 * @param reader id of the consumer; of a job that no consumer names, its name; of a reader that
 *     nobody declared, as it was reported
 * @param consumer the consumer that it is; null where none of that id is registered
 * @param versions the versions that it may have been: one where that is known, several where they
 *     share a dataset, none where it was not told; sorted by name
 * @param firstSeenAt UTC
 * @param lastSeenAt UTC
 */
public record SightingView(
    String reader,
    @Nullable ConsumerId consumer,
    ContractId contract,
    List<String> versions,
    SightingSource source,
    Instant firstSeenAt,
    Instant lastSeenAt) {

  public SightingView {
    versions = List.copyOf(versions);
  }
}
