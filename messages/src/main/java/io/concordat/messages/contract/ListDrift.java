package io.concordat.messages.contract;

import io.concordat.messages.Query;
import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for contracts with a served version whose latest assessment blocks, sorted by id.
 *
 * @param domain only those of this domain; null for all
 * @param owner only those of products that this person owns; null for all
 * @param asOf as it was then, UTC; null for now
 */
public record ListDrift(
    @Nullable DomainId domain, @Nullable Subject owner, @Nullable Instant asOf, PageRequest page)
    implements Query<Page<ContractView>> {}
