package io.concordat.messages.mesh;

import java.util.List;

/**
 * How products are spread over the values of one kind.
 *
 * @param name {@code domain}, {@code classification}, {@code semanticType} or {@code standing}
 * @param buckets the fullest first, equal ones by value
 */
public record CatalogFacetView(String name, List<Bucket> buckets) {

  public CatalogFacetView {
    buckets = List.copyOf(buckets);
  }

  /**
   * One value.
   *
   * @param count products that have it; one with several values counts in each
   */
  public record Bucket(String value, long count) {}
}
