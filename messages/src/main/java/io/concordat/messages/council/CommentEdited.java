package io.concordat.messages.council;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/**
 * A comment says something else from now on.
 *
 * @param body Markdown as it was written
 */
@EventType("proposal.comment-edited")
public record CommentEdited(
    ProposalId proposal, CommentId comment, Subject editedBy, String body, Instant editedAt)
    implements ProposalEvent {
  @Override
  public String stream() {
    return proposal.stream();
  }
}
