package io.concordat.server.meeting;

import io.concordat.messages.meeting.MeetingRule;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the council meets: {@code concordat.meetings}. What is in the calendar already stays as it
 * is.
 *
 * @param week which of the month's days of that name, 1 to 4
 * @param day of the week
 * @param time in UTC
 * @param length of a meeting
 */
@ConfigurationProperties("concordat.meetings")
record MeetingSettings(
    @DefaultValue("1") int week,
    @DefaultValue("TUESDAY") DayOfWeek day,
    @DefaultValue("14:00") LocalTime time,
    @DefaultValue("PT1H") Duration length) {

  MeetingRule rule() {
    return new MeetingRule(week, day, time, length);
  }
}
