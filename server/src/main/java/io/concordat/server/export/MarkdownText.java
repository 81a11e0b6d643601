package io.concordat.server.export;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Text and times within a Markdown page. */
public final class MarkdownText {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String SPECIAL = "\\`*_{}[]<>()#+-.!|~&";

  private MarkdownText() {}

  /** A time to the minute, such as {@code 2026-12-01 14:00 UTC}. */
  public static String minute(Instant at) {
    return MINUTE.format(at);
  }

  /**
   * What a person wrote, on one line, so that it is shown and never read as Markdown or HTML.
   * Control characters become spaces.
   */
  public static String escaped(String value) {
    StringBuilder escaped = new StringBuilder(value.length() + 16);
    value
        .codePoints()
        .map(letter -> Character.isISOControl(letter) ? ' ' : letter)
        .forEach(letter -> {
          if (SPECIAL.indexOf(letter) >= 0) {
            escaped.append('\\');
          }
          escaped.appendCodePoint(letter);
        });
    return escaped.toString();
  }
}
