package io.concordat.observation.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.concordat.observation.evaluation.ObservationReader.NotABatch;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationReaderTest {

  private static final String GOOD =
      "{\"id\":\"a\",\"contract\":\"p/s/d\",\"commitment\":\"freshness\",\"value\":2,\"unit\":\"h\","
          + "\"observedAt\":\"2026-03-01T10:00:00Z\"}";
  private static final long TEN = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();

  private final List<Observation> taken = new ArrayList<>();
  private final List<Flaw> flaws = new ArrayList<>();
  private final ObservationReader.Sink sink =
      new ObservationReader.Sink() {
        @Override
        public void take(Observation observation, int line, String path) {
          taken.add(observation);
        }

        @Override
        public void refuse(Flaw flaw) {
          flaws.add(flaw);
        }
      };

  @Test
  void allMembersAreRead() {
    json(
        """
        [{"id": "a", "contract": "p/s/d", "version": "1.4.0", "commitment": "freshness",
          "producer": "dbt", "value": 1.5, "unit": "h", "observedAt": "2026-03-01T12:00:00.250+02:00",
          "more": {"id": [1, 2]}},
         {"observedAt": "2026-03-01T10:00:00Z", "failed": 2, "commitment": "rule", "contract": "x",
          "id": "b", "version": null}]
        """);
    assertThat(flaws).isEmpty();
    assertThat(taken)
        .containsExactly(
            new Observation(
                "a",
                "p/s/d",
                "1.4.0",
                "freshness",
                "dbt",
                TEN + 250,
                new Reading.Measured(new Quantity(5_400, "seconds"))),
            new Observation("b", "x", null, "rule", null, TEN, new Reading.Judged(0, 2)));
  }

  @Test
  void aSingleOneIsABatchOfOne() {
    json(GOOD);
    assertThat(taken).hasSize(1);
  }

  @Test
  void whatIsWrongIsToldWithItsPlaceAndTheOthersAreTaken() {
    json("[" + GOOD + ",\n{\"id\": 7},\n\n" + GOOD + ", 5, [[1]],\n{}, " + GOOD + "]");
    assertThat(taken).hasSize(3);
    assertThat(flaws)
        .extracting(Flaw::fault, Flaw::line, Flaw::path)
        .containsExactly(
            tuple(ObservationFault.OBSERVATION_FIELD_INVALID, 2, "$[1].id"),
            tuple(ObservationFault.OBSERVATION_MALFORMED, 4, "$[3]"),
            tuple(ObservationFault.OBSERVATION_MALFORMED, 4, "$[4]"),
            tuple(ObservationFault.OBSERVATION_FIELD_MISSING, 5, "$[5]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id            | 5                      | OBSERVATION_FIELD_INVALID
          id            | " "                    | OBSERVATION_FIELD_INVALID
          id            | null                   | OBSERVATION_FIELD_MISSING
          contract      | null                   | OBSERVATION_FIELD_MISSING
          contract      | {"a": [1]}             | OBSERVATION_FIELD_INVALID
          commitment    | null                   | OBSERVATION_FIELD_MISSING
          commitment    | true                   | OBSERVATION_FIELD_INVALID
          observedAt    | null                   | OBSERVATION_FIELD_MISSING
          observedAt    | "yesterday"            | OBSERVATION_FIELD_INVALID
          observedAt    | "2026-03-01T10:00:00"  | OBSERVATION_FIELD_INVALID
          observedAt    | "2026-02-30T10:00:00Z" | OBSERVATION_FIELD_INVALID
          observedAt    | "2026-03-01T24:00:00Z" | OBSERVATION_FIELD_INVALID
          observedAt    | "2026-03-01T10:60:00Z" | OBSERVATION_FIELD_INVALID
          observedAt    | 1772359200             | OBSERVATION_FIELD_INVALID
          value         | "2"                    | OBSERVATION_FIELD_INVALID
          value         | null                   | OBSERVATION_FIELD_MISSING
          unit          | 4                      | OBSERVATION_FIELD_INVALID
          passed        | 4                      | OBSERVATION_FIELD_INVALID
          """)
  void oneMemberThatIsWrongIsTold(String name, String written, ObservationFault fault) {
    String replaced = GOOD.replaceFirst("\"" + name + "\":(\"[^\"]*\"|2),?", "");
    json(
        "[" + replaced.replace("{", "{\"" + name + "\":" + written + ",").replace(",}", "}") + "]");
    assertThat(taken).isEmpty();
    assertThat(flaws).extracting(Flaw::fault).containsExactly(fault);
    assertThat(flaws.getFirst().message()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "\"3\"", "99999999999999999999", "NaN"})
  void numbersOfChecksAreWhole(String written) {
    json("[" + GOOD.replace("\"value\":2", "\"failed\":" + written) + "]");
    assertThat(flaws)
        .extracting(Flaw::fault)
        .containsExactly(ObservationFault.OBSERVATION_FIELD_INVALID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1e999"})
  void numbersThatAreNoneSpoilOnlyThemselves(String written) {
    json("[" + GOOD.replace(":2,", ":" + written + ",") + "," + GOOD + "]");
    assertThat(taken).hasSize(2);
    assertThat(
            new Promise(List.of(new Promise.Range(0, true, 9, true)), "seconds")
                .hold(taken.getFirst().reading()))
        .isEqualTo(new Holding.NotHeld(ObservationFault.OBSERVATION_VALUE_NOT_FINITE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "\"x\"", "[", "[{}", "[{\"id\": }]", "[] []", "nonsense"})
  void whatIsNoListIsNoBatch(String body) {
    assertThatThrownBy(() -> json(body)).isInstanceOf(NotABatch.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "1"})
  void whatIsTooDeepOrTooLongForANumberIsTold(String each) {
    String hostile = "{\"value\": " + each.repeat(5_000) + "}";
    lines(GOOD + "\n" + hostile + "\n" + GOOD);
    assertThat(taken).hasSize(2);
    assertThat(flaws)
        .extracting(Flaw::fault, Flaw::line)
        .containsExactly(tuple(ObservationFault.OBSERVATION_MALFORMED, 2));
    assertThatThrownBy(() -> json("[" + hostile + "]")).isInstanceOf(NotABatch.class);
  }

  @Test
  void linesAreReadEachForItself() {
    lines(GOOD + "\r\n\n{\"id\": \n" + GOOD + " " + GOOD + "\n  " + GOOD + "\n[]\n" + GOOD);
    assertThat(taken).hasSize(3);
    assertThat(flaws).extracting(Flaw::line).containsExactly(3, 4, 6);
    assertThat(flaws).extracting(Flaw::fault).containsOnly(ObservationFault.OBSERVATION_MALFORMED);
  }

  @Test
  void aBatchIsBounded() {
    String many =
        IntStream.range(0, ObservationReader.MOST)
            .mapToObj(_ -> GOOD)
            .collect(Collectors.joining("\n"));
    lines(many);
    assertThat(taken).hasSize(ObservationReader.MOST);
    assertThatThrownBy(() -> lines(many + "\n" + GOOD)).isInstanceOf(NotABatch.class);
    assertThatThrownBy(() -> json("[" + many.replace("\n", ",") + "," + GOOD + "]"))
        .isInstanceOf(NotABatch.class);
  }

  @Property
  void anyBytesAreAnsweredOrNoBatch(@ForAll byte[] body) {
    lines(new String(body, StandardCharsets.ISO_8859_1));
    try {
      ObservationReader.readJson(body, sink);
    } catch (NotABatch told) {
      assertThat(told.getMessage()).isNotBlank();
    }
  }

  @Property
  void timesAreReadAsTheJdkReadsThem(
      @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long millis,
      @ForAll @IntRange(min = 0, max = 1) int whole) {
    Instant time = Instant.ofEpochMilli(whole == 1 ? millis / 1_000 * 1_000 : millis);
    assertThat(ObservationTimes.millis(time.toString())).hasValue(time.toEpochMilli());
    String zoned = OffsetDateTime.ofInstant(time, ZoneOffset.ofHours(-3)).toString();
    assertThat(ObservationTimes.millis(zoned)).hasValue(time.toEpochMilli());
  }

  private void json(String body) {
    ObservationReader.readJson(body.getBytes(StandardCharsets.UTF_8), sink);
  }

  private void lines(String body) {
    ObservationReader.readLines(body.getBytes(StandardCharsets.UTF_8), sink);
  }
}
