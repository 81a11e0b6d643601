package io.concordat.graphql.gateway;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.VerdictBasis;
import io.concordat.messages.policy.Verdict;
import org.jspecify.annotations.Nullable;

/** Judges submissions again from events alone, never from a read model. Blocks. */
public interface VerdictRecord {

  /**
   * Judges a submission again.
   *
   * @param version published, else the last rejected submission that gives it; null where the
   *     submission is named
   * @param submission sequence number in the contract's stream; null where the version is named
   * @throws io.concordat.graphql.error.NoSuchObject where there is no such submission
   */
  Again judgeAgain(ContractId contract, @Nullable String version, @Nullable Long submission);

  /**
   * Then and now.
   *
   * @param submission sequence number in the contract's stream
   * @param stored what the event says
   * @param recomputed what the same rules say now of the same facts
   * @param basis what both rest on
   * @param basisRecorded whether the event holds the basis; else it was put together from what had
   *     been published by then
   */
  record Again(
      long submission,
      Verdict stored,
      Verdict recomputed,
      VerdictBasis basis,
      boolean basisRecorded) {}
}
