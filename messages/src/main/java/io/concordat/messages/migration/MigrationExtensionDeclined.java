package io.concordat.messages.migration;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/**
 * The producer does not give a participant more time.
 *
 * @param declinedAt UTC
 */
@EventType("migration.extension-declined")
public record MigrationExtensionDeclined(
    MigrationId migration,
    ParticipantId participant,
    String reason,
    Instant declinedAt,
    Subject declinedBy)
    implements MigrationEvent {

  @Override
  public String stream() {
    return migration.stream();
  }
}
