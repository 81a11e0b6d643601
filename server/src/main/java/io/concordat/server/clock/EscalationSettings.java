package io.concordat.server.clock;

import io.concordat.messages.incident.EscalationLevel;
import io.concordat.messages.incident.IncidentSeverity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long an incident may wait for somebody to acknowledge it, before it is taken to the owner,
 * and then as long again before each of the next. Zero for ever; never negative.
 */
@ConfigurationProperties("concordat.incidents.escalation")
record EscalationSettings(
    @DefaultValue("PT15M") Duration critical,
    @DefaultValue("PT1H") Duration high,
    @DefaultValue("PT4H") Duration medium,
    @DefaultValue("PT24H") Duration low) {

  EscalationSettings {
    if (critical.isNegative() || high.isNegative() || medium.isNegative() || low.isNegative()) {
      throw new IllegalArgumentException(
          "concordat.incidents.escalation: nobody is asked before an incident opens");
    }
  }

  /**
   * When an incident is taken to a level.
   *
   * @param open when it was opened, or opened again
   * @return empty for never
   */
  Optional<Instant> due(IncidentSeverity severity, EscalationLevel level, Instant open) {
    Duration patience =
        switch (severity) {
          case CRITICAL -> critical;
          case HIGH -> high;
          case MEDIUM -> medium;
          case LOW -> low;
        };
    return patience.isZero()
        ? Optional.empty()
        : Optional.of(open.plus(patience.multipliedBy(level.ordinal() + 1L)));
  }
}
