package io.concordat.graphql.gateway;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows where promises stand by what was observed. Blocks. */
public interface StandingDesk {

  /** What is known of a promise. */
  enum State {
    MET,
    BREACHED,
    UNKNOWN
  }

  /** How fast a budget is spent where people are told of it. */
  enum Pace {
    FAST,
    SLOW
  }

  /** Since when a budget is spent too fast. */
  record BudgetBurn(Pace speed, Instant since) {}

  /**
   * The error budget of a promise in the current month (UTC), for all its versions together.
   *
   * @param objective least share of checks that must be kept, percent
   * @param checks that were made so far
   * @param allowed how many of the whole month's checks may fail
   * @param spent how many failed
   * @param remaining how many may still fail, never below 0
   * @param percent spent of what is allowed; null where nothing is and something failed
   * @param projected the same at the month's end, at the rate of the month so far
   * @param burnRate how many times faster than allowed checks failed in the last hour; null where
   *     none was made in it, or none may fail
   * @param exhausted whether nothing is left
   * @param burns those that people were told of, and that have not ended
   */
  record Budget(
      YearMonth month,
      double objective,
      long checks,
      double allowed,
      long spent,
      double remaining,
      @Nullable Double percent,
      @Nullable Double projected,
      @Nullable Double burnRate,
      boolean exhausted,
      List<BudgetBurn> burns) {

    public Budget {
      burns = List.copyOf(burns);
    }
  }

  /**
   * Where a promise of a version stands.
   *
   * @param commitment its name, as observations use it
   * @param promised for people
   * @param since when it began to stand so; null where nothing was heard yet
   * @param observedAt when it was observed last; null likewise
   * @param value what was measured last; null where the producer judged it, or nothing was heard
   * @param unit of the value; null likewise
   * @param passed checks that held, in what the producer judged last; null where it was measured
   * @param failed checks that did not hold; null likewise
   * @param incident of the breach; null while it is not breached
   * @param budget what may fail in the current month; null where the contract names no objective
   */
  record CommitmentStanding(
      ContractId contract,
      String version,
      String commitment,
      String promised,
      State state,
      @Nullable Instant since,
      @Nullable Instant observedAt,
      @Nullable Double value,
      @Nullable String unit,
      @Nullable Long passed,
      @Nullable Long failed,
      IncidentSeverity severity,
      @Nullable IncidentId incident,
      @Nullable Budget budget) {}

  /** By contract, version and name; contracts that serve nothing are left out. */
  Map<ContractId, List<CommitmentStanding>> ofContracts(Set<ContractId> contracts);

  /** Those of all contracts of products; products without any are left out. */
  Map<ProductId, List<CommitmentStanding>> ofProducts(Set<ProductId> products);
}
