package io.concordat.messages.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionTest {

  private static final Instant FROM = Instant.parse("2024-01-31T10:20:00Z");

  @ParameterizedTest
  @CsvSource({
    "PT1S, HOUR, 1",
    "PT24H, HOUR, 25",
    "PT299H, HOUR, 300",
    "PT300H, DAY, 13",
    "P298D, DAY, 299",
    "P300D, MONTH, 11",
    "P9000D, MONTH, 297",
    "P90000D, MONTH, 301"
  })
  void theFinestThatFitsIsChosen(Duration length, Resolution expected, int buckets) {
    Resolution chosen = Resolution.fitting(FROM, FROM.plus(length));
    assertThat(chosen).isEqualTo(expected);
    assertThat(chosen.starts(FROM, FROM.plus(length))).hasSize(buckets);
  }

  @Test
  void bucketsBeginWhereTheClockDoesAndMonthsAreOfTheirOwnLength() {
    assertThat(Resolution.MONTH.starts(FROM, Instant.parse("2024-04-01T00:00:00Z")))
        .containsExactly(
            Instant.parse("2024-01-01T00:00:00Z"),
            Instant.parse("2024-02-01T00:00:00Z"),
            Instant.parse("2024-03-01T00:00:00Z"));
    assertThat(Resolution.HOUR.starts(FROM, FROM.plusSeconds(1)))
        .containsExactly(Instant.parse("2024-01-31T10:00:00Z"));
  }
}
