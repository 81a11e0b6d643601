package io.concordat.messages.meeting;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.Shape;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/**
 * On which day of a month the council meets.
 *
 * @param week which of the month's days of that name, 1 to 4
 * @param day of the week
 * @param time in UTC
 * @param length of a meeting, 15 minutes to 12 hours
 */
public record MeetingRule(int week, DayOfWeek day, LocalTime time, Duration length) {

  private static final Duration SHORTEST = Duration.ofMinutes(15);
  private static final Duration LONGEST = Duration.ofHours(12);

  /** The first Tuesday of the month, 14:00 UTC, for an hour. */
  public static final MeetingRule DEFAULT =
      new MeetingRule(1, DayOfWeek.TUESDAY, LocalTime.of(14, 0), Duration.ofHours(1));

  public MeetingRule {
    Shape.between("week", week, 1, 4);
    if (length.compareTo(SHORTEST) < 0 || length.compareTo(LONGEST) > 0) {
      throw new InvalidValue("length", "must be between " + SHORTEST + " and " + LONGEST);
    }
  }

  /** When the meeting of a month begins, UTC. */
  public Instant startsAt(MeetingId meeting) {
    return meeting
        .month()
        .atDay(1)
        .with(TemporalAdjusters.dayOfWeekInMonth(week, day))
        .atTime(time)
        .toInstant(ZoneOffset.UTC);
  }

  /** When it ends, UTC. */
  public Instant endsAt(MeetingId meeting) {
    return startsAt(meeting).plus(length);
  }
}
