package io.concordat.messages.council;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When representatives who have not voted are reminded. */
public final class VotingTimeline {

  /** Days before a ballot closes on which those who have not voted are reminded. */
  public static final List<Integer> REMINDERS = List.of(3, 1);

  private VotingTimeline() {}

  /** When a reminder is due, UTC. */
  public static Instant due(Instant closesAt, int daysBefore) {
    return closesAt.minus(Duration.ofDays(daysBefore));
  }

  /**
   * The reminders of a round, the earliest first: those that are due after it began, so that a
   * short round has fewer, and one of a day or less has none.
   */
  public static List<Integer> reminders(Instant startedAt, Instant closesAt) {
    return REMINDERS.stream().filter(days -> due(closesAt, days).isAfter(startedAt)).toList();
  }
}
