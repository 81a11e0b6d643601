package io.concordat.contract.gate;

import io.concordat.contract.SemanticVersion;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.messages.contract.BudgetRead;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.DriftRead;
import io.concordat.messages.policy.UpstreamRead;
import io.concordat.messages.policy.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the gate says of a document.
 *
 * @param contract as read; null where the document is not a valid contract
 * @param outline of the contract; null where there is none
 * @param version as the document gives it, also where the document is not a valid contract; null
 *     where it could not be read. A semantic version where there is a contract
 * @param verdict all violations, those that a waiver covers marked with it
 * @param upstream what was known of each contract that the document declares upstream, in its
 *     order; empty where the document is not a valid contract
 * @param drift what was known of what jobs were seen to do; null where no policy asked
 * @param budget what was known of error budgets; null where no policy asked
 */
public record GateResult(
    @Nullable OdcsContract contract,
    @Nullable ContractOutline outline,
    @Nullable String version,
    Verdict verdict,
    List<UpstreamRead> upstream,
    @Nullable DriftRead drift,
    @Nullable BudgetRead budget) {

  public GateResult {
    upstream = List.copyOf(upstream);
  }

  /** True where the document may ship; then contract, outline and version are there. */
  public boolean passed() {
    return contract != null && verdict.passed();
  }

  /** The version of a valid contract. */
  public Optional<SemanticVersion> semanticVersion() {
    return contract == null ? Optional.empty() : Optional.of(contract.version());
  }
}
