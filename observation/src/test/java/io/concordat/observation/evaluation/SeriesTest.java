package io.concordat.observation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.observation.evaluation.Course.Turn;
import io.concordat.observation.evaluation.Promise.Range;
import io.concordat.observation.evaluation.Series.Outcome;
import io.concordat.observation.evaluation.Tally.Counts;
import io.concordat.observation.evaluation.Tally.Hour;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesTest {

  private static final long HOUR = 3_600_000;
  private static final Promise AT_MOST_TEN =
      new Promise(List.of(new Range(Double.NEGATIVE_INFINITY, false, 10, true)), "rows");

  private final Tally tally = new Tally();
  private final Series series = new Series(AT_MOST_TEN, Hysteresis.USUAL, tally);

  @Test
  void countsAndTellsTheTurn() {
    assertThat(series.observe("a", 1, rows(3))).isEqualTo(new Outcome.Counted(null));
    assertThat(series.observe("b", 2, rows(30))).isEqualTo(new Outcome.Counted(null));
    assertThat(series.observe("c", 3, rows(30))).isEqualTo(new Outcome.Counted(Turn.BREACHED));
    assertThat(series.course().standing()).isEqualTo(Course.Standing.BREACHED);
    assertThat(tally.close(HOUR)).containsExactly(new Hour(0, new Counts(1, 2)));
  }

  @Test
  void whatIsSentAgainIsNotCountedAgain() {
    series.observe("a", 1, rows(30));
    assertThat(series.observe("a", 1, rows(30)))
        .isEqualTo(new Outcome.Refused(ObservationFault.OBSERVATION_REPEATED));
    assertThat(series.course().breached()).isFalse();
    assertThat(tally.close(HOUR)).containsExactly(new Hour(0, new Counts(0, 1)));
  }

  @Test
  void aBadReadingDoesNotUseItsIdUp() {
    assertThat(series.observe("a", 1, rows(Double.NaN)))
        .isEqualTo(new Outcome.Refused(ObservationFault.OBSERVATION_VALUE_NOT_FINITE));
    assertThat(series.observe("a", 1, rows(1))).isEqualTo(new Outcome.Counted(null));
  }

  @Test
  void whatIsOlderThanAllThatIsRememberedIsLate() {
    for (int at = 1; at <= Recent.CAPACITY + 1; at++) {
      assertThat(series.observe("id-" + at, at, rows(1))).isEqualTo(new Outcome.Counted(null));
    }
    assertThat(series.observe("id-1", 1, rows(1)))
        .isEqualTo(new Outcome.Refused(ObservationFault.OBSERVATION_LATE));
    assertThat(series.observe("id-2", 2, rows(1)))
        .isEqualTo(new Outcome.Refused(ObservationFault.OBSERVATION_REPEATED));
  }

  /** Whatever is sent again, and in whatever order: what is counted is counted once. */
  @Property(tries = 300)
  void nothingIsCountedTwice(
      @ForAll @IntRange(min = 1, max = 300) int observations,
      @ForAll @IntRange(min = 1, max = 200) int differentTimes,
      @ForAll @IntRange(min = 1, max = 4) int sent,
      @ForAll long seed) {
    Series fresh = new Series(AT_MOST_TEN, Hysteresis.USUAL, new Tally());
    Random chance = new Random(seed);
    List<Integer> order = new ArrayList<>();
    for (int each = 0; each < observations * sent; each++) {
      order.add(each % observations);
    }
    Collections.shuffle(order, chance);
    Map<Integer, Integer> counted = new HashMap<>();
    for (int id : order) {
      Outcome outcome = fresh.observe("id-" + id, 1 + id % differentTimes, rows(1));
      if (outcome instanceof Outcome.Counted) {
        counted.merge(id, 1, Integer::sum);
      }
    }
    assertThat(counted.values()).allMatch(times -> times == 1);
    if (observations <= Recent.CAPACITY) {
      assertThat(counted).hasSize(observations);
    }
  }

  /** In order, nothing is lost, however often the hours so far are looked at and closed. */
  @Property(tries = 300)
  void countsDoNotDependOnWhereHoursAreClosed(
      @ForAll @Size(max = 200) List<@IntRange(min = 0, max = 20) Integer> values,
      @ForAll @IntRange(min = 1, max = 50) int batch) {
    Tally whole = new Tally();
    Tally split = new Tally();
    Series one = new Series(AT_MOST_TEN, Hysteresis.USUAL, whole);
    Series other = new Series(AT_MOST_TEN, Hysteresis.USUAL, split);
    List<Hour> closed = new ArrayList<>();
    for (int index = 0; index < values.size(); index++) {
      long at = index * HOUR / 7;
      one.observe("id-" + index, at, rows(values.get(index)));
      other.observe("id-" + index, at, rows(values.get(index)));
      if (index % batch == 0) {
        closed.addAll(split.close(at));
      }
    }
    closed.addAll(split.close(Long.MAX_VALUE));
    assertThat(closed).isEqualTo(whole.close(Long.MAX_VALUE));
    assertThat(other.course()).isEqualTo(one.course());
  }

  @Test
  void whatComesAfterItsHourWasClosedCountsInTheNext() {
    tally.add(10, 1, 0);
    assertThat(tally.close(HOUR - 1)).isEmpty();
    assertThat(tally.close(HOUR)).containsExactly(new Hour(0, new Counts(1, 0)));
    tally.add(20, 0, 1);
    assertThat(tally.close(HOUR)).isEmpty();
    assertThat(tally.close(2 * HOUR)).containsExactly(new Hour(HOUR, new Counts(0, 1)));
  }

  @Test
  void countsDoNotOverflow() {
    tally.add(0, Long.MAX_VALUE, 1);
    tally.add(0, 1, 1);
    assertThat(tally.close(HOUR)).containsExactly(new Hour(0, new Counts(Long.MAX_VALUE, 2)));
  }

  @ParameterizedTest
  @CsvSource({
    "PT5M, ",
    "PT5M0.001S, OBSERVATION_IN_FUTURE",
    "-P7D, ",
    "-P7DT0.001S, OBSERVATION_TOO_OLD",
    "P36500D, OBSERVATION_IN_FUTURE",
    "-P7300D, OBSERVATION_TOO_OLD",
  })
  void timesAreBounded(Duration fromReceipt, ObservationFault fault) {
    Instant received = Instant.parse("2026-03-01T10:00:00Z");
    assertThat(TimeBounds.USUAL.fault(received.plus(fromReceipt), received)).isEqualTo(fault);
  }

  private static Reading rows(double amount) {
    return new Reading.Measured(Quantity.of(amount, "rows"));
  }
}
