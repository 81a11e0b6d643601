package io.concordat.graphql.gateway;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
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
      @Nullable IncidentId incident) {}

  /** By contract, version and name; contracts that serve nothing are left out. */
  Map<ContractId, List<CommitmentStanding>> ofContracts(Set<ContractId> contracts);

  /** Those of all contracts of products; products without any are left out. */
  Map<ProductId, List<CommitmentStanding>> ofProducts(Set<ProductId> products);
}
