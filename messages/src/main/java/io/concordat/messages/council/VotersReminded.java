package io.concordat.messages.council;

import io.concordat.messages.EventType;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import java.util.List;

/**
 * Those who have not voted are reminded.
 *
 * @param daysBefore which reminder: days before the ballot closes
 * @param closesAt when it closes, UTC
 * @param domains seated domains that have not voted; sorted, at least one
 * @param remindedAt UTC
 */
@EventType("proposal.voters-reminded")
public record VotersReminded(
    ProposalId proposal,
    int round,
    int daysBefore,
    Instant closesAt,
    List<DomainId> domains,
    Instant remindedAt)
    implements ProposalEvent {

  public VotersReminded {
    domains = List.copyOf(domains);
  }

  @Override
  public String stream() {
    return proposal.stream();
  }
}
