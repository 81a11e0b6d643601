package io.concordat.server.observation;

import io.concordat.observation.budget.Burn;

/** Hears of budgets that burn. The same is told again where the service ended meanwhile. */
@FunctionalInterface
public interface BurnListener {

  /** A budget burns, or no longer where it has ended. */
  void told(Burn burn);
}
