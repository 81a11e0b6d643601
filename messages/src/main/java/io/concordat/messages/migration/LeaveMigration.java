package io.concordat.messages.migration;

/**
 * Takes a reader out that reads nothing of what is affected any more. Only the service itself does
 * that; it changes nothing for one that takes no part, has moved, or where the version is retired.
 *
 * <p>Emits {@code migration.participant-left}; rejects with {@code MIGRATION_NOT_FOUND}, {@code
 * NOT_ALLOWED}.
 */
public record LeaveMigration(MigrationId migration, ParticipantId participant)
    implements MigrationCommand {

  @Override
  public String stream() {
    return migration.stream();
  }
}
