package io.concordat.messages.series;

import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;

/** What a series is about. */
public sealed interface SeriesScope {

  /** All products. */
  record WholeMesh() implements SeriesScope {}

  /** The products of a domain. */
  record OfDomain(DomainId domain) implements SeriesScope {}

  /** One product. */
  record OfProduct(ProductId product) implements SeriesScope {}
}
