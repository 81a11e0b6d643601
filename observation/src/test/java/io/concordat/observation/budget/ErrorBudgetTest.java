package io.concordat.observation.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** The formula of the error budget, and its edges. */
class ErrorBudgetTest {

  private static final YearMonth APRIL = YearMonth.of(2026, 4);
  private static final Instant START = Instant.parse("2026-04-01T00:00:00Z");
  private static final Instant OVER = Instant.parse("2026-05-01T00:00:00Z");

  @Test
  void whatFailedIsSetAgainstWhatTheWholeMonthAllows() {
    ErrorBudget budget =
        ErrorBudget.of(99.5, 10_000, 50, START, APRIL, Instant.parse("2026-04-11T00:00:00Z"));
    assertThat(budget.allowed()).isCloseTo(150, within(1e-9));
    assertThat(budget.percent()).isCloseTo(100.0 / 3, within(1e-9));
    assertThat(budget.remaining()).isCloseTo(100, within(1e-9));
    assertThat(budget.projected()).isCloseTo(100, within(1e-9));
    assertThat(budget.isSpent()).isFalse();
  }

  @Test
  void aMonthThatIsOverIsNotEstimated() {
    ErrorBudget budget = ErrorBudget.of(99.5, 10_000, 50, START, APRIL, OVER);
    assertThat(budget.allowed()).isEqualTo(50);
    assertThat(budget.percent()).isEqualTo(100);
    assertThat(budget.remaining()).isZero();
    assertThat(budget.isSpent()).isTrue();
  }

  @Test
  void whatBeganWithinTheMonthIsEstimatedFromThere() {
    ErrorBudget budget =
        ErrorBudget.of(
            99,
            1_000,
            5,
            Instant.parse("2026-04-26T00:00:00Z"),
            APRIL,
            Instant.parse("2026-04-28T12:00:00Z"));
    assertThat(budget.allowed()).isCloseTo(20, within(1e-9));
  }

  @Test
  void theFirstMinutesCountAsAnHour() {
    ErrorBudget budget =
        ErrorBudget.of(99, 10, 1, START, APRIL, Instant.parse("2026-04-01T00:01:00Z"));
    assertThat(budget.allowed()).isCloseTo(0.1 * (1 + 43_199 / 60.0), within(1e-9));
  }

  @Test
  void nothingIsSpentWhereNothingWasChecked() {
    ErrorBudget budget = ErrorBudget.of(99.5, 0, 0, null, APRIL, START);
    assertThat(budget.allowed()).isZero();
    assertThat(budget.percent()).isZero();
    assertThat(budget.projected()).isZero();
    assertThat(budget.isSpent()).isFalse();
  }

  @Test
  void wherePromisesAllowNothingTheFirstFailureSpendsAll() {
    ErrorBudget kept = ErrorBudget.of(100, 500, 0, START, APRIL, OVER);
    assertThat(kept.percent()).isZero();
    assertThat(kept.isSpent()).isFalse();
    ErrorBudget broken = ErrorBudget.of(100, 500, 1, START, APRIL, OVER);
    assertThat(broken.allowed()).isZero();
    assertThat(broken.percent()).isNull();
    assertThat(broken.projected()).isNull();
    assertThat(broken.isSpent()).isTrue();
  }

  @Test
  void moreThanAllIsTold() {
    ErrorBudget budget = ErrorBudget.of(99.5, 10_000, 75, START, APRIL, OVER);
    assertThat(budget.percent()).isEqualTo(150);
    assertThat(budget.remaining()).isZero();
  }

  @Test
  void ofTwoVersionsTheHigherObjectiveHolds() {
    assertThat(ErrorBudget.objective(99.0, 99.9)).isEqualTo(99.9);
  }
}
