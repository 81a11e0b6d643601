package io.concordat.graphql.contract;

import io.concordat.graphql.gateway.StandingDesk;
import io.concordat.graphql.gateway.StandingDesk.CommitmentStanding;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentView;
import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.ProductId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Where promises stand: asked once for all products or contracts of a list. */
@Controller
class CommitmentStandingController {

  private final StandingDesk desk;

  CommitmentStandingController(StandingDesk desk) {
    this.desk = desk;
  }

  @BatchMapping(typeName = "DataProduct", field = "standings")
  Map<DataProductView, List<CommitmentStanding>> ofProducts(List<DataProductView> products) {
    Map<ProductId, List<CommitmentStanding>> found =
        desk.ofProducts(products.stream().map(DataProductView::id).collect(Collectors.toSet()));
    Map<DataProductView, List<CommitmentStanding>> answer = new HashMap<>();
    products.forEach(product -> answer.put(product, found.getOrDefault(product.id(), List.of())));
    return answer;
  }

  @BatchMapping(typeName = "Contract", field = "standings")
  Map<ContractView, List<CommitmentStanding>> ofContracts(List<ContractView> contracts) {
    Map<ContractId, List<CommitmentStanding>> found =
        desk.ofContracts(contracts.stream().map(ContractView::id).collect(Collectors.toSet()));
    Map<ContractView, List<CommitmentStanding>> answer = new HashMap<>();
    contracts.forEach(
        contract -> answer.put(contract, found.getOrDefault(contract.id(), List.of())));
    return answer;
  }

  @SchemaMapping(typeName = "CommitmentStanding")
  CompletableFuture<ContractView> contract(
      CommitmentStanding standing, DataLoader<ContractId, ContractView> contracts) {
    return contracts.load(standing.contract());
  }

  @SchemaMapping(typeName = "CommitmentStanding")
  @Nullable CompletableFuture<IncidentView> incident(
      CommitmentStanding standing, DataLoader<IncidentId, IncidentView> incidents) {
    IncidentId id = standing.incident();
    return id == null ? null : incidents.load(id);
  }
}
