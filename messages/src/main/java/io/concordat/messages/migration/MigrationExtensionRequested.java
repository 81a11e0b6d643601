package io.concordat.messages.migration;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/**
 * A participant needs the version for longer.
 *
 * @param until the day that it asks for, UTC
 * @param requestedAt UTC
 */
@EventType("migration.extension-requested")
public record MigrationExtensionRequested(
    MigrationId migration,
    ParticipantId participant,
    Instant until,
    String reason,
    Instant requestedAt,
    Subject requestedBy)
    implements MigrationEvent {

  @Override
  public String stream() {
    return migration.stream();
  }
}
