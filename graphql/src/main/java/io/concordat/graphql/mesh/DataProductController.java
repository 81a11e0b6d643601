package io.concordat.graphql.mesh;

import io.concordat.graphql.Caller;
import io.concordat.graphql.error.Mutations;
import io.concordat.graphql.error.Reading;
import io.concordat.graphql.error.Receipt;
import io.concordat.graphql.error.UserError;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.Conformance;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.contract.FindContractsOfProducts;
import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import io.concordat.messages.mesh.FindDataProducts;
import io.concordat.messages.mesh.FindMeshHistory;
import io.concordat.messages.mesh.FindMeshPulse;
import io.concordat.messages.mesh.MeshMonthView;
import io.concordat.messages.mesh.MeshPulseView;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.ProductOwner;
import io.concordat.messages.mesh.RegisterDataProduct;
import io.concordat.messages.mesh.RegisterDataProductFromOdps;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

/** Data products and the figures of the mesh. */
@Controller
class DataProductController {

  private final MeshGateway mesh;
  private final Mutations mutations;

  DataProductController(MeshGateway mesh, Mutations mutations) {
    this.mesh = mesh;
    this.mutations = mutations;
  }

  @QueryMapping("mesh")
  MeshPulseView pulse() {
    return mesh.ask(new FindMeshPulse());
  }

  @SchemaMapping(typeName = "MeshPulse")
  List<MeshMonthView> history(
      MeshPulseView pulse, @Argument YearMonth from, @Argument YearMonth to) {
    return mesh.ask(new FindMeshHistory(from, to));
  }

  @QueryMapping
  @Nullable DataProductView dataProduct(@Argument String id) {
    return find(new ProductId(id));
  }

  @SchemaMapping(typeName = "DataProduct")
  CompletableFuture<DomainView> domain(
      DataProductView product, DataLoader<DomainId, DomainView> domains) {
    return domains.load(product.id().domain());
  }

  @BatchMapping(typeName = "DataProduct")
  Map<DataProductView, List<ContractView>> contracts(List<DataProductView> products) {
    Set<ProductId> ids = products.stream().map(DataProductView::id).collect(Collectors.toSet());
    Map<ProductId, List<ContractView>> found =
        mesh.ask(new FindContractsOfProducts(ids)).stream()
            .collect(Collectors.groupingBy(contract -> contract.id().product()));
    return products.stream()
        .collect(
            Collectors.toMap(
                Function.identity(), product -> found.getOrDefault(product.id(), List.of())));
  }

  @BatchMapping(typeName = "DataProduct")
  Map<DataProductView, List<ContractView>> driftingContracts(List<DataProductView> products) {
    Map<DataProductView, List<ContractView>> drifting = new HashMap<>();
    contracts(products)
        .forEach((product, all) ->
            drifting.put(
                product,
                all.stream()
                    .filter(contract ->
                        contract.versions().stream()
                            .anyMatch(version -> version.conformance() == Conformance.DRIFTING))
                    .toList()));
    return drifting;
  }

  @MutationMapping
  DataProductPayload registerDataProduct(
      @Argument RegisterDataProductInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<ProductId> id = reading.field("id", () -> new ProductId(input.id()));
    Supplier<Subject> owner = reading.field("owner", () -> new Subject(input.owner()));
    return mutations.run(
        Caller.of(caller),
        input,
        reading,
        () ->
            new RegisterDataProduct(
                id.get(),
                input.name(),
                input.description(),
                new ProductOwner(owner.get(), input.sharePercent())),
        written ->
            new DataProductPayload(
                mutations.shown(() -> find(id.get())), Receipt.of(written), List.of()),
        errors -> new DataProductPayload(null, null, errors));
  }

  @MutationMapping
  DataProductPayload registerDataProductFromOdps(
      @Argument RegisterDataProductFromOdpsInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<ProductId> id = reading.field("id", () -> new ProductId(input.id()));
    Supplier<Subject> owner = reading.field("owner", () -> new Subject(input.owner()));
    return mutations.run(
        Caller.of(caller),
        input,
        reading,
        () ->
            new RegisterDataProductFromOdps(
                id.get(), input.document(), new ProductOwner(owner.get(), input.sharePercent())),
        written ->
            new DataProductPayload(
                mutations.shown(() -> find(id.get())), Receipt.of(written), List.of()),
        errors -> new DataProductPayload(null, null, errors));
  }

  private @Nullable DataProductView find(ProductId id) {
    return mesh.ask(new FindDataProducts(Set.of(id))).stream().findFirst().orElse(null);
  }

  record RegisterDataProductInput(
      String id,
      String name,
      String description,
      String owner,
      int sharePercent,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record RegisterDataProductFromOdpsInput(
      String id,
      String document,
      String owner,
      int sharePercent,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record DataProductPayload(
      @Nullable DataProductView dataProduct,
      @Nullable Receipt receipt,
      List<UserError> userErrors) {}
}
