package io.concordat.server.gateway;

import org.jspecify.annotations.Nullable;

/** Takes what probes saw, as observations. */
@FunctionalInterface
public interface ProbeOutcomes {

  /**
   * Returns when the observation is durable.
   *
   * @param line an observation in JSON, UTF-8
   * @return the code for which it is kept apart and not counted; null where it counts
   * @throws RuntimeException where it cannot be stored at present
   */
  @Nullable String take(byte[] line);
}
