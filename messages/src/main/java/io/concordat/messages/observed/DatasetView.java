package io.concordat.messages.observed;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.DatasetName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dataset that lineage events spoke of.
 *
 * @param id opaque; made of its name, so it is the same after a rebuild
 * @param firstSeenAt time of the oldest event that showed it, UTC
 * @param lastSeenAt time of the newest event that showed it, UTC
 * @param contract that stands for it: a served version names it; null where none does
 * @param readBy jobs that read it at present, by name; 50 at most
 * @param writtenBy jobs that write it at present, by name; 50 at most
 */
public record DatasetView(
    String id,
    DatasetName name,
    Instant firstSeenAt,
    Instant lastSeenAt,
    @Nullable ContractId contract,
    List<Job> readBy,
    List<Job> writtenBy) {

  public DatasetView {
    readBy = List.copyOf(readBy);
    writtenBy = List.copyOf(writtenBy);
  }

  /** A job, and when an event last showed it, UTC. */
  public record Job(String namespace, String name, Instant lastSeenAt) {}
}
