package io.concordat.sample.mesh;

import java.util.List;

/**
 * An ODCS document that is to be published.
 *
 * @param source where it was read, for messages; the id of a generated one
 * @param id of the contract, as the document gives it
 * @param version as the document gives it
 * @param owner subject id of the product's owner, who publishes it
 * @param upstream ids of the contracts that it derives from
 * @param text the document to the character
 */
public record ContractDocument(
    String source, String id, String version, String owner, List<String> upstream, String text) {

  public ContractDocument {
    upstream = List.copyOf(upstream);
  }

  /** The product whose contract it is, such as {@code payments/settlements}. */
  public String product() {
    return id.substring(0, id.lastIndexOf('/'));
  }
}
