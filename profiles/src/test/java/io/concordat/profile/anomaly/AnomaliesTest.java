package io.concordat.profile.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.concordat.profile.FieldFigures;
import io.concordat.profile.FieldFigures.Numbers;
import io.concordat.profile.FieldSketch;
import io.concordat.profile.Frequency;
import io.concordat.profile.anomaly.SyntheticMonth.Feed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnomaliesTest {

  private static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");

  @Test
  void tellsWhatIsUnusualAndWhatWasExpected() {
    assertThat(judge(usual(30), rows(30, 400)))
        .singleElement()
        .satisfies(anomaly -> {
          assertThat(anomaly.kind()).isEqualTo(AnomalyKind.VOLUME);
          assertThat(anomaly.observed()).isCloseTo(400, within(1e-6));
          assertThat(anomaly.expected()).isCloseTo(1000, within(20.0));
          assertThat(anomaly.low()).isBetween(800.0, 950.0);
          assertThat(anomaly.high()).isBetween(1050.0, 1300.0);
        });
  }

  @Test
  void theUsualIsNotTold() {
    assertThat(judge(usual(30), rows(30, 1010))).isEmpty();
  }

  @Test
  void tooFewWindowsTellNothing() {
    assertThat(judge(usual(13), rows(13, 1))).isEmpty();
    assertThat(judge(usual(14), rows(14, 1))).hasSize(1);
  }

  @Test
  void twoOutliersBeforeDoNotHideTheNext() {
    List<FieldWindow> history = usual(30);
    history.set(20, rows(20, 50));
    history.set(25, rows(25, 20_000));
    assertThat(judge(history, rows(30, 400))).hasSize(1);
    assertThat(judge(history, rows(30, 1010))).isEmpty();
  }

  @Test
  void aQuietWeekendIsUsualAfterFourWeeksAndUnusualOnAWeekday() {
    List<FieldWindow> history = new ArrayList<>();
    for (int day = 0; day < 40; day++) {
      history.add(rows(day, weekday(day) >= 5 ? 300 + day : 1000 + day));
    }
    assertThat(judge(history, rows(40, 340))).as("Saturday").isEmpty();
    assertThat(judge(history, rows(40, 1000))).as("a busy Saturday").hasSize(1);
    assertThat(judge(history, rows(42, 340))).as("a quiet Monday").hasSize(1);
  }

  @Test
  void aSteadyTrendIsUsual() {
    List<FieldWindow> history =
        new ArrayList<>(
            IntStream.range(0, 40)
                .mapToObj(day -> rows(day, Math.round(1000 * Math.exp(0.03 * day))))
                .toList());
    assertThat(judge(history, rows(40, Math.round(1000 * Math.exp(1.2))))).isEmpty();
    assertThat(judge(history, rows(40, 1800))).hasSize(1);
  }

  @Test
  void aChangeThatStaysIsToldThreeTimes() {
    List<FieldWindow> windows = usual(60);
    List<Integer> told = new ArrayList<>();
    for (int day = 60; day < 90; day++) {
      FieldWindow window = rows(day, 1990 + day % 3);
      if (!judge(windows, window).isEmpty()) {
        told.add(day);
      }
      windows.add(window);
    }
    assertThat(told).containsExactly(60, 61, 62);
  }

  @Test
  void theOrderOfTheHistoryDoesNotMatterNorDoLaterWindows() {
    List<FieldWindow> history = usual(60);
    FieldWindow window = rows(60, 700);
    List<Anomaly> expected = judge(history, window);
    history.add(rows(61, 5));
    Collections.shuffle(history, new Random(1));
    assertThat(judge(history, window)).isEqualTo(expected).isNotEmpty();
  }

  @Test
  void nothingIsAnAnomalyToo() {
    assertThat(judge(usual(30), rows(30, 0)))
        .extracting(Anomaly::kind)
        .containsExactly(AnomalyKind.VOLUME);
  }

  @Test
  void distancesOfDistributions() {
    double[] steps = DoubleStream.iterate(0, i -> i + 1).limit(21).toArray();
    double[] moved = DoubleStream.iterate(10, i -> i + 1).limit(21).toArray();
    double[] same = DoubleStream.generate(() -> 7).limit(21).toArray();
    assertThat(Distances.ofDistributions(steps, steps)).isZero();
    assertThat(Distances.ofDistributions(steps, moved)).isCloseTo(0.5, within(1e-9));
    assertThat(Distances.ofDistributions(same, same)).isZero();
    assertThat(Distances.ofDistributions(steps, same))
        .isEqualTo(Distances.ofDistributions(same, steps))
        .isBetween(0.6, 0.7);
  }

  @ParameterizedTest
  @EnumSource(Feed.class)
  void faultsOfEachFeedAreFoundWithoutTooManyFalseAlarms(Feed feed) {
    Trial trial = new Trial();
    for (int seed = 0; seed < 6; seed++) {
      trial.add(new SyntheticMonth(feed, seed % 2 == 0, true, 77_000 + seed));
    }
    double recall =
        switch (feed) {
          case STEADY, WEEKLY, SKEWED, TREND, SMALL_NUMBERS, MIXED, HEAVY_TAILS -> 0.85;
          case HOLIDAYS -> 0.65;
          case FEW_ROWS -> 0.4;
        };
    double falseAlarms =
        switch (feed) {
          case STEADY, SKEWED, TREND, SMALL_NUMBERS -> 1;
          case WEEKLY, FEW_ROWS, MIXED, HEAVY_TAILS -> 2;
          case HOLIDAYS -> 4;
        };
    assertThat(trial.recall()).isGreaterThanOrEqualTo(recall);
    assertThat(trial.falseAlarms()).isLessThanOrEqualTo(falseAlarms);
  }

  @Test
  void aBaselineFromStoredBytesSaysTheSame() {
    List<FieldWindow> fresh = new ArrayList<>();
    List<FieldWindow> stored = new ArrayList<>();
    Random random = new Random(5);
    for (int day = 0; day < 40; day++) {
      FieldSketch sketch = new FieldSketch(false);
      for (int row = 0; row < 300; row++) {
        sketch.addNumber(random.nextGaussian() * (day == 39 ? 4 : 1));
      }
      fresh.add(new FieldWindow(day(day), sketch.figures()));
      stored.add(new FieldWindow(day(day), FieldSketch.of(sketch.toBytes()).figures()));
    }
    assertThat(judge(stored, stored.getLast()))
        .isEqualTo(judge(fresh, fresh.getLast()))
        .extracting(Anomaly::kind)
        .contains(AnomalyKind.DISTRIBUTION);
  }

  private static List<Anomaly> judge(List<FieldWindow> history, FieldWindow window) {
    return Anomalies.of(history, window, Sensitivity.USUAL);
  }

  private static List<FieldWindow> usual(int days) {
    Random random = new Random(3);
    List<FieldWindow> windows = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      windows.add(rows(day, 990 + random.nextInt(21)));
    }
    return windows;
  }

  private static FieldWindow rows(int day, long rows) {
    Numbers numbers = new Numbers(1, 0, Collections.nCopies(FieldFigures.QUANTILES, 1.0));
    return new FieldWindow(
        day(day),
        new FieldFigures(
            rows,
            0,
            rows == 0 ? 0 : 1,
            rows == 0 ? null : numbers,
            List.of(),
            rows == 0 ? List.of() : List.of(new Frequency("AA", rows))));
  }

  private static Instant day(int day) {
    return MONDAY.plus(Duration.ofDays(day));
  }

  private static int weekday(int day) {
    return day % 7;
  }
}
