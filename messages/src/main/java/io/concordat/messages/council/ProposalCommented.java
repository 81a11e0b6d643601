package io.concordat.messages.council;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody said something about the proposal.
 *
 * @param round in which it was said
 * @param parent the comment that is answered; null for one that begins a thread
 * @param domain for which the person acts on the council; null where there is none
 * @param body Markdown as it was written
 */
@EventType("proposal.commented")
public record ProposalCommented(
    ProposalId proposal,
    CommentId comment,
    int round,
    @Nullable CommentId parent,
    @Nullable DomainId domain,
    Subject author,
    String body,
    Instant commentedAt)
    implements ProposalEvent {
  @Override
  public String stream() {
    return proposal.stream();
  }
}
