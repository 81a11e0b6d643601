package io.concordat.messages.mesh;

import io.concordat.messages.Shape;
import io.concordat.messages.Subject;

/**
 * The person who answers for a data product.
 *
 * @param subject who
 * @param sharePercent share of working time given to the product, in percent, 1 to 100; 40 to 60 is
 *     expected
 */
public record ProductOwner(Subject subject, int sharePercent) {

  public ProductOwner {
    Shape.between("sharePercent", sharePercent, 1, 100);
  }
}
