package io.concordat.messages.mesh;

import java.util.List;

/**
 * A product that is like another one.
 *
 * @param score the sum over what they share of 1 / ln(1 + products that have it), more than 0 (L.
 *     Adamic, E. Adar, Friends and neighbors on the web, 2003)
 * @param shared semantic types, and ids of products upstream, sorted
 */
public record SimilarProductView(ProductId product, double score, List<String> shared) {

  public SimilarProductView {
    shared = List.copyOf(shared);
  }
}
