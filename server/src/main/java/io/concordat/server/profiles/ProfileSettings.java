package io.concordat.server.profiles;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How profiles are kept.
 *
 * @param keep how long after its end a window is kept
 * @param maxBody largest body of a request, inflated
 */
@ConfigurationProperties("concordat.profiles")
record ProfileSettings(
    @DefaultValue("400d") Duration keep, @DefaultValue("16MB") DataSize maxBody) {

  ProfileSettings {
    if (!keep.isPositive() || maxBody.toBytes() < 1 || maxBody.toBytes() > Integer.MAX_VALUE / 2) {
      throw new IllegalArgumentException(
          "concordat.profiles: keep and max-body are above 0, and max-body under 1 GB");
    }
  }
}
