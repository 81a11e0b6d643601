package io.concordat.messages.contract;

/**
 * Holds the served versions of a contract against the rules in force now. A version on which the
 * same policy set has spoken, and of whose waivers all still hold, is left alone, so that a second
 * time changes nothing.
 *
 * <p>Emits {@code contract.assessed}, one for each version that is judged; rejects with {@code
 * CONTRACT_NOT_FOUND}, {@code NOT_ALLOWED}.
 */
public record AssessContract(ContractId contract) implements ContractCommand {

  @Override
  public String stream() {
    return contract.stream();
  }
}
