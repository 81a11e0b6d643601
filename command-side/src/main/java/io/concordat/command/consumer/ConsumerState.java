package io.concordat.command.consumer;

import io.concordat.messages.Subject;
import io.concordat.messages.mesh.ConsumerKind;
import io.concordat.messages.mesh.ContractRead;
import io.concordat.messages.mesh.JobId;
import java.util.Set;

/** What a decision about a consumer depends on. */
sealed interface ConsumerState {

  /** Before its first event. */
  record Unregistered() implements ConsumerState {}

  /**
   * What it is and reads.
   *
   * @param reads their order is no fact
   * @param jobs nor is that of these
   */
  record Facts(
      String name, ConsumerKind kind, String purpose, Set<ContractRead> reads, Set<JobId> jobs) {

    public Facts {
      reads = Set.copyOf(reads);
      jobs = Set.copyOf(jobs);
    }
  }

  /** Reads contracts. */
  record Registered(Facts facts, Subject registeredBy) implements ConsumerState {}

  /** Reads nothing any more. */
  record Retired() implements ConsumerState {}
}
