package io.concordat.messages.migration;

import io.concordat.messages.Shape;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Asks for a participant that the version be served for longer. For who answers for the
 * participant; a later request takes the place of one that was not answered.
 *
 * <p>Emits {@code migration.extension-requested}; rejects with {@code MIGRATION_NOT_FOUND}, {@code
 * MIGRATION_CLOSED}, {@code MIGRATION_PARTICIPANT_NOT_FOUND}, {@code MIGRATION_PARTICIPANT_DONE},
 * {@code CONTRACT_SUPPORT_NOT_SHORTENED}, {@code CONTRACT_SUPPORT_TOO_LONG}, {@code NOT_ALLOWED}.
 *
 * @param until later than the end of support, UTC; cut to milliseconds
 * @param reason at most 2,000 characters
 */
public record RequestExtension(
    MigrationId migration, ParticipantId participant, Instant until, String reason)
    implements MigrationCommand {

  public RequestExtension {
    Shape.text("reason", reason, 2_000);
    until = until.truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public String stream() {
    return migration.stream();
  }
}
