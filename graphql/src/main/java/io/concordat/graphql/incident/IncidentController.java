package io.concordat.graphql.incident;

import io.concordat.graphql.Caller;
import io.concordat.graphql.error.Mutations;
import io.concordat.graphql.error.Reading;
import io.concordat.graphql.error.Receipt;
import io.concordat.graphql.error.UserError;
import io.concordat.graphql.gateway.LiveChanges;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.gateway.Written;
import io.concordat.graphql.paging.Connections;
import io.concordat.graphql.paging.Connections.Connection;
import io.concordat.messages.Command;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.incident.AcknowledgeIncident;
import io.concordat.messages.incident.AssignIncident;
import io.concordat.messages.incident.CommentOnIncident;
import io.concordat.messages.incident.FindIncidents;
import io.concordat.messages.incident.IncidentFilter;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.incident.IncidentStatus;
import io.concordat.messages.incident.IncidentView;
import io.concordat.messages.incident.ListIncidents;
import io.concordat.messages.incident.ReopenIncident;
import io.concordat.messages.incident.ResolutionCause;
import io.concordat.messages.incident.ResolveIncident;
import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.FindLineage;
import io.concordat.messages.mesh.LineageDirection;
import io.concordat.messages.mesh.LineageNodeView;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Incidents: read and watched, and what people and machines do with them. */
@Controller
class IncidentController {

  private static final int WHOLE_GRAPH = 50;

  private final MeshGateway mesh;
  private final LiveChanges changes;
  private final Mutations mutations;

  IncidentController(MeshGateway mesh, LiveChanges changes, Mutations mutations) {
    this.mesh = mesh;
    this.changes = changes;
    this.mutations = mutations;
  }

  @QueryMapping
  @Nullable IncidentView incident(@Argument String id) {
    return find(IncidentId.of(id));
  }

  @QueryMapping
  Connection<IncidentView> incidents(
      @Argument @Nullable List<IncidentStatus> status,
      @Argument @Nullable String domain,
      @Argument @Nullable List<IncidentSeverity> severity,
      @Argument @Nullable String product,
      @Argument @Nullable String commitment,
      @Argument @Nullable Instant openedFrom,
      @Argument @Nullable Instant openedTo,
      @Argument @Nullable Boolean rootsOnly,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable Integer last,
      @Argument @Nullable String before) {
    return Connections.of(
        mesh.ask(
            new ListIncidents(
                new IncidentFilter(
                    status == null ? Set.of() : Set.copyOf(status),
                    severity == null ? Set.of() : Set.copyOf(severity),
                    domain == null ? null : new DomainId(domain),
                    product == null ? null : new ProductId(product),
                    commitment,
                    openedFrom,
                    openedTo,
                    Boolean.TRUE.equals(rootsOnly)),
                Connections.request(first, after, last, before))));
  }

  @SchemaMapping(typeName = "Incident")
  CompletableFuture<DataProductView> product(
      IncidentView incident, DataLoader<ProductId, DataProductView> products) {
    return products.load(incident.product());
  }

  @SchemaMapping(typeName = "Incident")
  @Nullable CompletableFuture<ContractView> contract(
      IncidentView incident, DataLoader<ContractId, ContractView> contracts) {
    ContractId contract = incident.contract();
    return contract == null ? null : contracts.load(contract);
  }

  @SchemaMapping(typeName = "Incident")
  List<LineageNodeView> downstream(IncidentView incident) {
    return mesh.ask(
            new FindLineage(
                incident.product().value(), LineageDirection.DOWNSTREAM, WHOLE_GRAPH, null))
        .map(graph -> graph.nodes().stream().filter(node -> node.depth() > 0).toList())
        .orElse(List.of());
  }

  @SubscriptionMapping
  Flux<IncidentView> incidentChanged(@Argument @Nullable String domain) {
    DomainId only = domain == null ? null : new DomainId(domain);
    return changes
        .incidents()
        .concatMap(changed ->
            Mono.fromCallable(() -> find(changed)).subscribeOn(Schedulers.boundedElastic()))
        .filter(incident -> only == null || incident.product().domain().equals(only));
  }

  @MutationMapping
  IncidentPayload acknowledgeIncident(@Argument IncidentInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<IncidentId> id = reading.field("incident", () -> IncidentId.of(input.incident()));
    return run(caller, input, reading, () -> new AcknowledgeIncident(id.get()));
  }

  @MutationMapping
  IncidentPayload resolveIncident(@Argument ResolveIncidentInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<IncidentId> id = reading.field("incident", () -> IncidentId.of(input.incident()));
    return run(
        caller, input, reading, () -> new ResolveIncident(id.get(), input.cause(), input.note()));
  }

  @MutationMapping
  IncidentPayload assignIncident(@Argument AssignIncidentInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<IncidentId> id = reading.field("incident", () -> IncidentId.of(input.incident()));
    Supplier<Subject> assignee = reading.field("assignee", () -> new Subject(input.assignee()));
    return run(caller, input, reading, () -> new AssignIncident(id.get(), assignee.get()));
  }

  @MutationMapping
  IncidentPayload commentOnIncident(@Argument CommentOnIncidentInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<IncidentId> id = reading.field("incident", () -> IncidentId.of(input.incident()));
    return run(caller, input, reading, () -> new CommentOnIncident(id.get(), input.text()));
  }

  @MutationMapping
  IncidentPayload reopenIncident(@Argument ReopenIncidentInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<IncidentId> id = reading.field("incident", () -> IncidentId.of(input.incident()));
    return run(caller, input, reading, () -> new ReopenIncident(id.get(), input.reason()));
  }

  private IncidentPayload run(
      Authentication caller,
      Mutations.MutationInput input,
      Reading reading,
      Supplier<Command> command) {
    return mutations.run(
        Caller.of(caller),
        input,
        reading,
        command,
        this::written,
        errors -> new IncidentPayload(null, null, errors));
  }

  private IncidentPayload written(Written written) {
    return new IncidentPayload(
        mutations.shown(() -> find(IncidentId.of(written.id()))), Receipt.of(written), List.of());
  }

  private @Nullable IncidentView find(IncidentId id) {
    return mesh.ask(new FindIncidents(Set.of(id))).stream().findFirst().orElse(null);
  }

  record IncidentInput(
      String incident, @Nullable String idempotencyKey, @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record ResolveIncidentInput(
      String incident,
      ResolutionCause cause,
      @Nullable String note,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record AssignIncidentInput(
      String incident,
      String assignee,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record CommentOnIncidentInput(
      String incident,
      String text,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record ReopenIncidentInput(
      String incident,
      String reason,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record IncidentPayload(
      @Nullable IncidentView incident, @Nullable Receipt receipt, List<UserError> userErrors) {}
}
