package io.concordat.messages.mesh;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.Shape;

/** Id of a data product: its domain and a slug, such as {@code payments/settlements}. */
public record ProductId(@JsonValue String value) implements Comparable<ProductId> {

  @JsonCreator
  public ProductId {
    String[] parts = value == null ? new String[0] : value.split("/", -1);
    if (parts.length != 2) {
      throw new InvalidValue("product", "must have the form domain/product, was '" + value + "'");
    }
    Shape.slug("product", parts[0]);
    Shape.slug("product", parts[1]);
  }

  /** The domain that owns the product. */
  public DomainId domain() {
    return new DomainId(value.substring(0, value.indexOf('/')));
  }

  /** The product's event stream. */
  public String stream() {
    return "product:" + value;
  }

  @Override
  public int compareTo(ProductId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
