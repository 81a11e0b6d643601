package io.concordat.messages.mesh;

import io.concordat.messages.Query;
import java.util.List;
import java.util.Set;

/** Asks for data products by id; unknown ids are left out. */
public record FindDataProducts(Set<ProductId> ids) implements Query<List<DataProductView>> {}
