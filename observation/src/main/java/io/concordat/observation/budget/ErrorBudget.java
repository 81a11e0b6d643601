package io.concordat.observation.budget;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What a promise allows to fail in a calendar month (UTC), and what has failed of it. The one place
 * of the formula:
 *
 * <pre>
 * expected = checks so far + checks so far / time since the first * time left of the month
 * allowed  = (100 - objective) / 100 * expected
 * percent  = failed / allowed * 100
 * </pre>
 *
 * In a month that is over, all checks are there and nothing is estimated. Time counts from the hour
 * of the month's first check, as one hour at least.
 *
 * @param objective least share of the month's checks that must be kept, percent, above 0 up to 100
 * @param checks that were made in the month so far
 * @param failed those of them that were not kept
 * @param allowed how many checks of the whole month may fail; a fraction where the month is small
 */
public record ErrorBudget(double objective, long checks, long failed, double allowed) {

  private static final double ALL = 100;
  private static final Duration LEAST = Duration.ofHours(1);

  /**
   * The budget at a moment. Without a check it allows nothing and nothing of it is spent.
   *
   * @param first when the month's first check was made, by the hour; null where none was
   * @param now not before the month
   */
  public static ErrorBudget of(
      double objective,
      long checks,
      long failed,
      @Nullable Instant first,
      YearMonth month,
      Instant now) {
    double expected = first == null ? 0 : expected(checks, first, month, now);
    return new ErrorBudget(objective, checks, failed, (ALL - objective) * expected / ALL);
  }

  private static double expected(long checks, Instant first, YearMonth month, Instant now) {
    Instant end = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Duration left = Duration.between(now, end);
    if (!left.isPositive()) {
      return checks;
    }
    Duration since = Duration.between(first, now);
    Duration elapsed = since.compareTo(LEAST) < 0 ? LEAST : since;
    return checks * (1 + (double) left.toMillis() / elapsed.toMillis());
  }

  /**
   * The objective of a promise of which two versions are served: the higher one, as their checks
   * are counted together. Where only one of them names an objective, it holds for both; where none
   * does, there is no budget.
   */
  public static double objective(double one, double other) {
    return Math.max(one, other);
  }

  /** How many checks may still fail; never below 0. */
  public double remaining() {
    return Math.max(0, allowed - failed);
  }

  /**
   * How much of it is spent, percent; above 100 where more has failed than was allowed. Null where
   * nothing is allowed to fail and something has.
   */
  public @Nullable Double percent() {
    return failed == 0 ? Double.valueOf(0) : allowed == 0 ? null : failed / allowed * ALL;
  }

  /**
   * How much of it will be spent at the month's end where checks go on to fail at the rate of the
   * month so far, percent: the burn rate of the month. Null as {@link #percent} is.
   */
  public @Nullable Double projected() {
    if (failed == 0) {
      return 0.0;
    }
    return objective == ALL ? null : BurnSpeed.rate(objective, checks, failed) * ALL;
  }

  /** Whether nothing is left: as much as is allowed has failed, and something has. */
  public boolean isSpent() {
    return failed > 0 && failed >= allowed;
  }
}
