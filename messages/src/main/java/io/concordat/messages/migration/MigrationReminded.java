package io.concordat.messages.migration;

import io.concordat.messages.EventType;
import java.time.Instant;
import java.util.List;

/**
 * Those who have not moved are reminded.
 *
 * @param daysBefore which reminder: days before the end of support
 * @param supportedUntil end of support that they are reminded of, UTC
 * @param participants who has not moved; sorted, at least one
 * @param remindedAt UTC
 */
@EventType("migration.reminded")
public record MigrationReminded(
    MigrationId migration,
    int daysBefore,
    Instant supportedUntil,
    List<ParticipantId> participants,
    Instant remindedAt)
    implements MigrationEvent {

  public MigrationReminded {
    participants = List.copyOf(participants);
  }

  @Override
  public String stream() {
    return migration.stream();
  }
}
