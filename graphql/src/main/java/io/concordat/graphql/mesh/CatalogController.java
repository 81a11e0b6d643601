package io.concordat.graphql.mesh;

import graphql.execution.ExecutionStepInfo;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.paging.Connections;
import io.concordat.graphql.paging.Connections.Connection;
import io.concordat.messages.compliance.ComplianceBand;
import io.concordat.messages.mesh.CatalogFacetView;
import io.concordat.messages.mesh.CatalogFilter;
import io.concordat.messages.mesh.CountCatalog;
import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.FindSimilarProducts;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.SearchCatalog;
import io.concordat.messages.mesh.SimilarProductView;
import io.concordat.messages.policy.Classification;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The catalog. */
@Controller
class CatalogController {

  private final MeshGateway mesh;

  CatalogController(MeshGateway mesh) {
    this.mesh = mesh;
  }

  @QueryMapping
  Connection<DataProductView> catalog(
      @Argument @Nullable String query,
      @Argument @Nullable String domain,
      @Argument @Nullable Boolean drifting,
      @Argument @Nullable List<Classification> classification,
      @Argument @Nullable List<String> semanticType,
      @Argument @Nullable List<ComplianceBand> compliance,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable Integer last,
      @Argument @Nullable String before) {
    return Connections.of(
        mesh.ask(
            new SearchCatalog(
                filter(
                    query,
                    domain,
                    drifting,
                    classification == null ? Set.of() : Set.copyOf(classification),
                    semanticType == null ? Set.of() : Set.copyOf(semanticType),
                    compliance == null ? Set.of() : Set.copyOf(compliance)),
                Connections.request(first, after, last, before))));
  }

  /** Of all that the catalog finds with the arguments of the list that this belongs to. */
  @SchemaMapping(typeName = "DataProductConnection")
  @Nullable List<CatalogFacetView> facets(DataFetchingEnvironment environment) {
    ExecutionStepInfo list = environment.getExecutionStepInfo().getParent();
    GraphQLFieldDefinition field = list == null ? null : list.getFieldDefinition();
    if (list == null || field == null || !field.getName().equals("catalog")) {
      return null;
    }
    Set<Classification> classifications =
        values(list, "classification").stream()
            .map(value -> Classification.valueOf(value.toString()))
            .collect(Collectors.toSet());
    Set<String> semanticTypes =
        values(list, "semanticType").stream().map(Object::toString).collect(Collectors.toSet());
    Set<ComplianceBand> compliance =
        values(list, "compliance").stream()
            .map(value -> ComplianceBand.valueOf(value.toString()))
            .collect(Collectors.toSet());
    return mesh.ask(
        new CountCatalog(
            filter(
                list.getArgument("query"),
                list.getArgument("domain"),
                list.getArgument("drifting"),
                classifications,
                semanticTypes,
                compliance)));
  }

  private static Collection<?> values(ExecutionStepInfo list, String argument) {
    Object given = list.getArgument(argument);
    return given instanceof Collection<?> values ? values : List.of();
  }

  private static CatalogFilter filter(
      @Nullable String query,
      @Nullable String domain,
      @Nullable Boolean drifting,
      Set<Classification> classifications,
      Set<String> semanticTypes,
      Set<ComplianceBand> compliance) {
    return new CatalogFilter(
        query == null || query.isBlank() ? null : query,
        domain == null ? null : new DomainId(domain),
        drifting,
        classifications,
        semanticTypes,
        compliance);
  }

  @SchemaMapping(typeName = "DataProduct")
  CompletableFuture<ComplianceBand> complianceBand(
      DataProductView product, DataLoader<ProductId, ComplianceBand> bands) {
    return bands.load(product.id());
  }

  @SchemaMapping(typeName = "DataProduct")
  List<SimilarProductView> similar(DataProductView product, @Argument int first) {
    return mesh.ask(new FindSimilarProducts(product.id(), first));
  }

  @SchemaMapping(typeName = "SimilarProduct")
  CompletableFuture<DataProductView> product(
      SimilarProductView similar, DataLoader<ProductId, DataProductView> products) {
    return products.load(similar.product());
  }
}
