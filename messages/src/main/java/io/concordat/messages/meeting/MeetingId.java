package io.concordat.messages.meeting;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.concordat.messages.InvalidValue;
import java.time.DateTimeException;
import java.time.YearMonth;

/** Id of a meeting: its month, such as {@code 2026-12}. There is one a month. */
public record MeetingId(YearMonth month) implements Comparable<MeetingId> {

  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 9999;

  public MeetingId {
    if (month.getYear() < FIRST_YEAR || month.getYear() > LAST_YEAR) {
      throw new InvalidValue("meeting", "must be a month from 2000-01, was " + month);
    }
  }

  /** Reads a month of four and two digits. */
  @JsonCreator
  public static MeetingId of(String text) {
    try {
      return new MeetingId(YearMonth.parse(text));
    } catch (DateTimeException notAMonth) {
      throw new InvalidValue("meeting", "must be a month such as 2026-12");
    }
  }

  /** The meeting of the month before or after by a number of months. */
  public MeetingId plus(int months) {
    return new MeetingId(month.plusMonths(months));
  }

  /** The event stream. */
  public String stream() {
    return "meeting:" + this;
  }

  @JsonValue
  @Override
  public String toString() {
    return month.toString();
  }

  @Override
  public int compareTo(MeetingId other) {
    return month.compareTo(other.month);
  }
}
