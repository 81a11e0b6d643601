package io.concordat.messages.council;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/**
 * The ballot of a round is open.
 *
 * @param closesAt UTC
 * @param rules as they stood when the ballot was opened; they hold until it closes
 */
@EventType("proposal.voting-started")
public record VotingStarted(
    ProposalId proposal,
    int round,
    Instant startedAt,
    Instant closesAt,
    CouncilRules rules,
    Subject startedBy)
    implements ProposalEvent {

  @Override
  public String stream() {
    return proposal.stream();
  }
}
