package io.concordat.messages.council;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A domain's vote; it stands until the domain casts another one in the same round.
 *
 * @param voter who cast it for the domain
 */
@EventType("proposal.vote-cast")
public record VoteCast(
    ProposalId proposal,
    int round,
    DomainId domain,
    Subject voter,
    VoteChoice choice,
    @Nullable String reason,
    @Nullable String requestedChange,
    Instant castAt)
    implements ProposalEvent {

  @Override
  public String stream() {
    return proposal.stream();
  }
}
