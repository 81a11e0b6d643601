package io.concordat.messages.council;

import io.concordat.messages.Query;
import io.concordat.messages.mesh.DomainId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for proposals by id; unknown ids are left out.
 *
 * @param draftsOf the domain whose texts that were never opened are shown too; null for none
 */
public record FindProposals(Set<ProposalId> ids, @Nullable DomainId draftsOf)
    implements Query<List<ProposalView>> {

  /** Asks for proposals that were opened. */
  public FindProposals(Set<ProposalId> ids) {
    this(ids, null);
  }
}
