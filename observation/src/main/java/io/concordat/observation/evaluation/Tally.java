package io.concordat.observation.evaluation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks of one commitment, counted per hour by the time of observation. What comes after its hour
 * was closed counts in the earliest one that is open.
 *
 * <p>Not thread safe.
 */
public final class Tally {

  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final TreeMap<Long, Counts> open = new TreeMap<>();
  private @Nullable Slots slots;
  private long openFrom;

  /** The hour of the latest checks; most others are of the same. */
  private long latest = Long.MIN_VALUE;

  /** Whether there are checks of it that are not in {@link #open} yet. */
  private boolean fresh;

  private long freshPassed;
  private long freshFailed;

  /** Where no hour is closed. */
  public Tally() {
    this(Long.MIN_VALUE);
  }

  /**
   * Where earlier hours are closed.
   *
   * @param openFrom start of the earliest open hour, milliseconds since 1970 UTC; {@link
   *     Long#MIN_VALUE} where none is closed
   */
  public Tally(long openFrom) {
    this.openFrom = openFrom;
  }

  /** Checks kept and broken. A number that would be larger stays {@link Long#MAX_VALUE}. */
  public record Counts(long passed, long failed) {

    Counts plus(Counts other) {
      return new Counts(sum(passed, other.passed), sum(failed, other.failed));
    }

    private static long sum(long one, long other) {
      return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
    }
  }

  /**
   * An hour, or five minutes, and what was counted in it.
   *
   * @param from its start, milliseconds since 1970 UTC
   */
  public record Hour(long from, Counts counts) {}

  /**
   * Counts checks; none of the numbers is negative.
   *
   * @param at when they were made, milliseconds since 1970 UTC
   */
  public void add(long at, long passed, long failed) {
    long hour = Math.max(Math.floorDiv(at, HOUR) * HOUR, openFrom);
    if (hour != latest) {
      settle();
      latest = hour;
    }
    freshPassed = Counts.sum(freshPassed, passed);
    freshFailed = Counts.sum(freshFailed, failed);
    fresh = true;
    if (slots != null) {
      slots.add(at, new Counts(passed, failed));
    }
  }

  /** Puts the checks of the latest hour to the others. */
  private void settle() {
    if (fresh) {
      open.merge(latest, new Counts(freshPassed, freshFailed), Counts::plus);
      freshPassed = 0;
      freshFailed = 0;
      fresh = false;
    }
  }

  /** From here on it also counts by five minutes. */
  public void keepSlots() {
    if (slots == null) {
      slots = new Slots();
    }
  }

  /** Puts back what was saved of five minutes; {@code from} in milliseconds since 1970 UTC. */
  public void restoreSlot(long from, Counts counts) {
    keepSlots();
    Objects.requireNonNull(slots).restore(from, counts);
  }

  /** The five minutes that have changed since this was asked last; of a bit more than an hour. */
  public List<Hour> takeSlots() {
    return slots == null ? List.of() : slots.takeChanged();
  }

  /**
   * Puts back what was saved of an hour.
   *
   * @param from its start, milliseconds since 1970 UTC
   */
  public void restore(long from, Counts counts) {
    settle();
    open.put(from, counts);
  }

  /** The hours that are open, by their start in milliseconds since 1970 UTC. */
  public SortedMap<Long, Counts> open() {
    settle();
    return Collections.unmodifiableSortedMap(open);
  }

  /**
   * Closes all hours that end at a time or before, and takes them out, the earliest first.
   *
   * @param until milliseconds since 1970 UTC
   */
  public List<Hour> close(long until) {
    settle();
    openFrom = Math.max(openFrom, Math.floorDiv(until, HOUR) * HOUR);
    List<Hour> closed = new ArrayList<>();
    while (!open.isEmpty() && open.firstKey() < openFrom) {
      var first = open.pollFirstEntry();
      closed.add(new Hour(first.getKey(), first.getValue()));
    }
    return closed;
  }
}
