package io.concordat.messages.policy;

import io.concordat.messages.Shape;
import io.concordat.messages.contract.ContractId;
import java.time.Duration;
import java.time.Instant;

/**
 * A contract's leave to break one policy for a time, voted by the council. It ends by itself.
 *
 * @param id of the proposal that asked for it
 * @param policy id of the policy that may be broken
 * @param contract id of the contract that may break it
 * @param owner who answers for it, at most 200 characters
 * @param reason why, at most 4,000 characters
 * @param until from when it no longer holds, UTC
 */
public record Waiver(
    String id, String policy, String contract, String owner, String reason, Instant until) {

  /** The longest time that a waiver may be granted for. */
  public static final Duration LONGEST = Duration.ofDays(180);

  public Waiver {
    Shape.line("waiver", id, 63);
    Shape.slug("policyId", policy);
    contract = new ContractId(contract).value();
    Shape.line("owner", owner, 200);
    Shape.text("reason", reason, 4_000);
  }

  /** True while it holds for a violation of this policy by this contract. */
  public boolean covers(String policyId, String contractId, Instant at) {
    return policy.equals(policyId) && contract.equals(contractId) && holds(at);
  }

  /** True while it has not ended. */
  public boolean holds(Instant at) {
    return until.isAfter(at);
  }
}
