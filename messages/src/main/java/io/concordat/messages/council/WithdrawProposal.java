package io.concordat.messages.council;

import io.concordat.messages.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Takes a proposal back. For who acts for the author's domain; where that domain has no seat, for
 * governance engineers.
 *
 * <p>Emits {@code proposal.withdrawn}; rejects with {@code PROPOSAL_NOT_FOUND}, {@code
 * NOT_THE_AUTHOR}, {@code PROPOSAL_CLOSED}.
 *
 * @param reason why, at most 4,000 characters, null where none is given
 */
public record WithdrawProposal(ProposalId proposal, @Nullable String reason)
    implements ProposalCommand {

  public WithdrawProposal {
    reason = Shape.optionalText("reason", reason, 4_000);
  }

  @Override
  public String stream() {
    return proposal.stream();
  }
}
