package io.concordat.contract.gate;

import java.util.Optional;
import java.util.function.Predicate;

/** Finds contracts that a document names upstream. */
@FunctionalInterface
public interface UpstreamLookup {

  /**
   * A contract as it is now; empty where it does not exist. Asked once for each contract that a
   * document names upstream, and only for texts that are well-formed contract ids.
   */
  Optional<UpstreamContract> find(String contractId);

  /** A lookup that knows which contracts exist, and nothing more about them. */
  static UpstreamLookup existing(Predicate<String> exists) {
    return id -> exists.test(id) ? Optional.of(UpstreamContract.unread(id)) : Optional.empty();
  }
}
