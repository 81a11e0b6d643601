package io.concordat.messages.series;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures over time.
 *
 * @param from start of the first bucket, UTC
 * @param to end of the last bucket, UTC
 * @param points one for each bucket, the first first; {@value Resolution#MOST_BUCKETS} at most
 */
public record SeriesView(Instant from, Instant to, Resolution resolution, List<Point> points) {

  /**
   * One bucket.
   *
   * @param from included
   * @param to excluded
   * @param checks null where nothing was checked
   * @param opened incidents that were opened in it
   * @param resolved incidents that stand resolved since a moment in it
   */
  public record Point(Instant from, Instant to, @Nullable Checks checks, int opened, int resolved) {

    /** Checks that passed; null where nothing was checked. */
    public @Nullable Long passed() {
      return checks == null ? null : checks.passed();
    }

    /** Checks that failed; null where nothing was checked. */
    public @Nullable Long failed() {
      return checks == null ? null : checks.failed();
    }

    /** Share of checks that passed, in percent, 0 to 100; null where nothing was checked. */
    public @Nullable Double percent() {
      return checks == null ? null : 100.0 * checks.passed() / (checks.passed() + checks.failed());
    }
  }

  /**
   * Checks counted, at least one.
   *
   * @param passed not negative
   * @param failed not negative
   */
  public record Checks(long passed, long failed) {}
}
