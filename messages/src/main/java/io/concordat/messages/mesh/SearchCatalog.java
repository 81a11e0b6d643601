package io.concordat.messages.mesh;

import io.concordat.messages.Query;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;

/** Asks for discoverable products, best match first where a text is given, else sorted by id. */
public record SearchCatalog(CatalogFilter filter, PageRequest page)
    implements Query<Page<DataProductView>> {}
