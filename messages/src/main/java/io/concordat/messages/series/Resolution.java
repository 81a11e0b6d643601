package io.concordat.messages.series;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** How long the buckets of a series are. They begin where the clock does, in UTC. */
public enum Resolution {
  /** Begins at the full hour. */
  HOUR,
  /** Begins at midnight. */
  DAY,
  /** Begins on the first of the month. */
  MONTH;

  /** No series has more buckets than this. */
  public static final int MOST_BUCKETS = 300;

  /** The start of the bucket that an instant belongs to. */
  public Instant floor(Instant instant) {
    OffsetDateTime at = instant.atOffset(ZoneOffset.UTC);
    return switch (this) {
      case HOUR -> at.truncatedTo(ChronoUnit.HOURS).toInstant();
      case DAY -> at.truncatedTo(ChronoUnit.DAYS).toInstant();
      case MONTH -> at.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).toInstant();
    };
  }

  /** The start of the bucket that follows the one which begins here. */
  public Instant next(Instant start) {
    return switch (this) {
      case HOUR -> start.plus(1, ChronoUnit.HOURS);
      case DAY -> start.plus(1, ChronoUnit.DAYS);
      case MONTH -> start.atOffset(ZoneOffset.UTC).plusMonths(1).toInstant();
    };
  }

  /**
   * The starts of all buckets that a span touches, the first first; one more than {@value
   * #MOST_BUCKETS} where there are more of them than that.
   *
   * @param to excluded, after {@code from}
   */
  public List<Instant> starts(Instant from, Instant to) {
    List<Instant> starts = new ArrayList<>();
    for (Instant start = floor(from);
        start.isBefore(to) && starts.size() <= MOST_BUCKETS;
        start = next(start)) {
      starts.add(start);
    }
    return starts;
  }

  /** Whether a series of a span would have more than {@value #MOST_BUCKETS} buckets. */
  public boolean isTooFine(Instant from, Instant to) {
    return starts(from, to).size() > MOST_BUCKETS;
  }

  /**
   * The finest with which a series of a span has {@value #MOST_BUCKETS} buckets at most; months for
   * a span that is too long for any.
   */
  public static Resolution fitting(Instant from, Instant to) {
    for (Resolution resolution : values()) {
      if (!resolution.isTooFine(from, to)) {
        return resolution;
      }
    }
    return MONTH;
  }
}
