package io.concordat.messages.contract;

import io.concordat.messages.EventType;
import java.time.Instant;

/**
 * A successor with breaking changes is in force; this version is served and monitored until
 * supportedUntil.
 *
 * @param successor version that takes over
 * @param supportedUntil UTC; nobody can retire the version before
 */
@EventType("contract.version-deprecated")
public record ContractVersionDeprecated(
    ContractId contract, String version, String successor, Instant supportedUntil)
    implements ContractEvent {

  @Override
  public String stream() {
    return contract.stream();
  }
}
