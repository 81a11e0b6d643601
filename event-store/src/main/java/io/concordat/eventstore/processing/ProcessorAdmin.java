package io.concordat.eventstore.processing;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Looks after the processing groups of this service. */
public interface ProcessorAdmin {

  /**
   * All groups, sorted by name.
   *
   * @throws io.concordat.eventstore.StoreUnavailable where PostgreSQL cannot be asked
   */
  List<GroupStatus> groups();

  /**
   * Has a group that builds views empty its store and handle all events again, while everything
   * else goes on. The group's dead letters are thrown away: their events come again.
   *
   * @param group name
   * @return done when the replay has begun; fails with {@code IllegalStateException} where another
   *     node works on it and does not let go
   * @throws IllegalArgumentException where there is no such group
   * @throws UnsupportedOperationException where the group acts instead of building views (its
   *     handlers carry {@code DisallowReplay}): what it did once must not be done again
   */
  CompletableFuture<Void> reset(String group);

  /**
   * Tries the group's dead letters again, in order within each stream.
   *
   * @return number of streams whose letters were all handled now
   * @throws IllegalArgumentException where there is no such group
   */
  int retryDeadLetters(String group);
}
