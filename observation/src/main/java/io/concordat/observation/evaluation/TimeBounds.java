package io.concordat.observation.evaluation;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the time of an observation may be from its receipt.
 *
 * @param ahead a producer's clock may be so far ahead
 * @param behind an observation may be so old
 */
public record TimeBounds(Duration ahead, Duration behind) {

  /** Five minutes and seven days. */
  public static final TimeBounds USUAL = new TimeBounds(Duration.ofMinutes(5), Duration.ofDays(7));

  /** Why an observation of a time is not taken at another; null where it is. Both ends are in. */
  public @Nullable ObservationFault fault(Instant observedAt, Instant receivedAt) {
    return fault(observedAt.toEpochMilli(), receivedAt.toEpochMilli());
  }

  /** The same, in milliseconds since 1970 UTC. */
  @Nullable ObservationFault fault(long observedAt, long receivedAt) {
    if (observedAt > receivedAt + ahead.toMillis()) {
      return ObservationFault.OBSERVATION_IN_FUTURE;
    }
    return observedAt < receivedAt - behind.toMillis()
        ? ObservationFault.OBSERVATION_TOO_OLD
        : null;
  }
}
