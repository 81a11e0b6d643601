package io.concordat.graphql.migration;

import io.concordat.graphql.error.NoSuchObject;
import io.concordat.graphql.error.UnknownFields;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.AffectedKind;
import io.concordat.messages.mesh.ConsumerKind;
import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import io.concordat.messages.mesh.FindImpact;
import io.concordat.messages.mesh.ImpactView;
import io.concordat.messages.mesh.ImpactView.Affected;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Who is affected by a change. */
@Controller
class ImpactController {

  private final MeshGateway mesh;

  ImpactController(MeshGateway mesh) {
    this.mesh = mesh;
  }

  @QueryMapping
  ImpactView impact(
      @Argument String of,
      @Argument @Nullable List<String> fields,
      @Argument @Nullable Instant asOf,
      @Argument @Nullable Integer depth,
      @Argument @Nullable Integer limit) {
    ImpactView impact =
        mesh.ask(
                new FindImpact(
                    of,
                    fields == null ? List.of() : fields,
                    asOf,
                    depth == null ? FindImpact.FURTHEST : depth,
                    limit == null ? FindImpact.LISTED : limit))
            .orElseThrow(() ->
                new NoSuchObject(
                    RejectionCode.CONTRACT_NOT_FOUND,
                    "No contract, data product or consumer has the id '" + of + "'."));
    UnknownFields.refuse(of, impact.unknown());
    return impact;
  }

  @SchemaMapping(typeName = "Impact")
  List<Affected> consumers(ImpactView impact, @Argument @Nullable List<ConsumerKind> kinds) {
    return ofKind(impact, AffectedKind.CONSUMER).stream()
        .filter(consumer -> kinds == null || kinds.contains(consumer.consumerKind()))
        .toList();
  }

  @SchemaMapping(typeName = "Impact")
  List<Affected> contracts(ImpactView impact) {
    return ofKind(impact, AffectedKind.CONTRACT);
  }

  @SchemaMapping(typeName = "Impact")
  CompletableFuture<List<String>> owners(
      ImpactView impact, DataLoader<ProductId, DataProductView> products) {
    return products
        .loadMany(
            ofKind(impact, AffectedKind.CONTRACT).stream()
                .map(contract -> new ContractId(contract.id()).product())
                .distinct()
                .toList())
        .thenApply(found ->
            found.stream()
                .filter(Objects::nonNull)
                .map(product -> product.owner().subject().value())
                .distinct()
                .sorted()
                .toList());
  }

  @SchemaMapping(typeName = "Impact")
  CompletableFuture<List<DomainView>> domains(
      ImpactView impact, DataLoader<DomainId, DomainView> domains) {
    return domains
        .loadMany(
            impact.affected().stream()
                .map(Affected::domain)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList())
        .thenApply(found -> found.stream().filter(Objects::nonNull).toList());
  }

  @SchemaMapping(typeName = "Affected")
  @Nullable CompletableFuture<DomainView> domain(
      Affected affected, DataLoader<DomainId, DomainView> domains) {
    DomainId domain = affected.domain();
    return domain == null ? null : domains.load(domain);
  }

  private static List<Affected> ofKind(ImpactView impact, AffectedKind kind) {
    return impact.affected().stream().filter(each -> each.kind() == kind).toList();
  }
}
