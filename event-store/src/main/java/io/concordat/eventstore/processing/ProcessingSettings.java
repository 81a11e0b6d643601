package io.concordat.eventstore.processing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How event processors run.
 *
 * @param batchSize most events that a processor handles in one transaction, also in a replay
 * @param segments into how many parts a new group is divided
 * @param pollInterval how often to look for events of other nodes
 * @param gatherTime the least time between two looks that find events of this node; those that come
 *     meanwhile are handled together. An event after a silence of this long is not kept waiting
 * @param cachedEvents recent events kept in memory for processors that keep up
 * @param cachedBytes most bytes of their stored payloads
 * @param claimTimeout after this much silence of a node another one takes its segments
 * @param claimRefresh how often a node renews its claims
 * @param longestBackoff longest pause before a failed batch is tried again
 * @param deadLetterRetry how often the dead letters of each group are tried again
 */
@ConfigurationProperties("concordat.event-store.processing")
public record ProcessingSettings(
    @DefaultValue("1000") int batchSize,
    @DefaultValue("1") int segments,
    @DefaultValue("250ms") Duration pollInterval,
    @DefaultValue("15ms") Duration gatherTime,
    @DefaultValue("4000") int cachedEvents,
    @DefaultValue("32000000") long cachedBytes,
    @DefaultValue("6s") Duration claimTimeout,
    @DefaultValue("1s") Duration claimRefresh,
    @DefaultValue("5s") Duration longestBackoff,
    @DefaultValue("1m") Duration deadLetterRetry) {

  /** Checks the bounds. */
  public ProcessingSettings {
    if (batchSize < 1 || segments < 1 || cachedEvents < 1 || cachedBytes < 1) {
      throw new IllegalArgumentException("concordat.event-store.processing: bounds start at 1");
    }
    if (gatherTime.isNegative() || gatherTime.compareTo(pollInterval) > 0) {
      throw new IllegalArgumentException(
          "concordat.event-store.processing: gather-time has to be within 0 and poll-interval");
    }
    if (claimRefresh.multipliedBy(2).compareTo(claimTimeout) > 0) {
      throw new IllegalArgumentException(
          "concordat.event-store.processing: claim-timeout has to be twice claim-refresh at least");
    }
  }
}
