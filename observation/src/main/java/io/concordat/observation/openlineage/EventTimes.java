package io.concordat.observation.openlineage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Times as senders write them. */
final class EventTimes {

  private static final int FIRST_YEAR = 1;
  private static final int LAST_YEAR = 9_999;

  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "+0000")
          .optionalEnd()
          .optionalStart()
          .appendLiteral('[')
          .appendZoneRegionId()
          .appendLiteral(']')
          .optionalEnd()
          .toFormatter();

  private EventTimes() {}

  /** The time that a text tells; one without a zone is UTC. Empty where it tells none. */
  static Optional<Instant> parse(String text) {
    try {
      TemporalAccessor read =
          WRITTEN.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
      OffsetDateTime time =
          read instanceof OffsetDateTime zoned
              ? zoned
              : LocalDateTime.from(read).atOffset(ZoneOffset.UTC);
      return time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR
          ? Optional.empty()
          : Optional.of(time.toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
