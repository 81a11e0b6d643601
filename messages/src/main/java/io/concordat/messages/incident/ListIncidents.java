package io.concordat.messages.incident;

import io.concordat.messages.Query;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for incidents, the latest opened first.
 *
 * @param statuses only these; empty for all
 * @param domain only those of products of this domain; null for all
 */
public record ListIncidents(
    Set<IncidentStatus> statuses, @Nullable DomainId domain, PageRequest page)
    implements Query<Page<IncidentView>> {}
