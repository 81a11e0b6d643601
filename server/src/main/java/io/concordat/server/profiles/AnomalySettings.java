package io.concordat.server.profiles;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How windows are judged.
 *
 * @param every how long a window may wait until it is judged
 * @param fresh how long after its end an unusual window still opens an incident; twice its own
 *     length where that is more
 * @param medium from this distance on an incident is of medium severity, else of low; 1 is the edge
 *     of what is usual
 */
@ConfigurationProperties("concordat.anomalies")
record AnomalySettings(
    @DefaultValue("1s") Duration every,
    @DefaultValue("2d") Duration fresh,
    @DefaultValue("2") double medium) {

  AnomalySettings {
    if (!every.isPositive() || !fresh.isPositive() || !(medium >= 1)) {
      throw new IllegalArgumentException(
          "concordat.anomalies: every and fresh are above 0, and medium is 1 at least");
    }
  }

  /** How long after its end a window is worth an incident. */
  Duration freshFor(Window window) {
    Duration twice = window.length().multipliedBy(2);
    return twice.compareTo(fresh) > 0 ? twice : fresh;
  }
}
