package io.concordat.messages.migration;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/**
 * A participant is moving.
 *
 * @param startedAt UTC
 */
@EventType("migration.started")
public record MigrationStarted(
    MigrationId migration, ParticipantId participant, Instant startedAt, Subject startedBy)
    implements MigrationEvent {

  @Override
  public String stream() {
    return migration.stream();
  }
}
