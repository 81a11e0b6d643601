package io.concordat.messages.mesh;

import io.concordat.messages.Query;
import io.concordat.messages.Shape;
import java.util.List;

/**
 * Asks for products of the catalog that are like one; the most like it first, equal ones by id.
 *
 * @param first at most so many, 1 to 20
 */
public record FindSimilarProducts(ProductId product, int first)
    implements Query<List<SimilarProductView>> {

  public FindSimilarProducts {
    Shape.between("first", first, 1, 20);
  }
}
