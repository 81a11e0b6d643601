package io.concordat.command;

import io.concordat.contract.policy.CompiledPolicySet;
import java.time.Instant;

/**
 * Port to the rules by which a contract is judged: what the council's events say, never what a
 * projection says.
 *
 * <p>Asked within the command's transaction and on its thread. A set is compiled once, not once per
 * question.
 */
public interface PolicySetInForce {

  /**
   * The policy set with the highest number among those in force at an instant, UTC.
   *
   * @throws IllegalStateException where no set was founded by then; the service founds one before
   *     it takes commands
   */
  CompiledPolicySet at(Instant instant);
}
