package io.concordat.contract.gate;

/** Tells whether contracts that a document names exist. */
@FunctionalInterface
public interface UpstreamLookup {

  /**
   * Whether a contract exists. Asked once for each contract that a document names upstream, and
   * only for texts that are well-formed contract ids.
   */
  boolean exists(String contractId);
}
