package io.concordat.observation.evaluation;

import io.concordat.observation.evaluation.Tally.Counts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The latest checks of a commitment by five minutes of the time of observation, a little more than
 * an hour of them.
 *
 * <p>Not thread safe.
 */
final class Slots {

  /** Length of one, milliseconds. */
  static final long LENGTH = Duration.ofMinutes(5).toMillis();

  private static final long KEPT = Duration.ofMinutes(70).toMillis();

  private final TreeMap<Long, Counts> slots = new TreeMap<>();
  private final Set<Long> changed = new HashSet<>();

  /** Counts; what is older than what is kept is passed over. */
  void add(long at, Counts counts) {
    long slot = Math.floorDiv(at, LENGTH) * LENGTH;
    if (!slots.isEmpty() && slot < slots.lastKey() - KEPT) {
      return;
    }
    slots.merge(slot, counts, Counts::plus);
    changed.add(slot);
    while (slots.firstKey() < slots.lastKey() - KEPT) {
      changed.remove(slots.pollFirstEntry().getKey());
    }
  }

  /** Puts back what was saved. */
  void restore(long from, Counts counts) {
    slots.put(from, counts);
  }

  /** Those that have changed since this was asked last. */
  List<Tally.Hour> takeChanged() {
    List<Tally.Hour> taken = new ArrayList<>();
    for (Long slot : changed) {
      Counts counts = slots.get(slot);
      if (counts != null) {
        taken.add(new Tally.Hour(slot, counts));
      }
    }
    changed.clear();
    return taken;
  }
}
