package io.concordat.server.openlineage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How lineage events are taken in and followed.
 *
 * @param maxEvent largest event, inflated
 * @param maxInFlight most memory for the bodies of all requests that are being read or wait to be
 *     stored; at least as much as the largest event takes
 * @param maxWaiting most events that wait to be stored; more are asked to come again
 * @param timeout longest wait of a request for its event to be durable
 * @param pause longest wait of the follower between two looks at the log
 * @param idleAfter a job that has not been seen for so long has ended, and what it read and wrote
 *     with it
 */
@ConfigurationProperties("concordat.lineage")
record LineageSettings(
    @DefaultValue("50MB") DataSize maxEvent,
    @DefaultValue("96MB") DataSize maxInFlight,
    @DefaultValue("4000") int maxWaiting,
    @DefaultValue("20s") Duration timeout,
    @DefaultValue("500ms") Duration pause,
    @DefaultValue("45d") Duration idleAfter) {

  LineageSettings {
    if (maxEvent.toBytes() < 1 || maxInFlight.toBytes() < maxEvent.toBytes() || maxWaiting < 1) {
      throw new IllegalArgumentException(
          "concordat.lineage: bounds start at 1, and max-in-flight at max-event");
    }
  }
}
