package io.concordat.benchmarks;

import java.util.Arrays;
import java.util.Locale;

/** Durations in nanoseconds, collected by many threads. */
final class Times {

  private long[] nanos = new long[1024];
  private int count;

  synchronized void add(long duration) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = duration;
  }

  synchronized int count() {
    return count;
  }

  /**
   * Milliseconds within which a share of them lie; NaN where there is none.
   *
   * @param share above 0, 1 for the longest
   */
  synchronized double millis(double share) {
    if (count == 0) {
      return Double.NaN;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(share * count) - 1] / 1e6;
  }

  /** p50, p95, p99 and the longest as cells of a Markdown row, in milliseconds. */
  String cells() {
    return String.format(
        Locale.ROOT,
        "%.1f | %.1f | %.1f | %.0f",
        millis(0.5),
        millis(0.95),
        millis(0.99),
        millis(1));
  }
}
