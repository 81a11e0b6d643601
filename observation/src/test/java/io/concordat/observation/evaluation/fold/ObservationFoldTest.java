package io.concordat.observation.evaluation.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.ProductId;
import io.concordat.observation.evaluation.Course.Standing;
import io.concordat.observation.evaluation.Hysteresis;
import io.concordat.observation.evaluation.Observation;
import io.concordat.observation.evaluation.ObservationFault;
import io.concordat.observation.evaluation.Promise;
import io.concordat.observation.evaluation.Promise.Range;
import io.concordat.observation.evaluation.Quantity;
import io.concordat.observation.evaluation.Reading;
import io.concordat.observation.evaluation.Tally.Counts;
import io.concordat.observation.evaluation.fold.ObservationFold.Moments;
import io.concordat.observation.evaluation.fold.ObservationFold.TallyKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationFoldTest {

  private static final String CONTRACT = "payments/settlements/daily";
  private static final ProductId PRODUCT = new ProductId("payments/settlements");
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = 24 * HOUR;
  private static final long START = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();
  private static final Promised FRESH = promised(atMost(3_600, "seconds"), HOUR, null);
  private static final Promised COMPLETE = promised(atMost(1, "percent"), Long.MAX_VALUE, null);
  private static final Promises BOTH =
      promises(1, Map.of("1.0.0", Map.of("freshness", FRESH, "completeness", COMPLETE)));
  private static final Promises NONE = promises(2, Map.of());

  private final Heard heard = new Heard();
  private final ObservationFold fold = new ObservationFold(BOTH, Moments.BEGINNING, heard);
  private long position;

  @Test
  void twoBrokenOnesOpenAnIncidentAndTwoKeptOnesResolveIt() {
    see("completeness", "a", START, 50, "percent");
    assertThat(heard.turns).isEmpty();
    see("completeness", "b", START + 1, 50, "percent");
    see("completeness", "c", START + 2, 50, "percent");
    see("completeness", "d", START + 3, 0, "percent");
    see("completeness", "e", START + 4, 0, "percent");
    assertThat(heard.turns).extracting(Told.Turned::breached).containsExactly(true, false);
    assertThat(heard.turns).extracting(Told.Turned::position).containsExactly(2L, 5L);
    assertThat(heard.turns.get(1).incident()).isEqualTo(heard.turns.get(0).incident());
    assertThat(heard.turns.get(0).incident().version()).isEqualTo(7);
    assertThat(heard.turns).extracting(Told.Turned::since).containsExactly(START + 1, null);
  }

  @Test
  void aProducerThatSeesNothingWrongDoesNotHideOneThatDoes() {
    for (int number = 0; number < 4; number++) {
      fold.observe(number, START, seen("bad" + number, START, 50), "one");
      fold.observe(number, START, seen("good" + number, START, 0), "two");
    }
    assertThat(heard.turns).extracting(Told.Turned::breached).containsExactly(true);
  }

  @Test
  void silenceBreaksFreshnessAtTheMinuteAndTwoFreshOnesMendIt() {
    see("freshness", "a", START, 1_800, "s");
    tick(START + HOUR / 2);
    assertThat(heard.turns).isEmpty();
    tick(START + HOUR / 2 + 1);
    assertThat(heard.turns).extracting(Told.Turned::breached).containsExactly(true);
    assertThat(heard.turns).extracting(Told.Turned::since).containsExactly(START + HOUR / 2);
    tick(START + HOUR / 2 + 60_000);
    long later = START + HOUR / 2 + 61_000;
    see("freshness", "b", later, 0, "s");
    assertThat(heard.turns).hasSize(1);
    see("freshness", "c", later + 1, 0, "s");
    assertThat(heard.turns).extracting(Told.Turned::breached).containsExactly(true, false);
  }

  @Test
  void nobodyIsBlamedForTheTimeInWhichTheServiceWasAway() {
    see("freshness", "a", START, 0, "s");
    tick(START + 60_000);
    long back = START + 10 * HOUR;
    tick(back);
    assertThat(heard.turns).isEmpty();
    see("freshness", "b", back + 1_000, 0, "s");
    for (long at = back + 60_000; at <= back + 1_200_000; at += 60_000) {
      tick(at);
    }
    assertThat(heard.turns).isEmpty();
  }

  @Test
  void whatWasNeverHeardOfIsNotOverdue() {
    tick(START);
    tick(START + 60_000);
    assertThat(heard.turns).isEmpty();
  }

  @Test
  void aVersionThatIsNoLongerServedEndsItsBreach() {
    see("completeness", "a", START, 50, "percent");
    see("completeness", "b", START, 50, "percent");
    fold.promise(++position, START + 1, NONE);
    assertThat(heard.turns).extracting(Told.Turned::breached).containsExactly(true, false);
    see("completeness", "c", START + 2, 50, "percent");
    assertThat(heard.asides).containsExactly(ObservationFault.OBSERVATION_CONTRACT_UNKNOWN);
  }

  @Test
  void hoursAreClosedOnceAndLateOnesCountInTheEarliestThatIsOpen() {
    tick(START);
    see("completeness", "a", START + 1, 0, "percent");
    tick(START + HOUR + 14 * 60_000);
    assertThat(heard.closed).isEmpty();
    tick(START + HOUR + 15 * 60_000);
    see("completeness", "b", START + 2, 50, "percent");
    tick(START + 2 * HOUR + 15 * 60_000);
    tick(START + 3 * HOUR + 15 * 60_000);
    assertThat(heard.closed)
        .containsExactly(
            "payments/settlements 0 {completeness=Counts[passed=1, failed=0]}",
            "payments/settlements 1 {completeness=Counts[passed=0, failed=1]}");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void theSameLogTellsTheSameWhereverItWasSavedAndTakenUpAgain(int seed) {
    List<Row> log = log(new Random(seed));
    Heard straight = new Heard();
    ObservationFold whole = new ObservationFold(BOTH, Moments.BEGINNING, straight);
    log.forEach(row -> row.into(whole));
    assertThat(straight.turns).isNotEmpty();

    Random cuts = new Random(-seed);
    Heard pieces = new Heard();
    ObservationFold part = new ObservationFold(BOTH, Moments.BEGINNING, pieces);
    for (Row row : log) {
      row.into(part);
      if (cuts.nextInt(20) == 0) {
        part = savedAndRestored(part, pieces);
      }
    }
    assertThat(part.stood(CONTRACT)).isEqualTo(whole.stood(CONTRACT));
    assertThat(pieces.turns).isEqualTo(straight.turns);
    assertThat(pieces.closed).isEqualTo(straight.closed);
    assertThat(pieces.asides).isEqualTo(straight.asides);
  }

  @Test
  void silenceOfOtherPromisesMakesThemUnknownAndLeavesTheIncidentOpen() {
    see("completeness", "a", START, 50, "percent");
    see("completeness", "b", START + 1, 50, "percent");
    assertThat(standing()).isEqualTo(Standing.BREACHED);
    every(60_000, START + 1 + DAY);
    assertThat(standing()).isEqualTo(Standing.BREACHED);
    tick(START + 2 + DAY);
    assertThat(standing()).isEqualTo(Standing.UNKNOWN);
    assertThat(completeness().since()).isEqualTo(START + 2 + DAY);
    assertThat(completeness().at()).isEqualTo(START + 1);
    assertThat(heard.turns).extracting(Told.Turned::breached).containsExactly(true);
    see("completeness", "c", START + 3 + DAY, 0, "percent");
    assertThat(standing()).as("one kept is not enough").isEqualTo(Standing.BREACHED);
    see("completeness", "d", START + 4 + DAY, 0, "percent");
    assertThat(standing()).isEqualTo(Standing.MET);
    assertThat(heard.turns).extracting(Told.Turned::breached).containsExactly(true, false);
  }

  @Test
  void severityAndTheNumberInARowAreThoseOfTheContract() {
    Promised strict =
        new Promised(
            "as written",
            atMost(1, "percent"),
            Long.MAX_VALUE,
            new Hysteresis(1, 3),
            IncidentSeverity.CRITICAL,
            null,
            Expectation.every(DAY),
            null);
    fold.promise(++position, START, promises(2, Map.of("1.0.0", Map.of("completeness", strict))));
    see("completeness", "a", START, 50, "percent");
    assertThat(heard.turns)
        .extracting(Told.Turned::severity)
        .containsExactly(IncidentSeverity.CRITICAL);
    see("completeness", "b", START + 1, 0, "percent");
    see("completeness", "c", START + 2, 0, "percent");
    assertThat(heard.turns).hasSize(1);
    see("completeness", "d", START + 3, 0, "percent");
    assertThat(heard.turns).extracting(Told.Turned::breached).containsExactly(true, false);
  }

  @Test
  void turnsWithinOneRowAreToldApart() {
    for (int number = 0; number < 6; number++) {
      fold.observe(
          7, START, seen("id" + number, START + number, number / 2 % 2 == 0 ? 50 : 0), "x");
    }
    assertThat(heard.turns).extracting(Told.Turned::part).containsExactly(0, 1, 2);
    assertThat(heard.turns.get(1).incident()).isEqualTo(heard.turns.get(0).incident());
    assertThat(heard.turns.get(2).incident()).isNotEqualTo(heard.turns.get(0).incident());
  }

  @Test
  void nothingCountsInMaintenanceAndTheClockOfSilenceStandsStill() {
    Map<String, Map<String, Promised>> served =
        Map.of("1.0.0", Map.of("freshness", FRESH, "completeness", COMPLETE));
    fold.promise(
        ++position, START, promises(2, served, new Span(START + HOUR / 2, START + 10 * HOUR)));
    see("freshness", "a", START, 0, "s");
    see("completeness", "b", START, 0, "percent");
    see("completeness", "c", START + HOUR, 50, "percent");
    see("completeness", "d", START + HOUR + 1, 50, "percent");
    assertThat(heard.asides)
        .containsExactly(
            ObservationFault.OBSERVATION_IN_MAINTENANCE,
            ObservationFault.OBSERVATION_IN_MAINTENANCE);
    every(60_000, START + 10 * HOUR + HOUR / 2);
    assertThat(heard.turns).isEmpty();
    assertThat(standing()).isEqualTo(Standing.MET);
    tick(START + 10 * HOUR + HOUR / 2 + 1);
    assertThat(heard.turns).extracting(Told.Turned::commitment).containsExactly("freshness");
  }

  @Test
  void dataDoesNotGrowOldOutsideOfTheHoursOfItsPromise() {
    Hours hours = Hours.parse("Mon-Fri 09:00-17:00 Europe/Berlin").orElseThrow();
    Promised fresh = promised(atMost(3_600, "seconds"), HOUR, hours);
    fold.promise(++position, START, promises(2, Map.of("1.0.0", Map.of("freshness", fresh))));
    long friday = Instant.parse("2026-03-27T15:30:00Z").toEpochMilli();
    // The clocks go forward on the Sunday between: nine in Berlin is seven in UTC then.
    long monday = Instant.parse("2026-03-30T07:30:00Z").toEpochMilli();
    see("freshness", "a", friday, 0, "s");
    every(60_000, monday);
    assertThat(heard.turns).isEmpty();
    see("freshness", "b", friday + HOUR, 90_000, "s");
    assertThat(heard.asides).containsExactly(ObservationFault.OBSERVATION_OUT_OF_HOURS);
    tick(monday + 1);
    assertThat(heard.turns).extracting(Told.Turned::breached).containsExactly(true);
    see("freshness", "c", monday + 2, (monday - friday) / 1_000.0 - 60, "s");
    see("freshness", "d", monday + 3, (monday - friday) / 1_000.0 - 60, "s");
    assertThat(heard.turns)
        .as("an hour of the promise's own has not passed")
        .extracting(Told.Turned::breached)
        .containsExactly(true, false);
  }

  @Test
  void anObservationWithoutVersionIsHeldAgainstEachThatIsServed() {
    Promised lax = promised(atMost(60, "percent"), Long.MAX_VALUE, null);
    fold.promise(
        ++position,
        START,
        promises(
            2,
            Map.of(
                "1.0.0", Map.of("completeness", lax), "2.0.0", Map.of("completeness", COMPLETE))));
    see("completeness", "a", START, 50, "percent");
    see("completeness", "b", START + 1, 50, "percent");
    assertThat(fold.stood(CONTRACT))
        .extracting(stood -> stood.version() + " " + stood.standing())
        .containsExactly("1.0.0 MET", "2.0.0 BREACHED");
    assertThat(heard.turns).extracting(Told.Turned::breached).containsExactly(true);
    fold.promise(++position, START + 2, promises(3, Map.of("1.0.0", Map.of("completeness", lax))));
    assertThat(heard.turns).extracting(Told.Turned::breached).containsExactly(true, false);
  }

  private Standing standing() {
    return completeness().standing();
  }

  private Stood completeness() {
    return fold.stood(CONTRACT).stream()
        .filter(stood -> stood.commitment().equals("completeness"))
        .findFirst()
        .orElseThrow();
  }

  /** Ticks without a pause, from the beginning to a moment. */
  private void every(long millis, long until) {
    for (long at = START; at < until; at += millis) {
      tick(at);
    }
    tick(until);
  }

  private static ObservationFold savedAndRestored(ObservationFold before, Heard heard) {
    ObservationFold after = new ObservationFold(BOTH, before.moments(), heard);
    for (String name : List.of("freshness", "completeness")) {
      TallyKey key = new TallyKey(PRODUCT, name);
      before.tally(key).open().forEach((from, counts) -> after.tally(key).restore(from, counts));
    }
    Set<Integer> all =
        IntStream.range(0, ObservationFold.PAGES).boxed().collect(Collectors.toSet());
    Pages.write(before, all).values().forEach(page -> Pages.read(after, page));
    return after;
  }

  /** A row of a log; null for a tick. */
  private record Row(long position, long at, @Nullable Observation observation) {
    void into(ObservationFold fold) {
      if (observation == null) {
        fold.tick(position, at);
      } else {
        fold.observe(position, at, observation, "somebody");
      }
    }
  }

  private static List<Row> log(Random random) {
    List<Row> rows = new ArrayList<>();
    long now = START;
    for (int position = 1; position <= 1_500; position++) {
      now += random.nextInt(random.nextInt(100) == 0 ? 2_000_000 : 30_000);
      if (random.nextInt(4) == 0) {
        rows.add(new Row(position, now, null));
      } else {
        long at = now - random.nextInt(600_000);
        boolean freshness = random.nextBoolean();
        rows.add(
            new Row(
                position,
                now,
                new Observation(
                    "id" + random.nextInt(1_200),
                    random.nextInt(50) == 0 ? "payments/settlements/none" : CONTRACT,
                    null,
                    freshness ? "freshness" : "completeness",
                    random.nextBoolean() ? "p" + random.nextInt(3) : null,
                    at,
                    new Reading.Measured(
                        freshness
                            ? Quantity.of(random.nextInt(4_000), "s")
                            : Quantity.of(random.nextInt(3), "percent")))));
      }
    }
    return rows;
  }

  private static final class Heard implements Told {

    private final List<Turned> turns = new ArrayList<>();
    private final List<ObservationFault> asides = new ArrayList<>();
    private final List<String> closed = new ArrayList<>();

    @Override
    public void turned(Turned turn) {
      turns.add(turn);
    }

    @Override
    public void aside(Observation observation, String producer, ObservationFault fault, long at) {
      asides.add(fault);
    }

    @Override
    public void closed(ProductId product, long from, SortedMap<String, Counts> counts) {
      closed.add(product + " " + (from - START) / HOUR + " " + new TreeMap<>(counts));
    }
  }

  private void see(String commitment, String id, long at, double value, String unit) {
    Reading reading = new Reading.Measured(Quantity.of(value, unit));
    fold.observe(
        ++position,
        at,
        new Observation(id, CONTRACT, null, commitment, null, at, reading),
        "somebody");
  }

  private static Observation seen(String id, long at, double percent) {
    return new Observation(
        id,
        CONTRACT,
        "1.0.0",
        "completeness",
        null,
        at,
        new Reading.Measured(Quantity.of(percent, "percent")));
  }

  private void tick(long at) {
    fold.tick(++position, at);
  }

  private static Promised promised(Promise promise, long oldest, @Nullable Hours hours) {
    return new Promised(
        "as written",
        promise,
        oldest,
        Hysteresis.USUAL,
        IncidentSeverity.MEDIUM,
        hours,
        Expectation.every(DAY),
        null);
  }

  private static Promise atMost(double high, String unit) {
    return new Promise(List.of(new Range(Double.NEGATIVE_INFINITY, false, high, true)), unit);
  }

  private static Promises promises(
      long asOf, Map<String, Map<String, Promised>> versions, Span... planned) {
    List<Span> maintenance = List.of(planned);
    return new Promises() {
      @Override
      public long asOf() {
        return asOf;
      }

      @Override
      public Map<String, Map<String, Promised>> of(String contract) {
        return contract.equals(CONTRACT) ? versions : Map.of();
      }

      @Override
      public List<Span> maintenance(ProductId product) {
        return maintenance;
      }
    };
  }
}
