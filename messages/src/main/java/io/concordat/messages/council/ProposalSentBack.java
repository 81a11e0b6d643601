package io.concordat.messages.council;

import io.concordat.messages.EventType;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import java.util.List;

/**
 * The round is closed and the proposal goes back for revision.
 *
 * @param objections domains whose objections stood, sorted
 */
@EventType("proposal.sent-back")
public record ProposalSentBack(
    ProposalId proposal,
    int round,
    SentBackReason reason,
    List<DomainId> objections,
    Instant sentBackAt)
    implements ProposalEvent {

  public ProposalSentBack {
    objections = List.copyOf(objections);
  }

  @Override
  public String stream() {
    return proposal.stream();
  }
}
