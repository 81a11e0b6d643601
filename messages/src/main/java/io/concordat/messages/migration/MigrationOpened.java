package io.concordat.messages.migration;

import io.concordat.messages.EventType;
import java.time.Instant;
import java.util.List;

/**
 * A version has a successor that breaks it: these readers have to move until support ends.
 *
 * @param successor version to move to
 * @param affected what the successor breaks
 * @param supportedUntil when the version that is left is retired, UTC
 * @param participants who reads what is affected; sorted by id
 * @param openedAt UTC
 */
@EventType("migration.opened")
public record MigrationOpened(
    MigrationId migration,
    String successor,
    AffectedElements affected,
    Instant supportedUntil,
    List<MigrationParticipant> participants,
    Instant openedAt)
    implements MigrationEvent {

  public MigrationOpened {
    participants = List.copyOf(participants);
  }

  @Override
  public String stream() {
    return migration.stream();
  }
}
