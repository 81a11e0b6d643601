package io.concordat.messages.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When participants of a migration are reminded. */
public final class MigrationTimeline {

  /** Days before the end of support on which those who have not moved are reminded. */
  public static final List<Integer> REMINDERS = List.of(14, 7, 1);

  private MigrationTimeline() {}

  /** When a reminder is due, UTC. */
  public static Instant due(Instant supportedUntil, int daysBefore) {
    return supportedUntil.minus(Duration.ofDays(daysBefore));
  }

  /** The last reminder that is due at an instant: the least number of days; 0 where none is. */
  public static int latestDue(Instant supportedUntil, Instant now) {
    return REMINDERS.stream()
        .filter(days -> !now.isBefore(due(supportedUntil, days)))
        .mapToInt(Integer::intValue)
        .min()
        .orElse(0);
  }
}
