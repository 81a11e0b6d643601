package io.concordat.messages.council;

import java.time.Instant;

/**
 * Opens the ballot of the current round.
 *
 * <p>Emits {@code proposal.voting-started}; rejects with {@code PROPOSAL_NOT_FOUND}, {@code
 * NOT_THE_AUTHOR}, {@code PROPOSAL_NOT_IN_DISCUSSION}, {@code VOTING_PERIOD_OUT_OF_BOUNDS}.
 *
 * @param closesAt UTC
 */
public record StartVoting(ProposalId proposal, Instant closesAt) implements ProposalCommand {

  @Override
  public String stream() {
    return proposal.stream();
  }
}
