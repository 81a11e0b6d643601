package io.concordat.server.metrics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is told of the mesh in metrics.
 *
 * @param domains so many domains have series of their own; the others share one
 * @param products so many products have series of their own, 0 for none; the others share one for
 *     each domain
 * @param span compliance is that of the windows which began within this time
 */
@ConfigurationProperties("concordat.metrics")
record MetricSettings(
    @DefaultValue("200") int domains,
    @DefaultValue("1000") int products,
    @DefaultValue("24h") Duration span) {

  MetricSettings {
    if (domains < 0 || products < 0 || span.isNegative() || span.isZero()) {
      throw new IllegalArgumentException(
          "concordat.metrics: numbers start at 0, and span is longer than nothing");
    }
  }
}
