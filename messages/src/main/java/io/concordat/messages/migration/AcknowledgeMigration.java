package io.concordat.messages.migration;

/**
 * Says for a participant that it knows of the break. For who answers for the participant.
 *
 * <p>Emits {@code migration.acknowledged}; rejects with {@code MIGRATION_NOT_FOUND}, {@code
 * MIGRATION_CLOSED}, {@code MIGRATION_PARTICIPANT_NOT_FOUND}, {@code NOT_ALLOWED}.
 */
public record AcknowledgeMigration(MigrationId migration, ParticipantId participant)
    implements MigrationCommand {

  @Override
  public String stream() {
    return migration.stream();
  }
}
