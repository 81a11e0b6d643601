package io.concordat.server.gateway;

/** Takes what probes saw, as observations. */
@FunctionalInterface
public interface ProbeOutcomes {

  /**
   * Returns when the observation is durable.
   *
   * @param line an observation in JSON, UTF-8
   * @throws RuntimeException where it cannot be stored at present
   */
  void take(byte[] line);
}
