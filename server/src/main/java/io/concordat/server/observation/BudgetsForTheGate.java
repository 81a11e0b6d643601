package io.concordat.server.observation;

import io.concordat.command.ErrorBudgets;
import io.concordat.graphql.gateway.StandingDesk.Budget;
import io.concordat.messages.contract.BudgetRead;
import io.concordat.messages.mesh.ProductId;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Error budgets as the gate asks for them: by what was saved of the fold a few seconds ago. */
@Component
class BudgetsForTheGate implements ErrorBudgets {

  private static final Logger LOG = LoggerFactory.getLogger(BudgetsForTheGate.class);

  private final BudgetBoard board;

  BudgetsForTheGate(BudgetBoard board) {
    this.board = board;
  }

  @Override
  public Optional<BudgetRead> budgets(ProductId product, Instant at) {
    try {
      List<BudgetRead.Share> shares =
          board.of(Set.of(product), at).entrySet().stream()
              .sorted(
                  Map.Entry.comparingByKey(
                      (one, other) -> one.commitment().compareTo(other.commitment())))
              .limit(BudgetRead.MOST)
              .map(each -> share(each.getKey().commitment(), each.getValue()))
              .toList();
      String month = YearMonth.from(at.atZone(ZoneOffset.UTC)).toString();
      return Optional.of(
          shares.isEmpty() ? BudgetRead.none(at) : new BudgetRead(true, at, month, shares));
    } catch (SQLException away) {
      LOG.warn("{} is judged without knowing its error budgets ({})", product, away.toString());
      return Optional.empty();
    }
  }

  private static BudgetRead.Share share(String commitment, Budget budget) {
    return new BudgetRead.Share(
        commitment,
        budget.objective(),
        budget.checks(),
        budget.spent(),
        budget.allowed(),
        budget.exhausted());
  }
}
