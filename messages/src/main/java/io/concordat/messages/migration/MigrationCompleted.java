package io.concordat.messages.migration;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/**
 * A participant reads the successor.
 *
 * @param completedAt UTC
 */
@EventType("migration.completed")
public record MigrationCompleted(
    MigrationId migration, ParticipantId participant, Instant completedAt, Subject completedBy)
    implements MigrationEvent {

  @Override
  public String stream() {
    return migration.stream();
  }
}
