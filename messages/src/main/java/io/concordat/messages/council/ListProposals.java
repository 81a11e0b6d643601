package io.concordat.messages.council;

import io.concordat.messages.Query;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for proposals, the latest opened first; a draft stands where it was begun.
 *
 * @param statuses only these; empty for all
 * @param draftsOf the domain whose texts that were never opened are shown too; null for none
 */
public record ListProposals(
    Set<ProposalStatus> statuses, @Nullable DomainId draftsOf, PageRequest page)
    implements Query<Page<ProposalView>> {

  /** Asks for proposals that were opened. */
  public ListProposals(Set<ProposalStatus> statuses, PageRequest page) {
    this(statuses, null, page);
  }
}
