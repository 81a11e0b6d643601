package io.concordat.messages.migration;

/**
 * Lets a reader that appeared within the window take part. Only the service itself does that; a
 * second time changes nothing.
 *
 * <p>Emits {@code migration.participant-joined}; rejects with {@code MIGRATION_NOT_FOUND}, {@code
 * MIGRATION_CLOSED}, {@code NOT_ALLOWED}.
 */
public record JoinMigration(MigrationId migration, MigrationParticipant participant)
    implements MigrationCommand {

  @Override
  public String stream() {
    return migration.stream();
  }
}
