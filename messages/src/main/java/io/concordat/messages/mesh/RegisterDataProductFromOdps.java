package io.concordat.messages.mesh;

import io.concordat.messages.Shape;

/**
 * Registers a data product with the name, the purpose and the ports of its ODPS document; of a
 * product that is registered, declares the ports anew. The same document a second time changes
 * nothing.
 *
 * <p>Emits {@code product.registered} where it was not, and {@code product.ports-declared}; rejects
 * with {@code DOMAIN_NOT_FOUND}, {@code PRODUCT_EXISTS}, {@code ODPS_DOCUMENT_INVALID}, {@code
 * NOT_ALLOWED}.
 *
 * @param product domain and slug
 * @param document ODPS 0.9.0 or 1.0.0 as YAML or JSON, kept as it is, at most 2,000,000 characters
 * @param owner who answers for it
 */
public record RegisterDataProductFromOdps(ProductId product, String document, ProductOwner owner)
    implements ProductCommand {

  public RegisterDataProductFromOdps {
    Shape.text("document", document, 2_000_000);
  }

  @Override
  public String stream() {
    return product.stream();
  }
}
