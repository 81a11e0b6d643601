package io.concordat.observation.evaluation.fold;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The hours of the week in which a promise holds, by the clocks of a zone. An hour that the clocks
 * leave out is none; one that they show twice holds twice.
 *
 * @param from the first minute
 * @param until the first minute no more; null for the end of the day
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, @Nullable LocalTime until, ZoneId zone) {

  /** What lies longer back is counted whole, so that looking back is bounded. */
  static final long LONGEST_LOOK = 400L * 86_400_000;

  private static final Pattern TEXT =
      Pattern.compile(
          "(?<days>[A-Za-z,-]+) +(?<from>[0-2][0-9]:[0-5][0-9])-(?<until>[0-2][0-9]:[0-5][0-9])"
              + " +(?<zone>[A-Za-z0-9_+/:-]+)");

  private static final List<String> NAMES =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  public Hours {
    days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    if (until != null && !from.isBefore(until)) {
      throw new IllegalArgumentException("Hours end after they begin");
    }
  }

  /**
   * Reads hours such as {@code Mon-Fri 08:00-18:00 Europe/Berlin}, {@code Mon,Thu 06:00-24:00 UTC}
   * or {@code daily 09:00-17:30 America/New_York}; empty where they are none.
   */
  public static Optional<Hours> parse(String text) {
    Matcher parts = TEXT.matcher(text.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      Set<DayOfWeek> days = days(parts.group("days").toLowerCase(Locale.ROOT));
      String end = parts.group("until");
      LocalTime until = end.equals("24:00") ? null : LocalTime.parse(end);
      LocalTime from = LocalTime.parse(parts.group("from"));
      return days.isEmpty() || (until != null && !from.isBefore(until))
          ? Optional.empty()
          : Optional.of(new Hours(days, from, until, ZoneId.of(parts.group("zone"))));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static Set<DayOfWeek> days(String text) {
    if (text.equals("daily")) {
      return EnumSet.allOf(DayOfWeek.class);
    }
    Set<DayOfWeek> found = EnumSet.noneOf(DayOfWeek.class);
    for (String part : text.split(",", -1)) {
      String[] ends = part.split("-", -1);
      int first = NAMES.indexOf(ends[0]);
      int last = NAMES.indexOf(ends[ends.length - 1]);
      if (first < 0 || last < 0 || ends.length > 2) {
        return Set.of();
      }
      for (int day = first; ; day = (day + 1) % NAMES.size()) {
        found.add(DayOfWeek.of(day + 1));
        if (day == last) {
          break;
        }
      }
    }
    return found;
  }

  /** Whether the promise holds at a moment, milliseconds since 1970 UTC. */
  boolean covers(long at) {
    LocalDate date = dateOf(at);
    return days.contains(date.getDayOfWeek()) && on(date).covers(at);
  }

  /** How much of a span lies in these hours, milliseconds. */
  long within(Span span) {
    if (span.until() <= span.from()) {
      return 0;
    }
    long start = Math.max(span.from(), span.until() - LONGEST_LOOK);
    Span looked = new Span(start, span.until());
    long found = start - span.from();
    LocalDate last = dateOf(span.until());
    for (LocalDate date = dateOf(start); !date.isAfter(last); date = date.plusDays(1)) {
      if (days.contains(date.getDayOfWeek())) {
        Span common = on(date).within(looked);
        found += Math.max(0, common.until() - common.from());
      }
    }
    return found;
  }

  private Span on(LocalDate date) {
    LocalDateTime end = until == null ? date.plusDays(1).atStartOfDay() : date.atTime(until);
    return new Span(moment(date.atTime(from), true), moment(end, false));
  }

  private long moment(LocalDateTime local, boolean first) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    if (change != null && change.isGap()) {
      return change.getInstant().toEpochMilli();
    }
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return local.toInstant(first ? offsets.getFirst() : offsets.getLast()).toEpochMilli();
  }

  private LocalDate dateOf(long at) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(at), zone);
  }
}
