package io.concordat.messages.mesh;

import io.concordat.messages.Shape;

/**
 * Registers a data product of a domain that exists. The same facts a second time change nothing.
 *
 * <p>Emits {@code product.registered}; rejects with {@code DOMAIN_NOT_FOUND}, {@code
 * PRODUCT_EXISTS}, {@code NOT_ALLOWED}.
 *
 * @param product domain and slug
 * @param name for people, at most 120 characters
 * @param description what the product offers, at most 2,000 characters
 * @param owner who answers for it
 */
public record RegisterDataProduct(
    ProductId product, String name, String description, ProductOwner owner)
    implements ProductCommand {

  public RegisterDataProduct {
    Shape.line("name", name, 120);
    Shape.text("description", description, 2_000);
  }

  @Override
  public String stream() {
    return product.stream();
  }
}
