package io.concordat.server.whatif;

import io.concordat.messages.policy.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What trials said of documents, by all that the answer depends on. Those that were used last are
 * kept, as many as hold a bounded number of violations.
 *
 * <p>Thread safe.
 */
final class Findings {

  private static final int MOST_ENTRIES = 20_000;
  private static final int MOST_VIOLATIONS = 50_000;

  private final Map<Key, List<Violation>> known = new LinkedHashMap<>(256, 0.75f, true);
  private int violations;

  /**
   * What an answer depends on.
   *
   * @param trial digest of the rules
   * @param document digest
   * @param previous digest of the document before it; null where there is none
   * @param upstream what is upstream now
   */
  record Key(String trial, String document, @Nullable String previous, String upstream) {}

  synchronized @Nullable List<Violation> get(Key key) {
    return known.get(key);
  }

  synchronized void put(Key key, List<Violation> found) {
    List<Violation> before = known.put(key, found);
    violations += found.size() - (before == null ? 0 : before.size());
    while (known.size() > MOST_ENTRIES || (violations > MOST_VIOLATIONS && known.size() > 1)) {
      Map.Entry<Key, List<Violation>> oldest = known.entrySet().iterator().next();
      violations -= oldest.getValue().size();
      known.remove(oldest.getKey());
    }
  }
}
