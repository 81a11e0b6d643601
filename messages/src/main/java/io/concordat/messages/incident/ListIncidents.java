package io.concordat.messages.incident;

import io.concordat.messages.Query;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;

/** Asks for incidents, the latest opened first. */
public record ListIncidents(IncidentFilter filter, PageRequest page)
    implements Query<Page<IncidentView>> {}
