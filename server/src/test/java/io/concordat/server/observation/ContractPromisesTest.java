package io.concordat.server.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.contract.odcs.OdcsReader;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.observation.evaluation.Hysteresis;
import io.concordat.observation.evaluation.fold.Hours;
import io.concordat.observation.evaluation.fold.OpenTime;
import io.concordat.observation.evaluation.fold.Promised;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a contract says of how its promises are watched, and what holds where it says nothing. */
class ContractPromisesTest {

  private static final OpenTime ALWAYS = new OpenTime(null, List.of());
  private static final String HEAD =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: alpha/things/daily
      version: 1.0.0
      status: active
      """;

  @Test
  void whatIsNotSaidIsUsual() {
    Promised rule = rule("");
    assertThat(rule.hysteresis()).isEqualTo(Hysteresis.USUAL);
    assertThat(rule.severity()).isEqualTo(IncidentSeverity.MEDIUM);
    assertThat(rule.hours()).isNull();
    assertThat(rule.told()).isNotBlank();
    assertThat(missed(rule, Duration.ofDays(2))).isFalse();
    assertThat(missed(rule, Duration.ofDays(2).plusMillis(1))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "info, LOW",
    "low, LOW",
    "warning, MEDIUM",
    "Error, HIGH",
    "high, HIGH",
    "critical, CRITICAL",
    "terrible, MEDIUM"
  })
  void severityIsTheRules(String written, IncidentSeverity read) {
    assertThat(rule("severity: " + written).severity()).isEqualTo(read);
  }

  @Test
  void theRuleSaysHowManyInARow() {
    Promised rule =
        rule(
            "customProperties: [{property: brokenChecks, value: 1}, {property: keptChecks, value:"
                + " 5}, {property: expectedEvery, value: PT6H}]");
    assertThat(rule.hysteresis()).isEqualTo(new Hysteresis(1, 5));
    assertThat(missed(rule, Duration.ofHours(6))).isFalse();
    assertThat(missed(rule, Duration.ofHours(6).plusMillis(1))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "many", "1001", "1.5"})
  void aNumberThatIsNoneIsNotRead(String number) {
    assertThat(
            rule("customProperties: [{property: brokenChecks, value: " + number + "}]")
                .hysteresis())
        .isEqualTo(Hysteresis.USUAL);
  }

  @Test
  void theRootSaysItOfServiceLevels() {
    Promised fresh =
        promises(
                """
                slaProperties:
                  - {property: latency, value: 4, unit: h, scheduler: business-hours,
                     schedule: "Mon-Fri 08:00-18:00 Europe/Berlin"}
                customProperties:
                  - property: commitments
                    value:
                      - {commitment: freshness, severity: critical, brokenChecks: 3}
                """)
            .get("freshness");
    assertThat(fresh).isNotNull();
    assertThat(fresh.severity()).isEqualTo(IncidentSeverity.CRITICAL);
    assertThat(fresh.hysteresis()).isEqualTo(new Hysteresis(3, 2));
    assertThat(fresh.hours())
        .isEqualTo(Hours.parse("Mon-Fri 08:00-18:00 Europe/Berlin").orElseThrow());
    assertThat(fresh.isWatched()).isTrue();
  }

  @Test
  void theObjectiveIsNamedOrThatOfAvailability() {
    Map<String, Promised> read =
        promises(
            """
            slaProperties:
              - {property: latency, value: 4, unit: h}
              - {property: availability, value: 99.9, unit: percent}
            """);
    assertThat(read.get("availability")).extracting(Promised::objective).isEqualTo(99.9);
    assertThat(read.get("freshness")).extracting(Promised::objective).isNull();
    assertThat(rule("customProperties: [{property: objective, value: 99.5}]").objective())
        .isEqualTo(99.5);
    assertThat(
            promises(
                    """
                    slaProperties:
                      - {property: availability, value: 99.9, unit: percent}
                    customProperties:
                      - property: commitments
                        value: [{commitment: availability, objective: 98}]
                    """)
                .get("availability"))
        .extracting(Promised::objective)
        .isEqualTo(98.0);
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "100.1", "all", "1e2"})
  void anObjectiveThatIsNoneIsNotRead(String written) {
    assertThat(rule("customProperties: [{property: objective, value: '" + written + "'}]"))
        .extracting(Promised::objective)
        .isNull();
  }

  @Test
  void deliveriesSayHowOftenChecksAreExpected() {
    Promised available =
        promises(
                """
                slaProperties:
                  - {property: frequency, value: 1, unit: h}
                  - {property: availability, value: 99.5, unit: percent}
                """)
            .get("availability");
    assertThat(available).isNotNull();
    assertThat(missed(available, Duration.ofHours(2))).isFalse();
    assertThat(missed(available, Duration.ofHours(2).plusMillis(1))).isTrue();
  }

  /**
   * Two in the morning is left out in Berlin on 29 March, and comes twice on 25 October: due both
   * times.
   */
  @ParameterizedTest
  @CsvSource({
    "0 20 * * *, 2026-07-01T18:30:00Z, 2026-07-02T19:00:00Z, false",
    "0 20 * * *, 2026-07-01T18:30:00Z, 2026-07-02T19:00:01Z, true",
    "0 20 * * *, 2026-01-01T19:30:00Z, 2026-01-02T20:00:00Z, false",
    "0 20 * * *, 2026-01-01T19:30:00Z, 2026-01-02T20:00:01Z, true",
    "0 0 20 * * *, 2026-01-01T19:30:00Z, 2026-01-02T20:00:01Z, true",
    "30 2 * * *, 2026-03-28T02:00:00Z, 2026-03-29T01:30:00Z, false",
    "30 2 * * *, 2026-03-28T02:00:00Z, 2026-03-30T01:30:01Z, true",
    "30 2 * * *, 2026-10-25T00:45:00Z, 2026-10-25T02:30:00Z, false",
    "30 2 * * *, 2026-10-25T00:45:00Z, 2026-10-25T02:30:01Z, true",
    "30 2 * * *, 2026-10-25T01:45:00Z, 2026-10-26T02:30:01Z, true",
  })
  void aCheckThatIsPlannedIsMissedAnHourLater(
      String cron, Instant heard, Instant now, boolean missed) {
    Promised rule =
        rule(
            "scheduler: cron, schedule: \""
                + cron
                + "\", customProperties: [{property: timeZone,"
                + " value: Europe/Berlin}]");
    assertThat(rule.expectation().missed(heard.toEpochMilli(), now.toEpochMilli(), ALWAYS))
        .isEqualTo(missed);
  }

  @Test
  void aScheduleThatCannotBeReadIsNone() {
    Promised rule = rule("scheduler: cron, schedule: whenever");
    assertThat(missed(rule, Duration.ofDays(2))).isFalse();
    assertThat(missed(rule, Duration.ofDays(2).plusMillis(1))).isTrue();
    assertThat(rule("scheduler: business-hours, schedule: whenever").hours()).isNull();
  }

  private static boolean missed(Promised promised, Duration silence) {
    return promised.expectation().missed(0, silence.toMillis(), ALWAYS);
  }

  private static Promised rule(String more) {
    Promised found =
        promises(
                """
                schema:
                  - name: thing
                    properties:
                      - name: thing_id
                        logicalType: string
                        quality:
                          - {type: library, metric: nullValues, dimension: completeness,
                             mustBeLessThan: 1, unit: percent%s}
                """
                    .formatted(more.isEmpty() ? "" : ", " + more))
            .get("completeness:thing.thing_id");
    return Objects.requireNonNull(found);
  }

  private static Map<String, Promised> promises(String more) {
    var read = OdcsReader.read(HEAD + more);
    return ContractPromises.of(Objects.requireNonNull(read.contract(), () -> read.toString()));
  }
}
