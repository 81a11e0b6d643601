package io.concordat.server.whatif;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What trials of rules may cost a node.
 *
 * @param longest after so long a run is stopped
 * @param perCaller most runs of one caller that run or wait at the same time
 */
@ConfigurationProperties("concordat.what-if")
record WhatIfSettings(@DefaultValue("10m") Duration longest, @DefaultValue("2") int perCaller) {

  WhatIfSettings {
    if (!longest.isPositive() || perCaller < 1) {
      throw new IllegalArgumentException("concordat.what-if: bounds have to be positive");
    }
  }
}
