package io.concordat.results.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as the tools write them; one without a zone is UTC. */
final class Times {

  private static final Pattern BASIC =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})(\\d{2})(.*)");

  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .toFormatter();

  private Times() {}

  /** The first of the texts that is a time, to the millisecond; empty where none is. */
  static Optional<Instant> first(@Nullable String... texts) {
    for (String text : texts) {
      Optional<Instant> time = text == null ? Optional.empty() : parse(text.strip());
      if (time.isPresent()) {
        return time;
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> parse(String text) {
    try {
      TemporalAccessor read =
          WRITTEN.parseBest(
              BASIC.matcher(text).replaceFirst("$1-$2-$3T$4:$5:$6$7"),
              OffsetDateTime::from,
              LocalDateTime::from);
      OffsetDateTime time =
          read instanceof OffsetDateTime zoned
              ? zoned
              : LocalDateTime.from(read).atOffset(ZoneOffset.UTC);
      return Optional.of(time.toInstant().truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
