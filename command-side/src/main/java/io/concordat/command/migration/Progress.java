package io.concordat.command.migration;

import io.concordat.messages.migration.ParticipantStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a participant has come.
 *
 * @param asked until when it needs the version, where the producer has not answered yet; else null
 */
record Progress(ParticipantStatus status, @Nullable Instant asked) {

  static final Progress ANNOUNCED = new Progress(ParticipantStatus.ANNOUNCED, null);

  Progress with(ParticipantStatus next) {
    return new Progress(next, asked);
  }

  Progress asking(@Nullable Instant until) {
    return new Progress(status, until);
  }

  boolean isDone() {
    return status == ParticipantStatus.DONE;
  }
}
