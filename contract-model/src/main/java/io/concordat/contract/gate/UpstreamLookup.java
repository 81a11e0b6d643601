package io.concordat.contract.gate;

import io.concordat.messages.contract.BudgetRead;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.DriftRead;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the gate asks of the mesh: contracts that a document names upstream, what jobs did, and what
 * is left of error budgets.
 */
@FunctionalInterface
public interface UpstreamLookup {

  /**
   * A contract as it is now; empty where it does not exist. Asked once for each contract that a
   * document names upstream, and only for texts that are well-formed contract ids.
   */
  Optional<UpstreamContract> find(String contractId);

  /**
   * How a document differs from what jobs were seen to do; empty where that is not known now. Asked
   * at most once for a document, and only where a policy names {@code drift}.
   *
   * @param contractId as which the document is submitted
   * @param at when it is judged, UTC
   */
  default Optional<DriftRead> drift(String contractId, ContractOutline outline, Instant at) {
    return Optional.empty();
  }

  /**
   * What is left of the error budgets of a contract's product; empty where that is not known now.
   * Asked at most once for a document, and only where a policy names {@code budget}.
   *
   * @param contractId as which the document is submitted
   * @param at when it is judged, UTC
   */
  default Optional<BudgetRead> budget(String contractId, Instant at) {
    return Optional.empty();
  }

  /**
   * A lookup for where no mesh can be asked: it knows which contracts exist and nothing more about
   * them, that no job was seen, and that there are no error budgets.
   */
  static UpstreamLookup existing(Predicate<String> exists) {
    return withoutJobs(
        id -> exists.test(id) ? Optional.of(UpstreamContract.unread(id)) : Optional.empty());
  }

  /** A lookup of contracts in a mesh in which no job was seen and nothing was counted. */
  static UpstreamLookup withoutJobs(UpstreamLookup contracts) {
    return new UpstreamLookup() {
      @Override
      public Optional<UpstreamContract> find(String id) {
        return contracts.find(id);
      }

      @Override
      public Optional<DriftRead> drift(String id, ContractOutline outline, Instant at) {
        return Optional.of(DriftRead.nothingSeen(at));
      }

      @Override
      public Optional<BudgetRead> budget(String id, Instant at) {
        return Optional.of(BudgetRead.none(at));
      }
    };
  }
}
