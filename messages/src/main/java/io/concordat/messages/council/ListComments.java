package io.concordat.messages.council;

import io.concordat.messages.Query;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;

/** Asks for the comments on a proposal, the oldest first. */
public record ListComments(ProposalId proposal, PageRequest page)
    implements Query<Page<CommentView>> {}
