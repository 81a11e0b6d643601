package io.concordat.observation.evaluation.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTest {

  private static final long MINUTE = Duration.ofMinutes(1).toMillis();

  @ParameterizedTest
  @CsvSource({
    // Winter and summer.
    "Mon-Fri 09:00-17:00 Europe/Berlin, 2026-01-05T08:00:00Z, true",
    "Mon-Fri 09:00-17:00 Europe/Berlin, 2026-01-05T07:59:59Z, false",
    "Mon-Fri 09:00-17:00 Europe/Berlin, 2026-07-06T07:00:00Z, true",
    "Mon-Fri 09:00-17:00 Europe/Berlin, 2026-07-06T15:00:00Z, false",
    "Mon-Fri 09:00-17:00 Europe/Berlin, 2026-07-05T10:00:00Z, false",
    // Another day there than in UTC.
    "Mon 00:00-06:00 Asia/Tokyo, 2026-07-05T15:00:00Z, true",
    "Sat-Mon 00:00-24:00 UTC, 2026-07-05T23:59:59Z, true",
    "Sat-Mon 00:00-24:00 UTC, 2026-07-07T00:00:00Z, false",
    // 02:30 is left out on 29 March and shown twice on 25 October.
    "daily 02:30-04:00 Europe/Berlin, 2026-03-29T01:00:00Z, true",
    "daily 02:00-02:30 Europe/Berlin, 2026-03-29T01:00:00Z, false",
    "daily 02:00-02:30 Europe/Berlin, 2026-10-25T00:15:00Z, true",
    "daily 02:00-02:30 Europe/Berlin, 2026-10-25T01:15:00Z, true",
  })
  void holdByTheClocksOfTheZone(String hours, Instant at, boolean covered) {
    assertThat(Hours.parse(hours).orElseThrow().covers(at.toEpochMilli())).isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({
    "daily 00:00-24:00 Europe/Berlin, 2026-03-28T23:00:00Z, 2026-03-29T22:00:00Z, 23",
    "daily 00:00-24:00 Europe/Berlin, 2026-10-24T22:00:00Z, 2026-10-25T23:00:00Z, 25",
    "daily 01:00-05:00 Europe/Berlin, 2026-03-28T12:00:00Z, 2026-03-29T12:00:00Z, 3",
    "daily 01:00-05:00 Europe/Berlin, 2026-10-24T12:00:00Z, 2026-10-25T12:00:00Z, 5",
    "Mon-Fri 09:00-17:00 America/New_York, 2026-06-01T00:00:00Z, 2026-06-08T00:00:00Z, 40",
  })
  void lastAsLongAsTheClocksShow(String hours, Instant from, Instant until, long expected) {
    Span span = new Span(from.toEpochMilli(), until.toEpochMilli());
    assertThat(Hours.parse(hours).orElseThrow().within(span))
        .isEqualTo(Duration.ofHours(expected).toMillis());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Mon-Fri",
        "Mon-Fri 08:00-18:00",
        "Mon-Fri 18:00-08:00 UTC",
        "Mon-Fri 08:00-08:00 UTC",
        "Mon-Fri 08:00-25:00 UTC",
        "Mon-Fri 24:00-24:00 UTC",
        "Mon-Foo 08:00-18:00 UTC",
        "Mon-Tue-Wed 08:00-18:00 UTC",
        "- 08:00-18:00 UTC",
        "Mon-Fri 08:00-18:00 Mars/Phobos",
        "0 20 * * *",
      })
  void whatIsNoneIsNotRead(String text) {
    assertThat(Hours.parse(text)).isEmpty();
  }

  @Property(tries = 200)
  void theTimeInThemIsThatOfEachOfItsMinutes(
      @ForAll @IntRange(max = 525_600) int start,
      @ForAll @IntRange(max = 5_000) int length,
      @ForAll @IntRange(max = 23) int opens,
      @ForAll boolean lordHowe) {
    String zone = lordHowe ? "Australia/Lord_Howe" : "America/Havana";
    Hours hours =
        Hours.parse("Tue-Thu,Sun %02d:15-24:00 %s".formatted(opens, ZoneId.of(zone))).orElseThrow();
    long from = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli() + start * MINUTE;
    long expected = 0;
    for (int minute = 0; minute < length; minute++) {
      expected += hours.covers(from + minute * MINUTE) ? MINUTE : 0;
    }
    assertThat(hours.within(new Span(from, from + length * MINUTE))).isEqualTo(expected);
  }
}
