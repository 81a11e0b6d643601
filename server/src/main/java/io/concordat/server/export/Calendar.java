package io.concordat.server.export;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A calendar as RFC 5545 text: UTF-8, lines of at most 75 octets that end with CRLF, times in UTC.
 */
final class Calendar {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int LONGEST_LINE = 75;
  private static final String END_OF_LINE = "\r\n";

  private Calendar() {}

  /**
   * Something at a moment, or for a time.
   *
   * @param uid the same each time the same thing is told
   * @param at UTC
   * @param until its end, UTC; null for a moment
   */
  record Entry(
      String uid, Instant at, @Nullable Instant until, String summary, String description) {}

  /**
   * The text of a calendar.
   *
   * @param name for people
   * @param stamp when it is written, UTC
   */
  static String of(String name, Instant stamp, List<Entry> entries) {
    StringBuilder calendar = new StringBuilder();
    line(calendar, "BEGIN:VCALENDAR");
    line(calendar, "VERSION:2.0");
    line(calendar, "PRODID:-//Concordat//Concordat//EN");
    line(calendar, "CALSCALE:GREGORIAN");
    line(calendar, "METHOD:PUBLISH");
    line(calendar, "X-WR-CALNAME:" + text(name));
    for (Entry entry : entries) {
      line(calendar, "BEGIN:VEVENT");
      line(calendar, "UID:" + text(entry.uid()));
      line(calendar, "DTSTAMP:" + UTC.format(stamp));
      line(calendar, "DTSTART:" + UTC.format(entry.at()));
      Instant until = entry.until();
      if (until != null) {
        line(calendar, "DTEND:" + UTC.format(until));
      }
      line(calendar, "SUMMARY:" + text(entry.summary()));
      line(calendar, "DESCRIPTION:" + text(entry.description()));
      line(calendar, until == null ? "TRANSP:TRANSPARENT" : "TRANSP:OPAQUE");
      line(calendar, "END:VEVENT");
    }
    line(calendar, "END:VCALENDAR");
    return calendar.toString();
  }

  /** Text as a value (section 3.3.11); control characters but the line feed are left out. */
  static String text(String value) {
    StringBuilder escaped = new StringBuilder(value.length() + 16);
    value
        .replace("\r\n", "\n")
        .codePoints()
        .forEach(letter -> {
          switch (letter) {
            case '\\', ';', ',' -> escaped.append('\\').appendCodePoint(letter);
            case '\n' -> escaped.append("\\n");
            default -> {
              if (!Character.isISOControl(letter)) {
                escaped.appendCodePoint(letter);
              }
            }
          }
        });
    return escaped.toString();
  }

  /** Appends a line, folded where it is too long (section 3.1), never within a character. */
  private static void line(StringBuilder calendar, String content) {
    int octets = 0;
    for (int at = 0; at < content.length(); ) {
      int letter = content.codePointAt(at);
      int length = Character.toString(letter).getBytes(StandardCharsets.UTF_8).length;
      if (octets + length > LONGEST_LINE) {
        calendar.append(END_OF_LINE).append(' ');
        octets = 1;
      }
      calendar.appendCodePoint(letter);
      octets += length;
      at += Character.charCount(letter);
    }
    calendar.append(END_OF_LINE);
  }
}
