package io.concordat.messages.migration;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/**
 * A participant knows of the break.
 *
 * @param acknowledgedAt UTC
 */
@EventType("migration.acknowledged")
public record MigrationAcknowledged(
    MigrationId migration,
    ParticipantId participant,
    Instant acknowledgedAt,
    Subject acknowledgedBy)
    implements MigrationEvent {

  @Override
  public String stream() {
    return migration.stream();
  }
}
