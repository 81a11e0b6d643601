package io.concordat.notification.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Europe/Berlin,   22:00, 07:00, 2026-01-10T20:59:59Z,
          Europe/Berlin,   22:00, 07:00, 2026-01-10T21:00:00Z, 2026-01-11T06:00:00Z
          Europe/Berlin,   22:00, 07:00, 2026-01-11T05:59:59Z, 2026-01-11T06:00:00Z
          Europe/Berlin,   22:00, 07:00, 2026-01-11T06:00:00Z,
          Europe/Berlin,   22:00, 07:00, 2026-03-28T22:00:00Z, 2026-03-29T05:00:00Z
          Europe/Berlin,   22:00, 07:00, 2026-10-24T21:00:00Z, 2026-10-25T06:00:00Z
          America/New_York,12:00, 13:00, 2026-01-10T17:30:00Z, 2026-01-10T18:00:00Z
          America/New_York,12:00, 13:00, 2026-01-10T18:00:00Z,
          UTC,             22:00, 00:00, 2026-01-10T23:00:00Z, 2026-01-11T00:00:00Z
          UTC,             22:00, 00:00, 2026-01-11T00:00:00Z,
          """)
  void quietEndsInItsOwnZone(
      String zone, LocalTime from, LocalTime to, Instant moment, Instant end) {
    QuietHours quiet = new QuietHours(ZoneId.of(zone), from, to);
    if (end == null) {
      assertThat(quiet.endAfter(moment)).isEmpty();
    } else {
      assertThat(quiet.endAfter(moment)).contains(end);
    }
  }

  @Test
  void quietThatNeverEndsIsRefused() {
    assertThatThrownBy(() -> new QuietHours(ZoneId.of("UTC"), LocalTime.NOON, LocalTime.NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
