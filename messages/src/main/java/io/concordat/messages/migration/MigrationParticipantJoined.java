package io.concordat.messages.migration;

import io.concordat.messages.EventType;
import java.time.Instant;

/**
 * A reader of what is affected has appeared within the window.
 *
 * @param joinedAt UTC
 */
@EventType("migration.participant-joined")
public record MigrationParticipantJoined(
    MigrationId migration, MigrationParticipant participant, Instant joinedAt)
    implements MigrationEvent {

  @Override
  public String stream() {
    return migration.stream();
  }
}
