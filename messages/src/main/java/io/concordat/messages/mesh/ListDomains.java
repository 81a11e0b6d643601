package io.concordat.messages.mesh;

import io.concordat.messages.Query;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;

/** Asks for all domains, sorted by id. */
public record ListDomains(PageRequest page) implements Query<Page<DomainView>> {}
