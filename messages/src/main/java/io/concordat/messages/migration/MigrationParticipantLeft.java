package io.concordat.messages.migration;

import io.concordat.messages.EventType;
import java.time.Instant;

/**
 * A reader reads nothing any more of what is affected: it was retired, or declares other reads.
 *
 * @param leftAt UTC
 */
@EventType("migration.participant-left")
public record MigrationParticipantLeft(
    MigrationId migration, ParticipantId participant, Instant leftAt) implements MigrationEvent {

  @Override
  public String stream() {
    return migration.stream();
  }
}
