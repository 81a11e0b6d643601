package io.concordat.server.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What minutes tell of.
 *
 * @param from UTC, included; null for the very beginning
 * @param to UTC, excluded
 */
record Span(@Nullable Instant from, Instant to) {

  boolean holds(Instant at) {
    return (from == null || !at.isBefore(from)) && at.isBefore(to);
  }
}
