package io.concordat.eventstore.command;

import java.time.Duration;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;

/**
 * When a failed command is tried again: only where it lost a race for its stream. The failure
 * itself decides, not what caused it: the cause of a lost race is an SQL error like any other.
 */
final class Retries {

  private final int attempts;
  private final Duration firstBackoff;

  Retries(int attempts, Duration firstBackoff) {
    this.attempts = attempts;
    this.firstBackoff = firstBackoff;
  }

  /**
   * Whether to try once more.
   *
   * @param attempt number of attempts that were made, from 1
   */
  boolean again(Throwable failure, int attempt) {
    return attempt < attempts && isLostRace(failure);
  }

  /** A race for a stream, also for being the first in it. */
  static boolean isLostRace(Throwable failure) {
    return failure instanceof ConcurrencyException
        || failure instanceof AggregateStreamCreationException;
  }

  /** Pause before the next attempt. */
  Duration backoff(int attempt) {
    return firstBackoff.multipliedBy(1L << Math.min(attempt - 1, 10));
  }
}
