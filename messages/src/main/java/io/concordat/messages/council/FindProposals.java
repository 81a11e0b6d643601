package io.concordat.messages.council;

import io.concordat.messages.Query;
import java.util.List;
import java.util.Set;

/** Asks for proposals by id; unknown ids are left out. */
public record FindProposals(Set<ProposalId> ids) implements Query<List<ProposalView>> {}
