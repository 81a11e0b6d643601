package io.concordat.notification.routing;

import io.concordat.messages.incident.IncidentSeverity;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * The times of a day at which a channel is told, in one message, what was gathered for it.
 *
 * @param zone in which the times are read
 * @param at at least one; sorted
 * @param below what is of this severity and higher is told at once
 */
public record DigestTimes(ZoneId zone, List<LocalTime> at, IncidentSeverity below) {

  public DigestTimes {
    at = at.stream().distinct().sorted().toList();
    if (at.isEmpty()) {
      throw new IllegalArgumentException("A digest needs a time of the day");
    }
  }

  /** The first of them after a moment. */
  public Instant next(Instant moment) {
    ZonedDateTime there = moment.atZone(zone);
    // Where clocks are set forward a time may not be: then it is as much later as they are set.
    return Stream.of(0, 1)
        .flatMap(day ->
            at.stream()
                .map(time -> ZonedDateTime.of(there.toLocalDate().plusDays(day), time, zone)))
        .map(ZonedDateTime::toInstant)
        .filter(time -> time.isAfter(moment))
        .findFirst()
        .orElseThrow();
  }
}
