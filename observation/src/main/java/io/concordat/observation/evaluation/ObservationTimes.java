package io.concordat.observation.evaluation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.OptionalLong;

/** Reads RFC 3339 times; those in UTC to the second or millisecond without the JDK's parser. */
final class ObservationTimes {

  private static final String SHAPE = "0000-00-00T00:00:00";
  private static final int LENGTH = SHAPE.length();
  private static final int WITH_MILLIS = LENGTH + 5;
  private static final long DAY = 86_400_000L;

  private ObservationTimes() {}

  /** Milliseconds since 1970 UTC, cut; empty where the text is no time with a zone. */
  static OptionalLong millis(String text) {
    try {
      return isPlain(text)
          ? OptionalLong.of(plain(text))
          : OptionalLong.of(OffsetDateTime.parse(text).toInstant().toEpochMilli());
    } catch (DateTimeException | ArithmeticException none) {
      return OptionalLong.empty();
    }
  }

  private static boolean isPlain(String text) {
    boolean millis = text.length() == WITH_MILLIS && text.charAt(LENGTH) == '.';
    if (!millis && text.length() != LENGTH + 1 || text.charAt(text.length() - 1) != 'Z') {
      return false;
    }
    for (int index = 0; index < LENGTH; index++) {
      char wanted = SHAPE.charAt(index);
      if (wanted == '0' ? !isDigit(text.charAt(index)) : text.charAt(index) != wanted) {
        return false;
      }
    }
    return !millis
        || isDigit(text.charAt(20)) && isDigit(text.charAt(21)) && isDigit(text.charAt(22));
  }

  private static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }

  private static long plain(String text) {
    int hour = pair(text, 11);
    int minute = pair(text, 14);
    int second = pair(text, 17);
    if (hour > 23 || minute > 59 || second > 59) {
      throw new DateTimeException("No time of day");
    }
    LocalDate day = LocalDate.of(100 * pair(text, 0) + pair(text, 2), pair(text, 5), pair(text, 8));
    long millis = text.length() == WITH_MILLIS ? 10L * pair(text, 20) + text.charAt(22) - '0' : 0;
    return day.toEpochDay() * DAY + (hour * 3_600L + minute * 60L + second) * 1_000 + millis;
  }

  private static int pair(String text, int at) {
    return 10 * (text.charAt(at) - '0') + text.charAt(at + 1) - '0';
  }
}
