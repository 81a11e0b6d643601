package io.concordat.council.seat;

import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.decision.DecisionContext;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Writes the stream {@code council:mesh} as part of the unit of work of a proposal's command, so
 * that both change in one transaction or neither does. Usable only while a command is handled.
 *
 * <p>Locks are taken in one order only: proposal first, then the council.
 */
public interface CouncilWriter {

  /** The council, read from the store in this unit of work; it holds until it ends. */
  CouncilState current();

  /**
   * Gives the council other rules.
   *
   * @param wished from when the proposal asks to be in force; null or past: at once
   * @throws io.concordat.messages.decision.CommandRejected where {@link CouncilRuleBounds#obstacle}
   *     names an obstacle
   */
  void changeRules(
      ProposalId proposal, CouncilRules rules, @Nullable Instant wished, DecisionContext context);
}
