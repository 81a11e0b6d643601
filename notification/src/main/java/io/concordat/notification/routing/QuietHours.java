package io.concordat.notification.routing;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The part of each day in which a channel is left alone.
 *
 * @param zone in which the two times are read
 * @param from first moment of quiet
 * @param to first moment after it; before {@code from} where the night lies between
 */
public record QuietHours(ZoneId zone, LocalTime from, LocalTime to) {

  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("Quiet hours must end at another time than they begin");
    }
  }

  /** When the quiet in which a moment lies ends; empty where it lies in none. */
  public Optional<Instant> endAfter(Instant moment) {
    ZonedDateTime there = moment.atZone(zone);
    LocalTime time = there.toLocalTime();
    boolean overnight = to.isBefore(from);
    boolean late = !time.isBefore(from);
    boolean early = time.isBefore(to);
    if (overnight ? !late && !early : !(late && early)) {
      return Optional.empty();
    }
    boolean tomorrow = overnight && late;
    ZonedDateTime end = ZonedDateTime.of(there.toLocalDate().plusDays(tomorrow ? 1 : 0), to, zone);
    // Where clocks are set back, the hour comes twice; quiet never ends before it is asked about.
    return Optional.of(end.toInstant()).filter(instant -> instant.isAfter(moment));
  }
}
