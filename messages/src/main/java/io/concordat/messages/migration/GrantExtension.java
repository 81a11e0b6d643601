package io.concordat.messages.migration;

/**
 * Grants what a participant has asked for: the version is served until the day that was asked for,
 * for everybody. For the producer.
 *
 * <p>Emits {@code migration.extension-granted} and {@code migration.extended}, with {@code
 * contract.support-extended} in the contract's stream; rejects with {@code MIGRATION_NOT_FOUND},
 * {@code MIGRATION_CLOSED}, {@code MIGRATION_PARTICIPANT_NOT_FOUND}, {@code
 * EXTENSION_NOT_REQUESTED}, {@code NOT_ALLOWED} and what {@link
 * io.concordat.messages.contract.ExtendSupport} does.
 */
public record GrantExtension(MigrationId migration, ParticipantId participant)
    implements MigrationCommand {

  @Override
  public String stream() {
    return migration.stream();
  }
}
