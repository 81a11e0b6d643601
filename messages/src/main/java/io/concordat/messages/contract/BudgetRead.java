package io.concordat.messages.contract;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gate knew of the error budgets of a contract's product.
 *
 * @param known whether they could be counted; where not, nothing else is told
 * @param asOf when they were asked for, UTC
 * @param month whose budgets they are, UTC, such as {@code 2026-11}; null where nothing is known
 * @param shares of the commitments that have one, by name; at most {@link #MOST}
 */
public record BudgetRead(boolean known, Instant asOf, @Nullable String month, List<Share> shares) {

  /** Most entries. */
  public static final int MOST = 1_000;

  public BudgetRead {
    shares = List.copyOf(shares);
  }

  /** Nothing is known, as what was counted could not be read. */
  public static BudgetRead unknown(Instant asOf) {
    return new BudgetRead(false, asOf, null, List.of());
  }

  /** There is no budget that could be spent. */
  public static BudgetRead none(Instant asOf) {
    return new BudgetRead(true, asOf, null, List.of());
  }

  /**
   * The budget of one commitment.
   *
   * @param objective least share of checks that must be kept, percent
   * @param checks that were made in the month so far
   * @param failed those of them that were not kept
   * @param allowed how many of the whole month's checks may fail
   * @param spent whether nothing is left of it
   */
  public record Share(
      String commitment,
      double objective,
      long checks,
      long failed,
      double allowed,
      boolean spent) {}
}
