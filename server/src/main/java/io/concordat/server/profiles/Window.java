package io.concordat.server.profiles;

import java.time.Duration;
import java.time.Instant;

/**
 * A window of time, UTC.
 *
 * @param from its begin, included
 * @param to its end, not included
 */
record Window(Instant from, Instant to) {

  Duration length() {
    return Duration.between(from, to);
  }
}
