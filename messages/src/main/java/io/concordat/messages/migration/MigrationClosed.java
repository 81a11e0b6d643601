package io.concordat.messages.migration;

import io.concordat.messages.EventType;
import java.time.Instant;
import java.util.List;

/**
 * The version that was left is retired.
 *
 * @param done who had moved; sorted
 * @param late who had not; sorted
 * @param closedAt UTC
 */
@EventType("migration.closed")
public record MigrationClosed(
    MigrationId migration, List<ParticipantId> done, List<ParticipantId> late, Instant closedAt)
    implements MigrationEvent {

  public MigrationClosed {
    done = List.copyOf(done);
    late = List.copyOf(late);
  }

  @Override
  public String stream() {
    return migration.stream();
  }
}
