package io.concordat.messages.migration;

import io.concordat.messages.Shape;

/**
 * Says no to what a participant has asked for. For the producer.
 *
 * <p>Emits {@code migration.extension-declined}; rejects with {@code MIGRATION_NOT_FOUND}, {@code
 * MIGRATION_CLOSED}, {@code MIGRATION_PARTICIPANT_NOT_FOUND}, {@code EXTENSION_NOT_REQUESTED},
 * {@code NOT_ALLOWED}.
 *
 * @param reason at most 2,000 characters
 */
public record DeclineExtension(MigrationId migration, ParticipantId participant, String reason)
    implements MigrationCommand {

  public DeclineExtension {
    Shape.text("reason", reason, 2_000);
  }

  @Override
  public String stream() {
    return migration.stream();
  }
}
