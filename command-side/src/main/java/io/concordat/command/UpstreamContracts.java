package io.concordat.command;

import io.concordat.contract.gate.UpstreamContract;
import io.concordat.messages.contract.ContractId;
import java.util.Optional;

/** Contracts as those that derive from them see them. */
public interface UpstreamContracts {

  /**
   * The latest release of a contract, retired ones included, as contracts that derive from it see
   * it; while there is none, the latest pre-release. Empty where no version has ever passed the
   * gate.
   */
  Optional<UpstreamContract> upstream(ContractId contract);
}
