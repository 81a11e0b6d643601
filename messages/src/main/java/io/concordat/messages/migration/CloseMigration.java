package io.concordat.messages.migration;

/**
 * Ends a migration once its version is retired. Only the service itself does that; a second time
 * changes nothing.
 *
 * <p>Emits {@code migration.closed}; rejects with {@code MIGRATION_NOT_FOUND}, {@code
 * CONTRACT_VERSION_STILL_SUPPORTED}, {@code NOT_ALLOWED}.
 */
public record CloseMigration(MigrationId migration) implements MigrationCommand {

  @Override
  public String stream() {
    return migration.stream();
  }
}
