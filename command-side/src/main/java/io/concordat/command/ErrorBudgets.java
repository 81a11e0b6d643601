package io.concordat.command;

import io.concordat.messages.contract.BudgetRead;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import java.util.Optional;

/**
 * Port to what is left of the error budgets of a product. It is counted from observations, so an
 * answer may be another a moment later: it is kept with the verdict that rests on it.
 */
@FunctionalInterface
public interface ErrorBudgets {

  /** For what is published already: what is left now says nothing of it. */
  ErrorBudgets UNSPENT = (product, at) -> Optional.of(BudgetRead.none(at));

  /**
   * The budgets of the month in which a moment lies (UTC); empty where they cannot be counted now.
   * Does not throw.
   */
  Optional<BudgetRead> budgets(ProductId product, Instant at);
}
