package io.concordat.messages.council;

import io.concordat.messages.EventType;
import java.time.Instant;

/**
 * The closing time came without a quorum.
 *
 * @param votes number of domains that had voted
 * @param needed number that the quorum asked for
 */
@EventType("proposal.lapsed")
public record ProposalLapsed(
    ProposalId proposal, int round, int votes, int needed, Instant lapsedAt)
    implements ProposalEvent {

  @Override
  public String stream() {
    return proposal.stream();
  }
}
