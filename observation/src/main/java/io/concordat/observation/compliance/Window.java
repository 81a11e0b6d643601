package io.concordat.observation.compliance;

import io.concordat.messages.compliance.CommitmentCount;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A stretch of time and what was counted in it.
 *
 * @param from start, UTC, included
 * @param to end, UTC, excluded
 * @param counts one per commitment, sorted by its name; see {@link #perCommitment}
 */
record Window(Instant from, Instant to, List<CommitmentCount> counts) {

  Window {
    counts = List.copyOf(counts);
  }

  /**
   * One count per commitment, sorted by name, so that the same counts in another order are the same
   * counts. A commitment that was counted in several parts has their sum, at most {@link
   * Long#MAX_VALUE}.
   */
  static List<CommitmentCount> perCommitment(List<CommitmentCount> counts) {
    return counts.stream()
        .collect(
            Collectors.toMap(CommitmentCount::commitment, Function.identity(), Window::together))
        .values()
        .stream()
        .sorted(Comparator.comparing(CommitmentCount::commitment))
        .toList();
  }

  /** Whether the window has a length and lies within one month, UTC. */
  boolean withinOneMonth() {
    return from.isBefore(to) && !to.isAfter(endOfMonth());
  }

  /** Whether the two have a moment in common. */
  boolean overlaps(Window other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }

  /** Whether the two are the same stretch of time. */
  boolean sameTimeAs(Window other) {
    return from.equals(other.from) && to.equals(other.to);
  }

  private Instant endOfMonth() {
    return YearMonth.from(from.atOffset(ZoneOffset.UTC))
        .plusMonths(1)
        .atDay(1)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }

  private static CommitmentCount together(CommitmentCount one, CommitmentCount other) {
    return new CommitmentCount(
        one.commitment(), sum(one.passed(), other.passed()), sum(one.failed(), other.failed()));
  }

  private static long sum(long one, long other) {
    return one > Long.MAX_VALUE - other ? Long.MAX_VALUE : one + other;
  }
}
