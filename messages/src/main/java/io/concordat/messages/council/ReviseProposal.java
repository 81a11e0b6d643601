package io.concordat.messages.council;

import io.concordat.messages.Shape;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.ProposedChange;
import java.util.Set;

/**
 * Opens the next round with a changed text.
 *
 * <p>Emits {@code proposal.revised}; rejects with {@code PROPOSAL_NOT_FOUND}, {@code
 * NOT_THE_AUTHOR}, {@code PROPOSAL_NOT_SENT_BACK}, {@code PROPOSAL_CLOSED}, {@code
 * POLICY_DOES_NOT_COMPILE}.
 *
 * @param addressed domains whose objections of the last round the author holds to be addressed
 */
public record ReviseProposal(
    ProposalId proposal,
    String title,
    String rationale,
    ProposedChange change,
    Set<DomainId> addressed)
    implements ProposalCommand {

  public ReviseProposal {
    Shape.line("title", title, 200);
    Shape.text("rationale", rationale, 20_000);
    addressed = Set.copyOf(addressed);
  }

  @Override
  public String stream() {
    return proposal.stream();
  }
}
