package io.concordat.messages.migration;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/**
 * The producer gives a participant the time that it has asked for.
 *
 * @param until the version is served until then at least, UTC
 * @param grantedAt UTC
 */
@EventType("migration.extension-granted")
public record MigrationExtensionGranted(
    MigrationId migration,
    ParticipantId participant,
    Instant until,
    Instant grantedAt,
    Subject grantedBy)
    implements MigrationEvent {

  @Override
  public String stream() {
    return migration.stream();
  }
}
