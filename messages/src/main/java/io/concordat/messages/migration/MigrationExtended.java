package io.concordat.messages.migration;

import io.concordat.messages.EventType;
import java.time.Instant;

/**
 * The version that is left is served for longer, for everybody.
 *
 * @param supportedUntil later than before, UTC
 * @param extendedAt UTC
 */
@EventType("migration.extended")
public record MigrationExtended(MigrationId migration, Instant supportedUntil, Instant extendedAt)
    implements MigrationEvent {

  @Override
  public String stream() {
    return migration.stream();
  }
}
