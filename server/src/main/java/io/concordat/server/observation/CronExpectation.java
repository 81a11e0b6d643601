package io.concordat.server.observation;

import io.concordat.observation.evaluation.fold.Expectation;
import io.concordat.observation.evaluation.fold.OpenTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;

/**
 * Checks run at the times of a cron schedule, by the clocks of a zone. One that was not heard of an
 * hour after it was due is missed; a time at which the promise does not hold is none.
 */
record CronExpectation(CronExpression expression, ZoneId zone) implements Expectation {

  /** How long a check may take, and be late. */
  static final Duration GRACE = Duration.ofHours(1);

  private static final int MOST_LOOKS = 1_000;

  /**
   * Reads a schedule of five parts, or six where the first is the second; empty where it is none.
   *
   * @param zone null for UTC
   */
  static Optional<CronExpectation> parse(String schedule, @Nullable String zone) {
    String text = schedule.strip();
    try {
      return Optional.of(
          new CronExpectation(
              CronExpression.parse(text.split("\\s+").length == 5 ? "0 " + text : text),
              zone == null ? ZoneOffset.UTC : ZoneId.of(zone)));
    } catch (IllegalArgumentException | DateTimeException none) {
      return Optional.empty();
    }
  }

  @Override
  public boolean missed(long heard, long now, OpenTime open) {
    ZonedDateTime due = Instant.ofEpochMilli(heard).atZone(zone);
    for (int looks = 0; looks < MOST_LOOKS; looks++) {
      due = expression.next(due);
      if (due == null || due.toInstant().toEpochMilli() + GRACE.toMillis() >= now) {
        return false;
      }
      long at = due.toInstant().toEpochMilli();
      if (open.holds(at)) {
        return open.elapsed(at, now) > GRACE.toMillis();
      }
    }
    return false;
  }
}
