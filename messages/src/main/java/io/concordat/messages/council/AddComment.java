package io.concordat.messages.council;

import io.concordat.messages.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Says something about a proposal. For who acts for a domain on the council, product owners and
 * governance engineers, from the opening of the discussion to the end of the proposal.
 *
 * <p>Emits {@code proposal.commented}; rejects with {@code PROPOSAL_NOT_FOUND}, {@code
 * NOT_ALLOWED}, {@code PROPOSAL_NOT_IN_DISCUSSION}, {@code PROPOSAL_CLOSED}, {@code
 * COMMENT_NOT_FOUND}, {@code COMMENT_LIMIT_REACHED}.
 *
 * @param parent the comment that is answered; null for one that begins a thread
 * @param body Markdown, at most 8,000 characters
 */
public record AddComment(
    ProposalId proposal, CommentId comment, @Nullable CommentId parent, String body)
    implements CommentCommand {

  public AddComment {
    Shape.text("body", body, 8_000);
  }
}
