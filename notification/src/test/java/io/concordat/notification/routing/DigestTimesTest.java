package io.concordat.notification.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.messages.incident.IncidentSeverity;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTimesTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Europe/Berlin,    08:00,       2026-01-10T06:59:59Z, 2026-01-10T07:00:00Z
          Europe/Berlin,    08:00,       2026-01-10T07:00:00Z, 2026-01-11T07:00:00Z
          Europe/Berlin,    16:00 08:00, 2026-01-10T07:00:00Z, 2026-01-10T15:00:00Z
          Europe/Berlin,    16:00 08:00, 2026-01-10T15:00:00Z, 2026-01-11T07:00:00Z
          Europe/Berlin,    02:30,       2026-03-28T12:00:00Z, 2026-03-29T01:30:00Z
          Europe/Berlin,    02:30,       2026-10-24T12:00:00Z, 2026-10-25T00:30:00Z
          Europe/Berlin,    02:30,       2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z
          Pacific/Auckland, 00:00,       2026-01-10T10:59:59Z, 2026-01-10T11:00:00Z
          """)
  void theNextIsInItsOwnZone(String zone, String at, Instant moment, Instant next) {
    DigestTimes times =
        new DigestTimes(
            ZoneId.of(zone),
            Stream.of(at.split(" ")).map(LocalTime::parse).toList(),
            IncidentSeverity.CRITICAL);
    assertThat(times.next(moment)).isEqualTo(next);
  }

  @Test
  void noTimeIsNoDigest() {
    assertThatThrownBy(
            () -> new DigestTimes(ZoneId.of("UTC"), List.of(), IncidentSeverity.CRITICAL))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
