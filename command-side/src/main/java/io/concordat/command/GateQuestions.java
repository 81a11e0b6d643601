package io.concordat.command;

import io.concordat.contract.gate.UpstreamContract;
import io.concordat.contract.gate.UpstreamLookup;
import io.concordat.messages.contract.BudgetRead;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.DriftRead;
import java.time.Instant;
import java.util.Optional;

/** What the gate asks, answered by the mesh as it is now. */
public record GateQuestions(
    UpstreamContracts upstream, ObservedDrift observed, ErrorBudgets budgets)
    implements UpstreamLookup {

  @Override
  public Optional<UpstreamContract> find(String contractId) {
    return upstream.upstream(new ContractId(contractId));
  }

  @Override
  public Optional<DriftRead> drift(String contractId, ContractOutline outline, Instant at) {
    return observed.drift(new ContractId(contractId), outline);
  }

  @Override
  public Optional<BudgetRead> budget(String contractId, Instant at) {
    return budgets.budgets(new ContractId(contractId).product(), at);
  }
}
