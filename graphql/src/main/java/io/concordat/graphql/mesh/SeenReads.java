package io.concordat.graphql.mesh;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.SightingView;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that was seen of one consumer.
 *
 * @param sightings latest first; empty where nothing was seen
 */
public record SeenReads(List<SightingView> sightings) {

  public SeenReads {
    sightings = List.copyOf(sightings);
  }

  /** What was seen of each, also of those of whom nothing was. */
  public static Map<ConsumerId, SeenReads> of(Set<ConsumerId> ids, List<SightingView> sightings) {
    Map<String, List<SightingView>> byReader =
        sightings.stream().collect(Collectors.groupingBy(SightingView::reader));
    Map<ConsumerId, SeenReads> seen = new HashMap<>();
    ids.forEach(id -> seen.put(id, new SeenReads(byReader.getOrDefault(id.value(), List.of()))));
    return seen;
  }

  /** When anything was last read, UTC; null where nothing was. */
  @Nullable Instant lastSeenAt() {
    return sightings.isEmpty() ? null : sightings.getFirst().lastSeenAt();
  }

  /** The last read of a contract; null where there was none. */
  @Nullable SightingView lastOf(ContractId contract) {
    return sightings.stream()
        .filter(sighting -> sighting.contract().equals(contract))
        .findFirst()
        .orElse(null);
  }
}
