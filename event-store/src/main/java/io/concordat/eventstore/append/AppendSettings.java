package io.concordat.eventstore.append;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How appends are grouped.
 *
 * @param maxUnits most units of work in one transaction, at least 1
 * @param maxBytes a transaction takes no further unit once its events exceed this many bytes
 * @param maxWaiting most units of work that wait; more are refused as overload
 * @param timeout longest wait of a command for its events to be durable
 * @param reconnect how long an append whose connection was lost is asked again
 */
@ConfigurationProperties("concordat.event-store.append")
public record AppendSettings(
    @DefaultValue("256") int maxUnits,
    @DefaultValue("8000000") long maxBytes,
    @DefaultValue("10000") int maxWaiting,
    @DefaultValue("20s") Duration timeout,
    @DefaultValue("5s") Duration reconnect) {

  /** Checks the bounds. */
  public AppendSettings {
    if (maxUnits < 1 || maxBytes < 1 || maxWaiting < 1) {
      throw new IllegalArgumentException("concordat.event-store.append: bounds start at 1");
    }
  }
}
