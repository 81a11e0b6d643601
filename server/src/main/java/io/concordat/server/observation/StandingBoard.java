package io.concordat.server.observation;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.graphql.gateway.StandingDesk;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.observation.evaluation.Course.Standing;
import io.concordat.observation.evaluation.Quantity;
import io.concordat.observation.evaluation.Reading;
import io.concordat.observation.evaluation.fold.ObservationFold;
import io.concordat.observation.evaluation.fold.ObservationFold.Moments;
import io.concordat.observation.evaluation.fold.ObservationFold.TallyKey;
import io.concordat.observation.evaluation.fold.Pages;
import io.concordat.observation.evaluation.fold.Stood;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where promises stand, from the saved state of the fold: one look for all that is asked. */
@Component
class StandingBoard implements StandingDesk {

  private final PromiseRegistry registry;
  private final FoldStore store;
  private final Outbox outbox;
  private final BudgetBoard budgets;

  StandingBoard(PromiseRegistry registry, FoldStore store, Outbox outbox, BudgetBoard budgets) {
    this.registry = registry;
    this.store = store;
    this.outbox = outbox;
    this.budgets = budgets;
  }

  @Override
  public Map<ContractId, List<CommitmentStanding>> ofContracts(Set<ContractId> contracts) {
    try {
      registry.catchUp();
      return look(contracts);
    } catch (SQLException gone) {
      throw new StoreUnavailable("Where promises stand cannot be read", gone);
    }
  }

  @Override
  public Map<ProductId, List<CommitmentStanding>> ofProducts(Set<ProductId> products) {
    try {
      registry.catchUp();
      Map<ProductId, List<CommitmentStanding>> found = new HashMap<>();
      look(registry.contractsOf(products))
          .forEach((contract, standings) ->
              found.computeIfAbsent(contract.product(), _ -> new ArrayList<>()).addAll(standings));
      return found;
    } catch (SQLException gone) {
      throw new StoreUnavailable("Where promises stand cannot be read", gone);
    }
  }

  private Map<ContractId, List<CommitmentStanding>> look(Collection<ContractId> contracts)
      throws SQLException {
    ObservationFold fold =
        new ObservationFold(registry.latest(), Moments.BEGINNING, new Collected());
    Set<Integer> pages =
        contracts.stream()
            .map(contract -> ObservationFold.pageOf(contract.value()))
            .collect(Collectors.toSet());
    store.pages(pages).forEach(page -> Pages.read(fold, page));
    Map<ContractId, List<Stood>> stood = new TreeMap<>();
    contracts.forEach(contract -> {
      List<Stood> all = fold.stood(contract.value());
      if (!all.isEmpty()) {
        stood.put(contract, all);
      }
    });
    Map<String, UUID> incidents = outbox.broken(subjects(stood));
    Map<TallyKey, Budget> spent =
        budgets.of(stood.keySet().stream().map(ContractId::product).collect(Collectors.toSet()));
    Map<ContractId, List<CommitmentStanding>> found = new TreeMap<>();
    stood.forEach((contract, all) ->
        found.put(
            contract,
            all.stream()
                .map(each ->
                    shown(
                        contract,
                        each,
                        incidents.get(subject(contract, each)),
                        spent.get(new TallyKey(contract.product(), each.commitment()))))
                .toList()));
    return found;
  }

  private static Set<String> subjects(Map<ContractId, List<Stood>> stood) {
    return stood.entrySet().stream()
        .flatMap(each -> each.getValue().stream().map(one -> subject(each.getKey(), one)))
        .collect(Collectors.toSet());
  }

  private static String subject(ContractId contract, Stood stood) {
    return Outbox.subject(contract.value(), stood.commitment());
  }

  private static CommitmentStanding shown(
      ContractId contract, Stood stood, @Nullable UUID incident, @Nullable Budget budget) {
    Reading reading = stood.reading();
    Quantity measured = reading instanceof Reading.Measured(Quantity quantity) ? quantity : null;
    Reading.Judged judged = reading instanceof Reading.Judged checks ? checks : null;
    return new CommitmentStanding(
        contract,
        stood.version(),
        stood.commitment(),
        stood.promised().told(),
        state(stood.standing()),
        time(stood.since()),
        time(stood.at()),
        measured == null ? null : measured.amount(),
        measured == null ? null : measured.unit(),
        judged == null ? null : judged.passed(),
        judged == null ? null : judged.failed(),
        stood.promised().severity(),
        incident == null ? null : new IncidentId(incident),
        budget);
  }

  private static State state(Standing standing) {
    return switch (standing) {
      case MET -> State.MET;
      case BREACHED -> State.BREACHED;
      case UNKNOWN -> State.UNKNOWN;
    };
  }

  private static @Nullable Instant time(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
