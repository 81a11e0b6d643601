package io.concordat.graphql.migration;

import io.concordat.messages.migration.MigrationStatus;
import io.concordat.messages.migration.MigrationTimeline;
import io.concordat.messages.migration.MigrationView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens on the way of a migration.
 *
 * @param at when it is due, or when it happened, UTC
 * @param daysBefore of a reminder, else null
 */
public record Milestone(Kind kind, Instant at, @Nullable Integer daysBefore, boolean happened) {

  /** What happens. */
  public enum Kind {
    /** Readers are told. */
    ANNOUNCED,
    /** Those who have not moved are reminded. */
    REMINDER,
    /** The version that is left is retired. */
    RETIREMENT
  }

  /**
   * The timeline of a migration: what happened, and, while it is open, what is still to come, by
   * time. A reminder that was overtaken or had nobody to remind is in neither.
   */
  public static List<Milestone> of(MigrationView migration) {
    List<Milestone> timeline = new ArrayList<>();
    timeline.add(new Milestone(Kind.ANNOUNCED, migration.openedAt(), null, true));
    migration
        .reminders()
        .forEach(reminder ->
            timeline.add(
                new Milestone(Kind.REMINDER, reminder.remindedAt(), reminder.daysBefore(), true)));
    if (migration.status() == MigrationStatus.OPEN) {
      MigrationTimeline.REMINDERS.stream()
          .filter(days -> !wasGiven(migration, days))
          .map(days ->
              new Milestone(
                  Kind.REMINDER,
                  MigrationTimeline.due(migration.supportedUntil(), days),
                  days,
                  false))
          .forEach(timeline::add);
    }
    Instant closedAt = migration.closedAt();
    timeline.add(
        new Milestone(
            Kind.RETIREMENT,
            closedAt == null ? migration.supportedUntil() : closedAt,
            null,
            closedAt != null));
    timeline.sort(Comparator.comparing(Milestone::at));
    return timeline;
  }

  /** Whether this reminder of this end of support, or a later one, was given. */
  private static boolean wasGiven(MigrationView migration, int days) {
    return migration.reminders().stream()
        .filter(reminder -> reminder.supportedUntil().equals(migration.supportedUntil()))
        .anyMatch(reminder -> reminder.daysBefore() <= days);
  }
}
