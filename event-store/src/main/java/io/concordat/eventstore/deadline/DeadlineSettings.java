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
 * @param retry pause after a handler failed
 */
@ConfigurationProperties("concordat.event-store.deadlines")
public record DeadlineSettings(
    @DefaultValue("2s") Duration pollInterval,
    @DefaultValue("2") int threads,
    @DefaultValue("15s") Duration heartbeat,
    @DefaultValue("10s") Duration retry) {

  /** Checks the bounds. */
  public DeadlineSettings {
    if (threads < 1) {
      throw new IllegalArgumentException("concordat.event-store.deadlines.threads: at least 1");
    }
  }
}
