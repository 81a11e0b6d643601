package io.concordat.command.consumer;

import io.concordat.messages.mesh.ConsumerKind;
import io.concordat.messages.mesh.ContractRead;
import java.util.Set;

/** What a decision about a consumer depends on. */
sealed interface ConsumerState {

  /** Before its first event. */
  record Unregistered() implements ConsumerState {}

  /**
   * Reads contracts.
   *
   * @param reads their order is no fact
   */
  record Registered(String name, ConsumerKind kind, String purpose, Set<ContractRead> reads)
      implements ConsumerState {

    public Registered {
      reads = Set.copyOf(reads);
    }
  }
}
