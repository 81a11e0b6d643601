package io.concordat.messages.migration;

/**
 * Opens the migration away from a deprecated version, with everyone who reads what its successor
 * breaks. Only the service itself does that; a second time changes nothing.
 *
 * <p>Emits {@code migration.opened}; rejects with {@code CONTRACT_VERSION_NOT_DEPRECATED}, {@code
 * NOT_ALLOWED}.
 */
public record OpenMigration(MigrationId migration) implements MigrationCommand {

  @Override
  public String stream() {
    return migration.stream();
  }
}
