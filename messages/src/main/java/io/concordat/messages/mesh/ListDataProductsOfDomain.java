package io.concordat.messages.mesh;

import io.concordat.messages.Query;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;

/** Asks for all products of a domain, discoverable or not, sorted by id. */
public record ListDataProductsOfDomain(DomainId domain, PageRequest page)
    implements Query<Page<DataProductView>> {}
