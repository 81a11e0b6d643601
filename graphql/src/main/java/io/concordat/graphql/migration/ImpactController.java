package io.concordat.graphql.migration;

import io.concordat.graphql.error.NoSuchObject;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import io.concordat.messages.mesh.FindImpact;
import io.concordat.messages.mesh.ImpactView;
import io.concordat.messages.mesh.ImpactView.Affected;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.migration.ParticipantKind;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Who is affected by a change. */
@Controller
class ImpactController {

  private static final int NAMED = 10;

  private final MeshGateway mesh;

  ImpactController(MeshGateway mesh) {
    this.mesh = mesh;
  }

  @QueryMapping
  ImpactView impact(@Argument String of, @Argument @Nullable List<String> fields) {
    ImpactView impact =
        mesh.ask(new FindImpact(of, fields == null ? List.of() : fields))
            .orElseThrow(() ->
                new NoSuchObject(
                    RejectionCode.CONTRACT_NOT_FOUND,
                    "No contract, data product or consumer has the id '" + of + "'."));
    if (!impact.unknown().isEmpty()) {
      throw new InvalidValue(
          "fields", "must be of " + of + ", which never had " + named(impact.unknown()));
    }
    return impact;
  }

  @SchemaMapping(typeName = "Impact")
  List<Affected> consumers(ImpactView impact) {
    return ofKind(impact, ParticipantKind.CONSUMER);
  }

  @SchemaMapping(typeName = "Impact")
  List<Affected> contracts(ImpactView impact) {
    return ofKind(impact, ParticipantKind.CONTRACT);
  }

  @SchemaMapping(typeName = "Impact")
  CompletableFuture<List<String>> owners(
      ImpactView impact, DataLoader<ProductId, DataProductView> products) {
    return products
        .loadMany(
            ofKind(impact, ParticipantKind.CONTRACT).stream()
                .map(contract -> new ContractId(contract.id().value()).product())
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
                .map(affected -> affected.id().domain())
                .distinct()
                .sorted()
                .toList())
        .thenApply(found -> found.stream().filter(Objects::nonNull).toList());
  }

  @SchemaMapping(typeName = "Affected")
  ParticipantKind kind(Affected affected) {
    return affected.id().kind();
  }

  @SchemaMapping(typeName = "Affected")
  CompletableFuture<DomainView> domain(
      Affected affected, DataLoader<DomainId, DomainView> domains) {
    return domains.load(affected.id().domain());
  }

  private static String named(List<String> fields) {
    String more = fields.size() > NAMED ? " and " + (fields.size() - NAMED) + " more" : "";
    return fields.stream().limit(NAMED).collect(Collectors.joining(", ")) + more;
  }

  private static List<Affected> ofKind(ImpactView impact, ParticipantKind kind) {
    return impact.affected().stream().filter(each -> each.id().kind() == kind).toList();
  }
}
