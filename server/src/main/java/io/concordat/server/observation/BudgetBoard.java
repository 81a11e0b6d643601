package io.concordat.server.observation;

import io.concordat.graphql.gateway.StandingDesk.Budget;
import io.concordat.graphql.gateway.StandingDesk.BudgetBurn;
import io.concordat.graphql.gateway.StandingDesk.Pace;
import io.concordat.messages.mesh.ProductId;
import io.concordat.observation.budget.Burn;
import io.concordat.observation.budget.BurnSpeed;
import io.concordat.observation.budget.BurnSpeed.Window;
import io.concordat.observation.budget.ErrorBudget;
import io.concordat.observation.evaluation.fold.ObservationFold.TallyKey;
import io.concordat.server.observation.BudgetCounts.Counted;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Error budgets of products in the current month, from what was counted and saved. */
@Component
class BudgetBoard {

  private final DataSource postgres;
  private final PromiseRegistry registry;
  private final Clock clock;

  BudgetBoard(DataSource postgres, PromiseRegistry registry, Clock clock) {
    this.postgres = postgres;
    this.registry = registry;
    this.clock = clock;
  }

  /** Budgets of all commitments of products that have one. */
  Map<TallyKey, Budget> of(Set<ProductId> products) throws SQLException {
    return of(products, clock.instant());
  }

  /** The same at a moment, by all promises that were read so far. */
  Map<TallyKey, Budget> of(Set<ProductId> products, Instant now) throws SQLException {
    Map<TallyKey, Double> objectives = registry.objectives(products);
    Map<TallyKey, Budget> found = new HashMap<>();
    if (objectives.isEmpty()) {
      return found;
    }
    YearMonth month = YearMonth.from(now.atZone(ZoneOffset.UTC));
    try (Connection connection = postgres.getConnection()) {
      Map<TallyKey, Counted> counted = BudgetCounts.month(connection, objectives.keySet(), month);
      Map<TallyKey, Counted> hour =
          BudgetCounts.windows(connection, objectives.keySet(), BurnSpeed.FAST, now);
      Map<TallyKey, List<BudgetBurn>> burns = new HashMap<>();
      for (Burn burn : BurnStore.open(connection)) {
        burns
            .computeIfAbsent(
                new TallyKey(burn.product(), burn.commitment()), _ -> new ArrayList<>())
            .add(new BudgetBurn(shown(burn.speed()), burn.beganAt()));
      }
      objectives.forEach((key, objective) ->
          found.put(
              key,
              shown(
                  month,
                  budget(objective, counted.get(key), month, now),
                  rate(objective, hour.get(key)),
                  burns.getOrDefault(key, List.of()))));
    }
    return found;
  }

  private static ErrorBudget budget(
      double objective, @Nullable Counted counted, YearMonth month, Instant now) {
    return counted == null
        ? ErrorBudget.of(objective, 0, 0, null, month, now)
        : ErrorBudget.of(
            objective, counted.all().checks(), counted.all().failed(), counted.first(), month, now);
  }

  private static @Nullable Double rate(double objective, @Nullable Counted hour) {
    if (hour == null || objective == 100) {
      return null;
    }
    Window all = hour.all();
    return BurnSpeed.rate(objective, all.checks(), all.failed());
  }

  private static Budget shown(
      YearMonth month, ErrorBudget budget, @Nullable Double rate, List<BudgetBurn> burns) {
    return new Budget(
        month,
        budget.objective(),
        budget.checks(),
        budget.allowed(),
        budget.failed(),
        budget.remaining(),
        budget.percent(),
        budget.projected(),
        rate,
        budget.isSpent(),
        burns);
  }

  private static Pace shown(BurnSpeed speed) {
    return switch (speed) {
      case FAST -> Pace.FAST;
      case SLOW -> Pace.SLOW;
    };
  }
}
