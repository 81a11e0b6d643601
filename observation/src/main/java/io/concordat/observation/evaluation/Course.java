package io.concordat.observation.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * Where a commitment stands, and how it got there.
 *
 * @param breached whether an incident is open; it may be while the standing is unknown
 * @param run observations in a row: positive where kept, negative where broken, 0 where none
 * @param latest time of the latest observation, milliseconds since 1970 UTC; {@link Long#MIN_VALUE}
 *     before the first
 */
public record Course(Standing standing, boolean breached, int run, long latest) {

  /** Before its first observation. */
  public static final Course BEGINNING = new Course(Standing.UNKNOWN, false, 0, Long.MIN_VALUE);

  /** What is known of a commitment. */
  public enum Standing {
    MET,
    BREACHED,
    UNKNOWN
  }

  /** What others are told. */
  public enum Turn {
    /** An incident opens. */
    BREACHED,
    /** The open incident resolves. */
    RECOVERED
  }

  /**
   * After one more observation. One that is older than the latest changes nothing.
   *
   * @param at when it was observed, milliseconds since 1970 UTC
   */
  public Course after(long at, boolean kept, Hysteresis hysteresis) {
    if (at < latest) {
      return this;
    }
    int now = kept ? longer(Math.max(run, 0)) : -longer(-Math.min(run, 0));
    boolean open = breached ? now < hysteresis.toRecover() : -now >= hysteresis.toBreach();
    Standing next = open ? Standing.BREACHED : kept || breached ? Standing.MET : standing;
    return new Course(next, open, now, at);
  }

  /** Nothing was heard for longer than expected. */
  public Course silent() {
    return new Course(Standing.UNKNOWN, breached, 0, latest);
  }

  /** Silence itself breaks the promise. */
  public Course overdue() {
    return new Course(Standing.BREACHED, true, 0, latest);
  }

  /** What is to be told of the way from here to there; null where nothing is. */
  public @Nullable Turn turn(Course there) {
    if (breached == there.breached) {
      return null;
    }
    return there.breached ? Turn.BREACHED : Turn.RECOVERED;
  }

  private static int longer(int length) {
    return length == Integer.MAX_VALUE ? length : length + 1;
  }
}
