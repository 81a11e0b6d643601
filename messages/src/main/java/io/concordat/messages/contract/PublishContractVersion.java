package io.concordat.messages.contract;

import io.concordat.messages.Shape;

/**
 * Submits a document as the next version of a contract.
 *
 * <p>Emits {@code contract.version-published} (with {@code contract.version-deprecated} for the
 * predecessor of a new major version) or {@code contract.version-rejected}; rejects with {@code
 * PRODUCT_NOT_FOUND}, {@code CONTRACT_VERSION_EXISTS}, {@code CONTRACT_VERSION_NOT_HIGHER}, {@code
 * NOT_ALLOWED}.
 *
 * @param contract which contract; made by its first submission
 * @param document ODCS 3.x as YAML or JSON, kept as it is, at most 2,000,000 characters
 */
public record PublishContractVersion(ContractId contract, String document)
    implements ContractCommand {

  public PublishContractVersion {
    Shape.text("document", document, 2_000_000);
  }

  @Override
  public String stream() {
    return contract.stream();
  }
}
