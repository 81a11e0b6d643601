package io.concordat.contract.policy;

import io.concordat.contract.tree.Paths;
import io.concordat.messages.contract.BudgetRead;
import io.concordat.messages.contract.BudgetRead.Share;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left of error budgets, as the variable {@code budget}. */
final class BudgetValues {

  /** Its name in expressions. */
  static final String VARIABLE = "budget";

  /** What a policy fails with that reads what is not known. */
  static final String NOT_KNOWN = "what is left of error budgets is not known";

  private static final Place NOWHERE = new Place(Paths.ROOT, 1, 1);

  private BudgetValues() {}

  /** Null, where nobody asks, reads as not known. */
  static PolicyStruct of(@Nullable BudgetRead budget) {
    if (budget == null || !budget.known()) {
      return PolicyStruct.builder(PolicyTypes.BUDGET, NOWHERE)
          .set("state", "unknown")
          .set("asOf", budget == null ? null : budget.asOf().toString())
          .unknown(NOT_KNOWN, "month", "spent", "shares")
          .build();
    }
    return PolicyStruct.builder(PolicyTypes.BUDGET, NOWHERE)
        .set("state", budget.shares().isEmpty() ? "none" : "counted")
        .set("asOf", budget.asOf().toString())
        .set("month", budget.month())
        .set("spent", budget.shares().stream().filter(Share::spent).map(Share::commitment).toList())
        .set("shares", shares(budget))
        .build();
  }

  private static List<PolicyStruct> shares(BudgetRead budget) {
    return budget.shares().stream()
        .map(each ->
            PolicyStruct.builder(PolicyTypes.BUDGET_SHARE, NOWHERE)
                .set("commitment", each.commitment())
                .set("objective", each.objective())
                .set("checks", (double) each.checks())
                .set("failed", (double) each.failed())
                .set("allowed", each.allowed())
                .set("spent", each.spent())
                .build())
        .toList();
  }
}
