package io.concordat.messages.council;

import io.concordat.messages.Command;

/** What can be said about a proposal; it is kept in the proposal's stream. */
public sealed interface CommentCommand extends Command permits AddComment, EditComment {

  /** The proposal that is spoken of. */
  ProposalId proposal();

  @Override
  default String stream() {
    return proposal().stream();
  }
}
