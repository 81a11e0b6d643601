package io.concordat.messages.contract;

import io.concordat.messages.EventType;
import io.concordat.messages.policy.Verdict;
import java.time.Instant;

/**
 * A published version was held against rules that came after it, or whose waivers have ended. It
 * keeps its standing, whatever the verdict; one that blocks is drift.
 *
 * @param version that is served
 * @param verdict under the policy set in force at that time; may block
 * @param basis what the verdict rests on
 * @param assessedAt UTC
 */
@EventType("contract.assessed")
public record ContractAssessed(
    ContractId contract, String version, Verdict verdict, VerdictBasis basis, Instant assessedAt)
    implements ContractEvent {

  @Override
  public String stream() {
    return contract.stream();
  }
}
