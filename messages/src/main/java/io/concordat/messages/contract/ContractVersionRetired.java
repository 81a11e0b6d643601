package io.concordat.messages.contract;

import io.concordat.messages.EventType;
import java.time.Instant;

/** The version is no longer served. */
@EventType("contract.version-retired")
public record ContractVersionRetired(ContractId contract, String version, Instant retiredAt)
    implements ContractEvent {

  @Override
  public String stream() {
    return contract.stream();
  }
}
