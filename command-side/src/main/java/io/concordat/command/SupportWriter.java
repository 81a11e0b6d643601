package io.concordat.command;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.decision.DecisionContext;
import java.time.Instant;

/**
 * Extends the support of a version from within another command: what it changes in the contract's
 * stream is stored together with that command's own events, or not at all.
 */
@FunctionalInterface
public interface SupportWriter {

  /**
   * Has a deprecated version served until an instant at least; a later day that stands already
   * stays. The contract is locked after the stream of the command that asks.
   *
   * @throws io.concordat.messages.decision.CommandRejected as {@link
   *     io.concordat.messages.contract.ExtendSupport} says
   */
  void lastAtLeast(ContractId contract, String version, Instant until, DecisionContext context);
}
