package io.concordat.messages.council;

/**
 * Closes the ballot whose closing time has come; sent by the clock. On a ballot that is closed
 * already it changes nothing.
 *
 * <p>Emits {@code proposal.adopted} (with {@code policy-set.changed}), {@code proposal.sent-back}
 * or {@code proposal.lapsed}; rejects with {@code PROPOSAL_NOT_FOUND}, {@code VOTING_STILL_OPEN}.
 */
public record CloseVoting(ProposalId proposal) implements ProposalCommand {

  @Override
  public String stream() {
    return proposal.stream();
  }
}
