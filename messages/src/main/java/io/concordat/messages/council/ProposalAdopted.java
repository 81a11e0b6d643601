package io.concordat.messages.council;

import io.concordat.messages.EventType;
import java.time.Instant;

/**
 * The proposal carried; the next policy set was made in the same transaction.
 *
 * @param policySet number of that set
 */
@EventType("proposal.adopted")
public record ProposalAdopted(ProposalId proposal, int round, int policySet, Instant adoptedAt)
    implements ProposalEvent {

  @Override
  public String stream() {
    return proposal.stream();
  }
}
