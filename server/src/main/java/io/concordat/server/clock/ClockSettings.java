package io.concordat.server.clock;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the service takes for the present.
 *
 * @param offset how far its clock stands ahead of the machine's, such as {@code P31D}; not
 *     negative. For trying out, on one machine, what happens on a later day.
 */
@ConfigurationProperties("concordat.clock")
record ClockSettings(@DefaultValue("PT0S") Duration offset) {

  ClockSettings {
    if (offset.isNegative()) {
      throw new IllegalArgumentException("concordat.clock.offset: history does not run backwards");
    }
  }

  /** Whether the clock is the machine's own. */
  boolean isPresent() {
    return offset.isZero();
  }
}
