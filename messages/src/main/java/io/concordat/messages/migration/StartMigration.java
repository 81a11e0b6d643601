package io.concordat.messages.migration;

/**
 * Says for a participant that it is moving. For who answers for the participant.
 *
 * <p>Emits {@code migration.started}; rejects with {@code MIGRATION_NOT_FOUND}, {@code
 * MIGRATION_CLOSED}, {@code MIGRATION_PARTICIPANT_NOT_FOUND}, {@code NOT_ALLOWED}.
 */
public record StartMigration(MigrationId migration, ParticipantId participant)
    implements MigrationCommand {

  @Override
  public String stream() {
    return migration.stream();
  }
}
