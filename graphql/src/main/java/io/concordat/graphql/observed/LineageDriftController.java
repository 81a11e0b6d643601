package io.concordat.graphql.observed;

import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.observed.FindLineageDrift;
import io.concordat.messages.observed.LineageDriftView;
import io.concordat.messages.observed.LineageDriftView.SchemaDifference;
import io.concordat.messages.observed.LineageDriftView.Undeclared;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Where products declare something else than jobs were seen to do. */
@Controller
class LineageDriftController {

  private final MeshGateway mesh;

  LineageDriftController(MeshGateway mesh) {
    this.mesh = mesh;
  }

  @BatchMapping(typeName = "DataProduct")
  Map<DataProductView, LineageDriftView> lineageDrift(List<DataProductView> products) {
    Map<ProductId, LineageDriftView> found =
        mesh.ask(
            new FindLineageDrift(
                products.stream().map(DataProductView::id).collect(Collectors.toSet())));
    Map<DataProductView, LineageDriftView> drift = new HashMap<>();
    products.forEach(product -> drift.put(product, found.get(product.id())));
    return drift;
  }

  @SchemaMapping(typeName = "LineageDrift")
  CompletableFuture<List<ContractView>> unobserved(
      LineageDriftView drift, DataLoader<ContractId, ContractView> contracts) {
    return contracts.loadMany(drift.unobserved());
  }

  @SchemaMapping(typeName = "UndeclaredUpstream")
  CompletableFuture<ContractView> contract(
      Undeclared undeclared, DataLoader<ContractId, ContractView> contracts) {
    return contracts.load(undeclared.contract());
  }

  @SchemaMapping(typeName = "UndeclaredUpstream")
  String namespace(Undeclared undeclared) {
    return undeclared.dataset().namespace();
  }

  @SchemaMapping(typeName = "UndeclaredUpstream")
  String name(Undeclared undeclared) {
    return undeclared.dataset().name();
  }

  @SchemaMapping(typeName = "SchemaDifference")
  CompletableFuture<ContractView> contract(
      SchemaDifference difference, DataLoader<ContractId, ContractView> contracts) {
    return contracts.load(difference.contract());
  }

  @SchemaMapping(typeName = "SchemaDifference")
  String namespace(SchemaDifference difference) {
    return difference.dataset().namespace();
  }

  @SchemaMapping(typeName = "SchemaDifference")
  String name(SchemaDifference difference) {
    return difference.dataset().name();
  }
}
