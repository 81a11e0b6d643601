package io.concordat.readstore.document;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * Instants in documents: RFC 3339 in UTC with nine digits of a second, so that text sorts as time
 * does and nothing is lost (a BSON date would cut at the millisecond).
 */
public final class Times {

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

  private Times() {}

  /** An instant as text, such as {@code 2026-10-05T08:30:00.000000000Z}. */
  public static String text(Instant instant) {
    return FORMAT.format(instant);
  }

  /** The instant of a text that {@link #text} made. */
  public static Instant instant(String text) {
    return Instant.parse(text);
  }
}
