package io.concordat.messages.council;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.ProposedChange;
import java.time.Instant;
import java.util.List;

/**
 * A changed text is under discussion; the next round begins.
 *
 * @param round the round that begins, from 2
 * @param addressed domains whose objections of the last round the author holds to be addressed,
 *     sorted
 */
@EventType("proposal.revised")
public record ProposalRevised(
    ProposalId proposal,
    int round,
    Subject revisedBy,
    String title,
    String rationale,
    ProposedChange change,
    List<DomainId> addressed,
    Instant revisedAt)
    implements ProposalEvent {

  public ProposalRevised {
    addressed = List.copyOf(addressed);
  }

  @Override
  public String stream() {
    return proposal.stream();
  }
}
