package io.concordat.messages.council;

import io.concordat.messages.Shape;

/**
 * Puts another text in the place of one's own comment; what it said before stays in history. The
 * same text a second time changes nothing.
 *
 * <p>Emits {@code proposal.comment-edited}; rejects with {@code PROPOSAL_NOT_FOUND}, {@code
 * NOT_ALLOWED}, {@code PROPOSAL_NOT_IN_DISCUSSION}, {@code PROPOSAL_CLOSED}, {@code
 * COMMENT_NOT_FOUND}, {@code COMMENT_LIMIT_REACHED}.
 *
 * @param body Markdown, at most 8,000 characters
 */
public record EditComment(ProposalId proposal, CommentId comment, String body)
    implements CommentCommand {

  public EditComment {
    Shape.text("body", body, 8_000);
  }
}
