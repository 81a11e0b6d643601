package io.concordat.messages.contract;

import io.concordat.messages.Shape;

/**
 * Retires a deprecated version whose support has ended.
 *
 * <p>Emits {@code contract.version-retired}; rejects with {@code CONTRACT_NOT_FOUND}, {@code
 * CONTRACT_VERSION_NOT_FOUND}, {@code CONTRACT_VERSION_NOT_DEPRECATED}, {@code
 * CONTRACT_VERSION_STILL_SUPPORTED}, {@code NOT_ALLOWED}.
 *
 * @param version such as {@code 1.4.0}
 */
public record RetireContractVersion(ContractId contract, String version)
    implements ContractCommand {

  public RetireContractVersion {
    Shape.line("version", version, 100);
  }

  @Override
  public String stream() {
    return contract.stream();
  }
}
