package io.concordat.messages.council;

import io.concordat.messages.Query;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import java.util.Set;

/**
 * Asks for proposals, the latest opened first.
 *
 * @param statuses only these; empty for all
 */
public record ListProposals(Set<ProposalStatus> statuses, PageRequest page)
    implements Query<Page<ProposalView>> {}
