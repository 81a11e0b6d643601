package io.concordat.graphql.observed;

import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.paging.Connections;
import io.concordat.graphql.paging.Connections.Connection;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.DatasetName;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.observed.DatasetSuggestion;
import io.concordat.messages.observed.DatasetView;
import io.concordat.messages.observed.FindDataset;
import io.concordat.messages.observed.FindDatasetSuggestions;
import io.concordat.messages.observed.ListDatasets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Datasets that lineage events spoke of. */
@Controller
class DatasetController {

  private final MeshGateway mesh;

  DatasetController(MeshGateway mesh) {
    this.mesh = mesh;
  }

  @QueryMapping
  Connection<DatasetView> datasets(
      @Argument @Nullable Boolean unmatched,
      @Argument @Nullable String query,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable Integer last,
      @Argument @Nullable String before) {
    return Connections.of(
        mesh.ask(
            new ListDatasets(unmatched, query, Connections.request(first, after, last, before))));
  }

  @QueryMapping
  @Nullable DatasetView dataset(@Argument String id) {
    return mesh.ask(new FindDataset(id)).orElse(null);
  }

  @SchemaMapping(typeName = "Dataset")
  String namespace(DatasetView dataset) {
    return dataset.name().namespace();
  }

  @SchemaMapping(typeName = "Dataset")
  String name(DatasetView dataset) {
    return dataset.name().name();
  }

  @SchemaMapping(typeName = "Dataset")
  @Nullable CompletableFuture<ContractView> contract(
      DatasetView dataset, DataLoader<ContractId, ContractView> contracts) {
    ContractId contract = dataset.contract();
    return contract == null ? null : contracts.load(contract);
  }

  @SchemaMapping(typeName = "Dataset")
  @Nullable CompletableFuture<DataProductView> product(
      DatasetView dataset, DataLoader<ProductId, DataProductView> products) {
    ContractId contract = dataset.contract();
    return contract == null ? null : products.load(contract.product());
  }

  @BatchMapping(typeName = "Dataset")
  Map<DatasetView, List<DatasetSuggestion>> suggestions(List<DatasetView> datasets) {
    Map<DatasetName, List<DatasetSuggestion>> found =
        mesh.ask(
            new FindDatasetSuggestions(
                datasets.stream()
                    .filter(dataset -> dataset.contract() == null)
                    .map(DatasetView::name)
                    .collect(Collectors.toSet())));
    return datasets.stream()
        .distinct()
        .collect(
            Collectors.toMap(
                dataset -> dataset, dataset -> found.getOrDefault(dataset.name(), List.of())));
  }

  @SchemaMapping(typeName = "DatasetSuggestion")
  CompletableFuture<ContractView> contract(
      DatasetSuggestion suggestion, DataLoader<ContractId, ContractView> contracts) {
    return contracts.load(suggestion.contract());
  }
}
