package io.concordat.eventstore.processing;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the processors of this node, which report when they move; for groups that other nodes
 * work on, looks into the token table now and then.
 */
final class PositionBarrier implements ReadBarrier {

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long STORED_NANOS = TimeUnit.MILLISECONDS.toNanos(40);

  private final LocalProcessors processors;
  private final StoredTokens tokens;
  private final Positions positions;

  PositionBarrier(LocalProcessors processors, StoredTokens tokens, Positions positions) {
    this.processors = processors;
    this.tokens = tokens;
    this.positions = positions;
  }

  @Override
  public boolean await(long globalIndex, Set<String> groups, Duration timeout) {
    long deadline = System.nanoTime() + timeout.toNanos();
    long nextStored = System.nanoTime();
    while (true) {
      long moves = positions.moves();
      boolean askStored = System.nanoTime() >= nextStored;
      if (groups.stream().allMatch(group -> isPast(group, globalIndex, askStored))) {
        return true;
      }
      if (askStored) {
        nextStored = System.nanoTime() + STORED_NANOS;
      }
      long rest = deadline - System.nanoTime();
      if (rest <= 0) {
        return false;
      }
      try {
        positions.awaitMove(moves, Math.min(rest, LOOK_NANOS));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  private boolean isPast(String group, long globalIndex, boolean askStored) {
    OptionalLong local = processors.position(group);
    if (local.isPresent()) {
      return local.getAsLong() >= globalIndex;
    }
    if (!askStored) {
      return false;
    }
    Map<Integer, StoredTokens.Stored> stored = tokens.of(group);
    return !stored.isEmpty()
        && stored.values().stream().allMatch(segment -> segment.position() >= globalIndex);
  }
}
