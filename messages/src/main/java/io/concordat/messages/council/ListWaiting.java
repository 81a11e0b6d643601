package io.concordat.messages.council;

import io.concordat.messages.Query;
import io.concordat.messages.mesh.DomainId;
import java.util.List;

/**
 * Asks for the proposals in voting on which the domain has no standing vote, the one that closes
 * first at the head.
 */
public record ListWaiting(DomainId domain) implements Query<List<ProposalView>> {}
