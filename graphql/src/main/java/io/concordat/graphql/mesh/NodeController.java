package io.concordat.graphql.mesh;

import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.Query;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.FindContracts;
import io.concordat.messages.council.FindProposals;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.incident.FindIncidents;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.FindConsumers;
import io.concordat.messages.mesh.FindDataProducts;
import io.concordat.messages.mesh.FindDomains;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.migration.FindMigrations;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.request.DataRequestId;
import io.concordat.messages.request.FindDataRequests;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Relay's node: the shape of an id tells what it names. */
@Controller
class NodeController {

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final MeshGateway mesh;

  NodeController(MeshGateway mesh) {
    this.mesh = mesh;
  }

  @QueryMapping
  @Nullable Object node(@Argument String id) {
    try {
      return find(id);
    } catch (InvalidValue namesNothing) {
      return null;
    }
  }

  private @Nullable Object find(String id) {
    if (UUID.matcher(id).matches()) {
      Object proposal = only(new FindProposals(Set.of(ProposalId.of(id))));
      if (proposal != null) {
        return proposal;
      }
      Object incident = only(new FindIncidents(Set.of(IncidentId.of(id))));
      return incident != null ? incident : only(new FindDataRequests(Set.of(DataRequestId.of(id))));
    }
    if (id.indexOf('@') >= 0) {
      return only(new FindMigrations(Set.of(new MigrationId(id))));
    }
    if (id.indexOf(':') >= 0) {
      return only(new FindConsumers(Set.of(new ConsumerId(id))));
    }
    return switch ((int) id.chars().filter(letter -> letter == '/').count()) {
      case 0 -> only(new FindDomains(Set.of(new DomainId(id))));
      case 1 -> only(new FindDataProducts(Set.of(new ProductId(id))));
      case 2 -> only(new FindContracts(Set.of(new ContractId(id)), null));
      default -> null;
    };
  }

  private <V> @Nullable V only(Query<List<V>> query) {
    List<V> found = mesh.ask(query);
    return found.isEmpty() ? null : found.getFirst();
  }
}
