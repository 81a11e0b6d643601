package io.concordat.server.observation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what was folded is kept; an hour at least.
 *
 * @param log batches as they were sent, by which one that is sent again is known
 * @param outbox what was sent on to incidents and compliance
 * @param apart what could not be counted, since it was told last
 */
@ConfigurationProperties("concordat.observations.keep")
record RetentionSettings(
    @DefaultValue("7d") Duration log,
    @DefaultValue("30d") Duration outbox,
    @DefaultValue("90d") Duration apart) {

  private static final Duration LEAST = Duration.ofHours(1);

  RetentionSettings {
    if (log.compareTo(LEAST) < 0 || outbox.compareTo(LEAST) < 0 || apart.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException(
          "concordat.observations.keep: nothing is kept for less than an hour");
    }
  }
}
