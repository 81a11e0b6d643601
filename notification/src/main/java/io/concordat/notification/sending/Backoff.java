package io.concordat.notification.sending;

import java.time.Duration;

/**
 * How long to wait before the next attempt: four times as long after each, six hours at most, and a
 * fifth more or less by chance so that receivers that failed together are not called together.
 *
 * @param first after the first attempt
 */
public record Backoff(Duration first) {

  private static final Duration MOST = Duration.ofHours(6);

  /**
   * The wait after an attempt.
   *
   * @param attempts made so far, 1 or more
   * @param chance from 0 to 1
   */
  public Duration after(int attempts, double chance) {
    double millis = first.toMillis() * Math.pow(4, attempts - 1);
    return Duration.ofMillis(Math.round(Math.min(millis, MOST.toMillis()) * (0.8 + 0.4 * chance)));
  }
}
