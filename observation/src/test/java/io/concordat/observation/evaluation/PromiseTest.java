package io.concordat.observation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.concordat.observation.evaluation.Holding.Held;
import io.concordat.observation.evaluation.Holding.NotHeld;
import io.concordat.observation.evaluation.Promise.Range;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromiseTest {

  private static final double NONE = Double.NEGATIVE_INFINITY;
  private static final double ALL = Double.POSITIVE_INFINITY;

  private static final Promise FOUR_HOURS =
      new Promise(List.of(new Range(NONE, false, 14_400, true)), "seconds");
  private static final Promise UNDER_ONE_PERCENT =
      new Promise(List.of(new Range(0, true, 1, false)), "percent");
  private static final Promise NOT_FIVE =
      new Promise(List.of(new Range(NONE, false, 5, false), new Range(5, false, ALL, false)), "");
  private static final Promise JUDGED_ELSEWHERE = new Promise(List.of(), "");

  @ParameterizedTest
  @CsvSource({
    "4, h, true",
    "240, min, true",
    "14400000, ms, true",
    "0, s, true",
    "-1, s, true",
    "4.0001, h, false",
    "1, d, false",
  })
  void spansAreHeldInAnyUnitOfTime(double amount, String unit, boolean kept) {
    assertThat(FOUR_HOURS.hold(measured(amount, unit))).isEqualTo(check(kept));
  }

  @ParameterizedTest
  @CsvSource({
    "0, percent, true",
    "0.999, %, true",
    "0.00999, ratio, true",
    "1, PERCENT, false",
    "0.01, ratio, false",
    "-0.1, percent, false",
  })
  void theEndsOfARangeAreInOrOutAsTheyAreWritten(double amount, String unit, boolean kept) {
    assertThat(UNDER_ONE_PERCENT.hold(measured(amount, unit))).isEqualTo(check(kept));
  }

  @Test
  void aPromiseMayHaveAGap() {
    assertThat(NOT_FIVE.hold(measured(4.9, null))).isEqualTo(check(true));
    assertThat(NOT_FIVE.hold(measured(5, null))).isEqualTo(check(false));
    assertThat(NOT_FIVE.hold(measured(5.1, ""))).isEqualTo(check(true));
  }

  @ParameterizedTest
  @CsvSource({"NaN", "Infinity", "-Infinity"})
  void whatIsNoNumberIsNotHeld(double amount) {
    assertThat(FOUR_HOURS.hold(measured(amount, "s")))
        .isEqualTo(new NotHeld(ObservationFault.OBSERVATION_VALUE_NOT_FINITE));
  }

  @Test
  void aNumberThatOverflowsInItsConversionIsNotHeld() {
    assertThat(FOUR_HOURS.hold(measured(Double.MAX_VALUE, "d")))
        .isEqualTo(new NotHeld(ObservationFault.OBSERVATION_VALUE_NOT_FINITE));
  }

  @ParameterizedTest
  @CsvSource({"percent", "rows", "furlongs", "''"})
  void anotherUnitIsNotHeld(String unit) {
    assertThat(FOUR_HOURS.hold(measured(1, unit)))
        .isEqualTo(new NotHeld(ObservationFault.OBSERVATION_UNIT_MISMATCH));
  }

  @Test
  void withoutAThresholdOnlyJudgedChecksCount() {
    assertThat(JUDGED_ELSEWHERE.hold(measured(1, null)))
        .isEqualTo(new NotHeld(ObservationFault.OBSERVATION_NOT_MEASURABLE));
    assertThat(JUDGED_ELSEWHERE.hold(new Reading.Judged(98, 2))).isEqualTo(new Held(98, 2));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1, 2", "2, -1"})
  void countsAreOfSomething(long passed, long failed) {
    assertThat(FOUR_HOURS.hold(new Reading.Judged(passed, failed)))
        .isEqualTo(new NotHeld(ObservationFault.OBSERVATION_COUNTS_INVALID));
  }

  @ParameterizedTest
  @CsvSource({
    "250, Milliseconds, 0.25, seconds", "3, minutes, 180, seconds", "1, Hours, 3600, seconds",
    "2, day, 172800, seconds", "0.25, ratio, 25, percent", "7, row, 7, rows",
    "5, Rows/s, 5, rows/s",
  })
  void unitsAreConverted(double amount, String unit, double converted, String to) {
    Quantity quantity = Quantity.of(amount, unit);
    assertThat(quantity.amount()).isCloseTo(converted, within(1e-9));
    assertThat(quantity.unit()).isEqualTo(to);
  }

  private static Held check(boolean kept) {
    return kept ? new Held(1, 0) : new Held(0, 1);
  }

  private static Reading measured(double amount, String unit) {
    return new Reading.Measured(Quantity.of(amount, unit));
  }
}
