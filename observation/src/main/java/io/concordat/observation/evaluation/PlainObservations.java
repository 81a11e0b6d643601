package io.concordat.observation.evaluation;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads observations as producers usually write them: each member once and none that is unknown,
 * texts of ASCII without escapes, numbers of 15 digits at most without exponents, times in UTC to
 * the second or millisecond. Whatever is written otherwise, and whatever is wrong, is left to
 * {@link ObservationFields}, which reads the same of what both can read.
 *
 * <p>Not thread safe.
 */
final class PlainObservations {

  private static final Names NAMES = new Names();
  private static final int LONGEST = 200;
  private static final int LONGEST_ID = 100;
  private static final int MOST_DIGITS = 15;
  private static final int MOST_COUNT_DIGITS = 18;
  private static final long DAY = 86_400_000L;
  private static final byte[] CONTRACT = ascii("contract");
  private static final byte[] VERSION = ascii("version");
  private static final byte[] COMMITMENT = ascii("commitment");
  private static final byte[] PRODUCER = ascii("producer");
  private static final byte[] OBSERVED_AT = ascii("observedAt");
  private static final byte[] UNIT = ascii("unit");
  private static final byte[] VALUE = ascii("value");
  private static final byte[] PASSED = ascii("passed");
  private static final byte[] FAILED = ascii("failed");

  /** Powers that a double holds exactly. */
  private static final double[] TEN = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
  };

  private final byte[] body;
  private int at;
  private int textStart;
  private int textEnd;
  private int textHash;
  private double number;
  private long count;
  private @Nullable String id;
  private @Nullable String contract;
  private @Nullable String version;
  private @Nullable String commitment;
  private @Nullable String producer;
  private @Nullable String unit;
  private boolean measured;
  private double value;
  private boolean dated;
  private long time;
  private long passed;
  private long failed;

  PlainObservations(byte[] body) {
    this.body = body;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * Reads the observation that starts at an index; null where it is not plain. {@link #end} tells
   * where the next thing begins.
   */
  @Nullable Observation read(int start) {
    clear();
    at = start;
    if (!skip('{')) {
      return null;
    }
    do {
      blanks();
      if (!text()) {
        return null;
      }
      int nameStart = textStart;
      int nameEnd = textEnd;
      blanks();
      if (!skip(':')) {
        return null;
      }
      blanks();
      if (!member(nameStart, nameEnd)) {
        return null;
      }
      blanks();
    } while (skip(','));
    return skip('}') ? observation() : null;
  }

  /** The index after what was read. */
  int end() {
    return at;
  }

  private void clear() {
    id = null;
    contract = null;
    version = null;
    commitment = null;
    producer = null;
    unit = null;
    measured = false;
    dated = false;
    passed = -1;
    failed = -1;
  }

  private @Nullable Observation observation() {
    boolean judged = passed >= 0 || failed >= 0;
    if (id == null || contract == null || commitment == null || !dated || measured == judged) {
      return null;
    }
    Reading reading =
        judged
            ? new Reading.Judged(Math.max(0, passed), Math.max(0, failed))
            : new Reading.Measured(Quantity.of(value, unit));
    return new Observation(id, contract, version, commitment, producer, time, reading);
  }

  private boolean member(int start, int end) {
    return switch (end - start) {
      case 2 -> body[start] == 'i' && body[start + 1] == 'd' && id();
      case 4 -> is(UNIT, start, end) && unit == null && (unit = name(LONGEST_ID)) != null;
      case 5 -> is(VALUE, start, end) && value();
      case 6 -> is(PASSED, start, end) ? passed() : is(FAILED, start, end) && failed();
      case 7 -> is(VERSION, start, end) && version == null && (version = name(LONGEST_ID)) != null;
      case 8 ->
          is(CONTRACT, start, end)
              ? contract == null && (contract = name(LONGEST)) != null
              : is(PRODUCER, start, end)
                  && producer == null
                  && (producer = name(LONGEST_ID)) != null;
      case 10 ->
          is(COMMITMENT, start, end)
              ? commitment == null && (commitment = name(LONGEST)) != null
              : is(OBSERVED_AT, start, end) && time();
      default -> false;
    };
  }

  private boolean is(byte[] name, int start, int end) {
    return Arrays.equals(body, start, end, name, 0, name.length);
  }

  private boolean id() {
    if (id != null || !wellFormed(LONGEST_ID)) {
      return false;
    }
    id = new String(body, textStart, textEnd - textStart, StandardCharsets.ISO_8859_1);
    return true;
  }

  private @Nullable String name(int longest) {
    return wellFormed(longest) ? NAMES.of(body, textStart, textEnd, textHash) : null;
  }

  private boolean wellFormed(int longest) {
    return text()
        && textEnd > textStart
        && textEnd - textStart <= longest
        && body[textStart] != ' ';
  }

  private boolean value() {
    if (measured || !number()) {
      return false;
    }
    measured = true;
    value = number;
    return true;
  }

  private boolean passed() {
    if (passed >= 0 || !count()) {
      return false;
    }
    passed = count;
    return true;
  }

  private boolean failed() {
    if (failed >= 0 || !count()) {
      return false;
    }
    failed = count;
    return true;
  }

  private boolean skip(char sign) {
    if (at < body.length && body[at] == sign) {
      at++;
      return true;
    }
    return false;
  }

  private void blanks() {
    while (at < body.length && (body[at] == ' ' || body[at] == '\t')) {
      at++;
    }
  }

  private boolean text() {
    if (!skip('"')) {
      return false;
    }
    int hash = 0;
    for (int index = at; index < body.length; index++) {
      byte sign = body[index];
      if (sign == '"') {
        textStart = at;
        textEnd = index;
        textHash = hash;
        at = index + 1;
        return true;
      }
      if (sign < ' ' || sign == '\\') {
        return false;
      }
      hash = 31 * hash + sign;
    }
    return false;
  }

  /** Both parts are held exactly, so that their quotient is the nearest double. */
  private boolean number() {
    boolean negative = skip('-');
    int start = at;
    long digits = digits(0);
    int whole = at - start;
    if (whole == 0 || (whole > 1 && body[start] == '0')) {
      return false;
    }
    int scale = 0;
    if (skip('.')) {
      int point = at;
      digits = digits(digits);
      scale = at - point;
      if (scale == 0) {
        return false;
      }
    }
    if (whole + scale > MOST_DIGITS || (negative && digits == 0)) {
      return false;
    }
    number = (negative ? -digits : digits) / TEN[scale];
    return true;
  }

  private boolean count() {
    int start = at;
    count = digits(0);
    int length = at - start;
    return length == 1 || (length > 1 && length <= MOST_COUNT_DIGITS && body[start] != '0');
  }

  /** Of too many digits the number is wrong; its reader refuses it by their count. */
  private long digits(long before) {
    long found = before;
    while (at < body.length && body[at] >= '0' && body[at] <= '9') {
      found = 10 * found + body[at] - '0';
      at++;
    }
    return found;
  }

  private boolean time() {
    if (dated || !text()) {
      return false;
    }
    int length = textEnd - textStart;
    if ((length != 20 && length != 24) || body[textEnd - 1] != 'Z') {
      return false;
    }
    int hour = pair(11);
    int minute = pair(14);
    int second = pair(17);
    int year = 100 * pair(0) + pair(2);
    int month = pair(5);
    int day = pair(8);
    int millis = length == 20 ? 0 : 10 * pair(20) + digit(22);
    boolean shaped =
        sign(4) == '-'
            && sign(7) == '-'
            && sign(10) == 'T'
            && sign(13) == ':'
            && sign(16) == ':'
            && (length == 20 || sign(19) == '.');
    // What is no digit makes its number negative.
    if (!shaped || (hour | minute | second | year | month | day | millis) < 0) {
      return false;
    }
    if (hour > 23 || minute > 59 || second > 59) {
      return false;
    }
    try {
      time =
          LocalDate.of(year, month, day).toEpochDay() * DAY
              + (hour * 3_600L + minute * 60L + second) * 1_000
              + millis;
    } catch (DateTimeException noDay) {
      return false;
    }
    dated = true;
    return true;
  }

  private byte sign(int index) {
    return body[textStart + index];
  }

  private int pair(int index) {
    return 10 * digit(index) + digit(index + 1);
  }

  private int digit(int index) {
    int found = sign(index) - '0';
    return found < 0 || found > 9 ? -100_000 : found;
  }
}
