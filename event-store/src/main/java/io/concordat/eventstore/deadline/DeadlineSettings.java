package io.concordat.eventstore.deadline;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How due tasks are found.
 *
 * @param pollInterval how often to look; a task is late by so much at most
 * @param threads tasks that run at the same time on one node
 * @param heartbeat a task whose node has not been heard of for four of these is run elsewhere
 * @param retry pause after a handler failed, twice as long after each further failure
 * @param longestRetry the longest of these pauses
 */
@ConfigurationProperties("concordat.event-store.deadlines")
public record DeadlineSettings(
    @DefaultValue("2s") Duration pollInterval,
    @DefaultValue("2") int threads,
    @DefaultValue("15s") Duration heartbeat,
    @DefaultValue("10s") Duration retry,
    @DefaultValue("5m") Duration longestRetry) {

  /** Checks the bounds. */
  public DeadlineSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("concordat.event-store.deadlines.threads: at least 1");
    }
    if (!retry.isPositive() || longestRetry.compareTo(retry) < 0) {
      throw new IllegalArgumentException(
          "concordat.event-store.deadlines: longest-retry has to be retry at least, and that positive");
    }
  }

  /**
   * How long to wait after a failure.
   *
   * @param before failures in a row before this one, from 0
   */
  Duration pause(int before) {
    Duration pause = retry;
    for (int i = 0; i < before && pause.compareTo(longestRetry) < 0; i++) {
      pause = pause.multipliedBy(2);
    }
    return pause.compareTo(longestRetry) < 0 ? pause : longestRetry;
  }
}
