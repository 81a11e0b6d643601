package io.concordat.messages.mesh;

import io.concordat.messages.Query;
import java.util.List;

/** Asks how the products that a look into the catalog finds are spread. */
public record CountCatalog(CatalogFilter filter) implements Query<List<CatalogFacetView>> {}
