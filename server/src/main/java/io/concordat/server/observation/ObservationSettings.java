package io.concordat.server.observation;

import io.concordat.observation.evaluation.TimeBounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How observations are taken in and folded.
 *
 * @param maxBatch largest batch, inflated
 * @param maxInFlight most memory for the bodies of all requests that are being read or wait to be
 *     stored; at least as much as the largest batch takes
 * @param maxWaiting most batches that wait to be stored; more are asked to come again
 * @param atHand most observations that are kept in memory from when they were read until they are
 *     folded, 0 for none; about 250 bytes each
 * @param timeout longest wait of a request for its batch to be durable
 * @param ahead a producer's clock may be so far ahead
 * @param behind an observation may be so old
 * @param pause longest wait of the fold between two looks at the log
 * @param save how often the state of the fold is saved
 * @param tick how often the clock is put into the log
 * @param burns how often error budgets are looked at
 */
@ConfigurationProperties("concordat.observations")
record ObservationSettings(
    @DefaultValue("16MB") DataSize maxBatch,
    @DefaultValue("64MB") DataSize maxInFlight,
    @DefaultValue("4000") int maxWaiting,
    @DefaultValue("100000") int atHand,
    @DefaultValue("20s") Duration timeout,
    @DefaultValue("5m") Duration ahead,
    @DefaultValue("7d") Duration behind,
    @DefaultValue("100ms") Duration pause,
    @DefaultValue("5s") Duration save,
    @DefaultValue("15s") Duration tick,
    @DefaultValue("30s") Duration burns) {

  ObservationSettings {
    if (maxBatch.toBytes() < 1
        || maxInFlight.toBytes() < 2 * maxBatch.toBytes()
        || maxWaiting < 1
        || atHand < 0) {
      throw new IllegalArgumentException(
          "concordat.observations: bounds start at 1, at-hand at 0, and max-in-flight at twice max-batch");
    }
  }

  TimeBounds bounds() {
    return new TimeBounds(ahead, behind);
  }
}
