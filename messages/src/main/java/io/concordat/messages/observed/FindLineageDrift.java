package io.concordat.messages.observed;

import io.concordat.messages.Query;
import io.concordat.messages.mesh.ProductId;
import java.util.Map;
import java.util.Set;

/**
 * Asks where products declare something else than jobs were seen to do; each product is answered.
 */
public record FindLineageDrift(Set<ProductId> products)
    implements Query<Map<ProductId, LineageDriftView>> {

  public FindLineageDrift {
    products = Set.copyOf(products);
  }
}
