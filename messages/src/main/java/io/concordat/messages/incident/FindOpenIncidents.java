package io.concordat.messages.incident;

import io.concordat.messages.Query;
import io.concordat.messages.mesh.ProductId;
import java.util.List;
import java.util.Set;

/** Asks for the incidents of some products that are not resolved, the oldest first. */
public record FindOpenIncidents(Set<ProductId> products) implements Query<List<IncidentView>> {

  public FindOpenIncidents {
    products = Set.copyOf(products);
  }
}
