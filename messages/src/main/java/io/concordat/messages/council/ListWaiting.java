package io.concordat.messages.council;

import io.concordat.messages.Query;
import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import java.util.List;

/**
 * Asks for the proposals in voting on which the domain has no standing vote and the person may cast
 * it, the one that closes first at the head. Who has voted for another domain in the round may not.
 */
public record ListWaiting(DomainId domain, Subject voter) implements Query<List<ProposalView>> {}
