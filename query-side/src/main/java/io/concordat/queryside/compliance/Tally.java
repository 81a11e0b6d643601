package io.concordat.queryside.compliance;

import org.jspecify.annotations.Nullable;

/**
 * Checks counted.
 *
 * @param passed not negative
 * @param failed not negative
 */
record Tally(long passed, long failed) {

  static final Tally NONE = new Tally(0, 0);

  Tally plus(Tally other) {
    return new Tally(passed + other.passed, failed + other.failed);
  }

  /** Whether nothing was checked. */
  boolean isEmpty() {
    return passed + failed == 0;
  }

  /** Share of checks that passed, in percent, 0 to 100; null where nothing was checked. */
  @Nullable Double percentOrNull() {
    return isEmpty() ? null : percent();
  }

  /** Share of checks that passed, in percent, 0 to 100; not a number where nothing was checked. */
  double percent() {
    return 100.0 * passed / (passed + failed);
  }
}
