package io.concordat.server.wiring;

import io.concordat.contract.SemanticVersion;
import io.concordat.eventstore.stream.StreamReader;
import io.concordat.messages.Event;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractVersionPublished;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The latest release of contracts that others derive from, without documents. As new as the last
 * committed event: each question asks how long the stream is, and reads only what has come since.
 *
 * <p>Thread safe.
 */
final class Releases {

  private static final int REMEMBERED_MOST = 5_000;

  private final StreamReader streams;
  private final Map<ContractId, Known> known = new LinkedHashMap<>(64, 0.75f, true);

  Releases(StreamReader streams) {
    this.streams = streams;
  }

  /**
   * A version that was published.
   *
   * @param digest SHA-256 of its document
   */
  record Release(SemanticVersion number, String digest) {}

  private record Known(long head, @Nullable Release latest) {}

  /**
   * The highest release, retired ones included; while there is none, the highest pre-release. Empty
   * where no version was published.
   */
  Optional<Release> latest(ContractId contract) {
    OptionalLong head = streams.head(contract.stream());
    if (head.isEmpty()) {
      return Optional.empty();
    }
    Known before = remembered(contract);
    if (before != null && before.head() == head.getAsLong()) {
      return Optional.ofNullable(before.latest());
    }
    long last = before == null ? -1 : before.head();
    Release latest = before == null ? null : before.latest();
    List<Event> events = streams.readAfter(contract.stream(), last);
    for (Event event : events) {
      if (event instanceof ContractVersionPublished published) {
        latest = higher(latest, published);
      }
    }
    remember(contract, new Known(last + events.size(), latest));
    return Optional.ofNullable(latest);
  }

  private static Release higher(@Nullable Release latest, ContractVersionPublished published) {
    SemanticVersion number = SemanticVersion.of(published.version());
    return latest != null && SemanticVersion.BY_RELEASE.compare(latest.number(), number) > 0
        ? latest
        : new Release(number, published.digest());
  }

  private synchronized @Nullable Known remembered(ContractId contract) {
    return known.get(contract);
  }

  private synchronized void remember(ContractId contract, Known now) {
    known.put(contract, now);
    if (known.size() > REMEMBERED_MOST) {
      known.remove(known.keySet().iterator().next());
    }
  }
}
