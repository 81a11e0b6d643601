package io.concordat.council.policyset;

import io.concordat.messages.council.ProposalId;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyParameter;
import io.concordat.messages.policy.SemanticType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the stream {@code policy-set:mesh} as part of the unit of work of another stream's
 * command, so that both change in one transaction or neither does. Usable only while a command is
 * handled.
 *
 * <p>The first call locks the policy set on this node until the unit of work ends. Locks are taken
 * in one order only: proposal or council first, policy set last.
 */
public interface PolicySetWriter {

  /** The policy sets, read from the store in this unit of work; they hold until it ends. */
  PolicySetState current();

  /**
   * Founds the first set, in force at once; with a set already there nothing changes.
   *
   * @param policies that compile
   * @throws io.concordat.messages.InvalidValue where two policies, semantic types or parameters
   *     have one name
   */
  void found(
      List<Policy> policies,
      List<SemanticType> semanticTypes,
      List<PolicyParameter> parameters,
      DecisionContext context);

  /**
   * Makes the next set from an adopted proposal.
   *
   * @param wished from when the proposal asks to be in force; null or past: at once
   * @throws io.concordat.messages.decision.CommandRejected where {@link PolicySetDecider#obstacle}
   *     names an obstacle
   */
  void adopt(
      ProposalId proposal, PolicyChange change, @Nullable Instant wished, DecisionContext context);
}
