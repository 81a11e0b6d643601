package io.concordat.messages.council;

/**
 * Opens a draft for discussion, as it was saved last.
 *
 * <p>Emits {@code proposal.opened}; rejects with {@code PROPOSAL_NOT_FOUND}, {@code
 * NOT_THE_AUTHOR}, {@code PROPOSAL_NOT_A_DRAFT}, and with all that {@link OpenProposal} rejects its
 * change with.
 */
public record OpenDraft(ProposalId proposal) implements ProposalCommand {

  @Override
  public String stream() {
    return proposal.stream();
  }
}
