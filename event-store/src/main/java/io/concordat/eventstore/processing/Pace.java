package io.concordat.eventstore.processing;

import java.time.Duration;

/**
 * How soon to look for events again: at once after a silence, else when the gather time since the
 * last find is over. Times are of {@link System#nanoTime}. Used by one thread.
 */
final class Pace {

  private final long gatherNanos;
  private long lastFind;
  private boolean hasFound;

  Pace(Duration gatherTime) {
    this.gatherNanos = gatherTime.toNanos();
  }

  /** Events were found. */
  void found(long now) {
    lastFind = now;
    hasFound = true;
  }

  /** Nanoseconds to wait before the next look, 0 to the gather time. */
  long rest(long now) {
    return hasFound ? Math.clamp(gatherNanos - (now - lastFind), 0, gatherNanos) : 0;
  }
}
