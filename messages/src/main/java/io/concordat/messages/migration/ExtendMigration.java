package io.concordat.messages.migration;

import java.time.Instant;

/**
 * Moves the end of a migration to where the support of its version ends. Only the service itself
 * does that; a day that is not later changes nothing.
 *
 * <p>Emits {@code migration.extended}; rejects with {@code MIGRATION_NOT_FOUND}, {@code
 * NOT_ALLOWED}.
 *
 * @param supportedUntil UTC
 */
public record ExtendMigration(MigrationId migration, Instant supportedUntil)
    implements MigrationCommand {

  @Override
  public String stream() {
    return migration.stream();
  }
}
