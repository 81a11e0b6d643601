package io.concordat.eventstore.command;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of command handling on one node.
 *
 * @param inFlight commands that are handled at the same time
 * @param waiting commands that may wait for that; more are refused as overload
 * @param attempts how often a command is tried when others change its stream, at least 1
 * @param firstBackoff pause after the first lost race; doubles with each further one
 * @param cachedAggregates aggregates that are kept in memory, least recently used go first
 */
@ConfigurationProperties("concordat.event-store.commands")
public record CommandSettings(
    @DefaultValue("64") int inFlight,
    @DefaultValue("10000") int waiting,
    @DefaultValue("5") int attempts,
    @DefaultValue("5ms") Duration firstBackoff,
    @DefaultValue("10000") int cachedAggregates) {

  /** Checks the bounds. */
  public CommandSettings {
    if (inFlight < 1 || waiting < 1 || attempts < 1 || cachedAggregates < 1) {
      throw new IllegalArgumentException("concordat.event-store.commands: bounds start at 1");
    }
  }
}
