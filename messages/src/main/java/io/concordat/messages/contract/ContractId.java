package io.concordat.messages.contract;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.Shape;
import io.concordat.messages.mesh.ProductId;

/** Id of a contract: its product and a slug, such as {@code payments/settlements/daily}. */
public record ContractId(@JsonValue String value) implements Comparable<ContractId> {

  @JsonCreator
  public ContractId {
    String[] parts = value == null ? new String[0] : value.split("/", -1);
    if (parts.length != 3) {
      throw new InvalidValue(
          "contract", "must have the form domain/product/contract, was '" + value + "'");
    }
    for (String part : parts) {
      Shape.slug("contract", part);
    }
  }

  /** The product whose output the contract promises. */
  public ProductId product() {
    return new ProductId(value.substring(0, value.lastIndexOf('/')));
  }

  /** The contract's event stream. */
  public String stream() {
    return "contract:" + value;
  }

  @Override
  public int compareTo(ContractId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
