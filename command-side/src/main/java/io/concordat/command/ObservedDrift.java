package io.concordat.command;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.DriftRead;
import java.util.Optional;

/**
 * Port to what jobs were seen to do. Unlike {@link MeshDirectory} it is answered from a projection:
 * an answer may be late, and may be another a moment later. So it is kept with the verdict that
 * rests on it.
 */
@FunctionalInterface
public interface ObservedDrift {

  /**
   * How a document differs from what jobs were seen to do with its datasets; empty where that
   * cannot be told now. Does not throw where the projection is away.
   */
  Optional<DriftRead> drift(ContractId contract, ContractOutline outline);

  /** The same, for who would rather fail and ask again later than go on without an answer. */
  default ObservedDrift orFail() {
    return (contract, outline) -> {
      Optional<DriftRead> known = drift(contract, outline);
      if (known.isEmpty()) {
        throw new IllegalStateException(
            "What jobs were seen to do with the data of " + contract + " is not known now");
      }
      return known;
    };
  }
}
