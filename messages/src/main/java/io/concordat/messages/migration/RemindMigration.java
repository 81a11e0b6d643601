package io.concordat.messages.migration;

import io.concordat.messages.InvalidValue;

/**
 * Reminds those who have not moved. Only the service itself does that. Changes nothing where the
 * reminder is not due, was given, or was overtaken by a later one, and where nobody is left.
 *
 * <p>Emits {@code migration.reminded}; rejects with {@code MIGRATION_NOT_FOUND}, {@code
 * NOT_ALLOWED}.
 *
 * @param daysBefore one of {@link MigrationTimeline#REMINDERS}
 */
public record RemindMigration(MigrationId migration, int daysBefore) implements MigrationCommand {

  public RemindMigration {
    if (!MigrationTimeline.REMINDERS.contains(daysBefore)) {
      throw new InvalidValue(
          "daysBefore", "must be one of " + MigrationTimeline.REMINDERS + ", was " + daysBefore);
    }
  }

  @Override
  public String stream() {
    return migration.stream();
  }
}
