package io.concordat.messages.request;

import io.concordat.messages.Query;
import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for data requests, the latest opened first.
 *
 * @param domain only those to this domain; null for all
 * @param statuses only these; empty for all
 * @param openedBy only those of this person or machine; null for all
 */
public record ListDataRequests(
    @Nullable DomainId domain,
    Set<DataRequestStatus> statuses,
    @Nullable Subject openedBy,
    PageRequest page)
    implements Query<Page<DataRequestView>> {}
