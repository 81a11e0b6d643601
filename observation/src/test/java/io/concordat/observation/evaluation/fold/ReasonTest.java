package io.concordat.observation.evaluation.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.observation.evaluation.Course.Standing;
import io.concordat.observation.evaluation.Hysteresis;
import io.concordat.observation.evaluation.Promise;
import io.concordat.observation.evaluation.Promise.Range;
import io.concordat.observation.evaluation.Quantity;
import io.concordat.observation.evaluation.Reading;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTest {

  private static final long AT = Instant.parse("2026-03-01T10:00:00Z").toEpochMilli();

  @ParameterizedTest
  @CsvSource({
    "2100, s, 35 min",
    "59.5, s, 59.5 s",
    "5400, s, 1.5 h",
    "2, d, 2 d",
    "0.001, percent, 0 percent",
    "1250000, rows, 1250000 rows",
    "7, , 7"
  })
  void theMeasureIsTold(double amount, String unit, String told) {
    assertThat(told(Reason.OBSERVED, true, new Reading.Measured(Quantity.of(amount, unit))))
        .isEqualTo(
            "Broken, freshness of version 1.0.0: "
                + told
                + " at 2026-03-01T10:00:00Z; promised is latency: at most 10 min.");
  }

  @Test
  void whatElseMayTurnIt() {
    Reading judged = new Reading.Judged(117, 3);
    assertThat(told(Reason.OBSERVED, true, judged)).contains(": 3 of 120 checks failed at ");
    assertThat(told(Reason.OBSERVED, false, new Reading.Measured(Quantity.of(5, "s"))))
        .isEqualTo("Kept again, freshness of version 1.0.0: 5 s at 2026-03-01T10:00:00Z.");
    assertThat(told(Reason.SILENCE, true, null))
        .isEqualTo(
            "Nothing new for freshness of version 1.0.0 since 2026-03-01T10:00:00Z;"
                + " promised is latency: at most 10 min.");
    assertThat(told(Reason.SILENCE, false, null))
        .isEqualTo("Nothing stands against freshness of version 1.0.0 any more.");
    assertThat(Reason.NOT_SERVED.told("freshness", null, false, null, null))
        .isEqualTo("The version by which freshness was broken is no longer served.");
  }

  @Test
  void aLongPromiseIsCutBetweenCharacters() {
    String told =
        Reason.SILENCE.told(
            "accuracy", "1.0.0", true, promised("x".repeat(299) + "😀".repeat(9)), stand(null));
    assertThat(told).endsWith("x….").doesNotContain("😀");
  }

  private static String told(Reason reason, boolean breached, @Nullable Reading reading) {
    return reason.told(
        "freshness", "1.0.0", breached, promised("latency: at most 10 min"), stand(reading));
  }

  private static Stand stand(@Nullable Reading reading) {
    return new Stand(Standing.BREACHED, AT, AT, reading);
  }

  private static Promised promised(String told) {
    return new Promised(
        told,
        new Promise(List.of(new Range(0, true, 600, true)), "seconds"),
        Long.MAX_VALUE,
        Hysteresis.USUAL,
        IncidentSeverity.MEDIUM,
        null,
        Expectation.every(86_400_000),
        null);
  }
}
