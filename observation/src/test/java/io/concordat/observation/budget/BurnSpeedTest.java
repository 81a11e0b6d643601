package io.concordat.observation.budget;

import static io.concordat.observation.budget.BurnSpeed.FAST;
import static io.concordat.observation.budget.BurnSpeed.SLOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.concordat.observation.budget.BurnSpeed.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a budget burns too fast. Of 99.5 percent, 7.2 percent of failures are 14.4 times it. */
class BurnSpeedTest {

  @ParameterizedTest
  @CsvSource({
    "FAST, 1000, 73, 100, 8, false, true",
    // Exactly the threshold is not above it.
    "FAST, 1000, 72, 100, 8, false, false",
    // It was bad, and it has stopped.
    "FAST, 1000, 300, 100, 7, false, false",
    "FAST, 1000, 300, 100, 7, true, false",
    // It has just begun, and does not matter yet.
    "FAST, 1000, 20, 20, 20, false, false",
    // Nobody has looked since.
    "FAST, 1000, 300, 0, 0, false, false",
    "FAST, 1000, 300, 0, 0, true, true",
    "FAST, 0, 0, 0, 0, true, false",
    // Too few to tell.
    "FAST, 9, 9, 2, 2, false, false",
    "FAST, 10, 10, 2, 2, false, true",
    "FAST, 9, 9, 2, 2, true, true",
    "SLOW, 1000, 6, 100, 1, false, true",
    "SLOW, 1000, 5, 100, 1, false, false",
    "SLOW, 1000, 6, 1000, 5, true, false"
  })
  void bothWindowsSayIt(
      BurnSpeed speed,
      long checks,
      long failed,
      long lately,
      long failedLately,
      boolean before,
      boolean burns) {
    assertThat(
            speed.burns(99.5, new Window(checks, failed), new Window(lately, failedLately), before))
        .isEqualTo(burns);
  }

  @Test
  void anyFailureBurnsWhatAllowsNone() {
    assertThat(FAST.burns(100, new Window(100, 1), new Window(10, 1), false)).isTrue();
    assertThat(SLOW.burns(100, new Window(100, 0), new Window(10, 0), true)).isFalse();
  }

  @Test
  void fastIsTwoPercentOfTheBudgetInAnHour() {
    double hours = (double) Duration.ofDays(30).toHours();
    assertThat(FAST.threshold() * FAST.longWindow().toHours() / hours).isEqualTo(0.02);
  }

  /** Someone who fails steadily at a speed has spent that many budgets at the month's end. */
  @ParameterizedTest
  @CsvSource({"99.5, 1", "99, 2", "95, 4", "99.9, 14"})
  void theRateIsTheProjection(double objective, long times) {
    long checks = 1_000_000;
    long failed = Math.round(checks * (100 - objective) / 100) * times;
    YearMonth month = YearMonth.of(2026, 4);
    ErrorBudget half =
        ErrorBudget.of(
            objective,
            checks,
            failed,
            Instant.parse("2026-04-01T00:00:00Z"),
            month,
            Instant.parse("2026-04-16T00:00:00Z"));
    assertThat(half.projected()).isCloseTo(100.0 * times, within(1e-6));
    assertThat(half.percent()).isCloseTo(50.0 * times, within(1e-6));
  }
}
