package io.concordat.messages.contract;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;

/**
 * A deprecated version is served and monitored for longer than was promised before.
 *
 * @param supportedUntil later than before, UTC; nobody can retire the version before
 * @param extendedAt UTC
 * @param extendedBy the caller
 */
@EventType("contract.support-extended")
public record ContractSupportExtended(
    ContractId contract,
    String version,
    Instant supportedUntil,
    Instant extendedAt,
    Subject extendedBy)
    implements ContractEvent {

  @Override
  public String stream() {
    return contract.stream();
  }
}
