package io.concordat.messages.contract;

import io.concordat.messages.Query;
import io.concordat.messages.mesh.ProductId;
import java.util.List;
import java.util.Set;

/** Asks for all contracts of products, sorted by id. */
public record FindContractsOfProducts(Set<ProductId> products)
    implements Query<List<ContractView>> {}
