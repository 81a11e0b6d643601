package io.concordat.graphql.request;

import io.concordat.graphql.Caller;
import io.concordat.graphql.error.Mutations;
import io.concordat.graphql.error.Reading;
import io.concordat.graphql.error.Receipt;
import io.concordat.graphql.error.UserError;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.gateway.Written;
import io.concordat.graphql.paging.Connections;
import io.concordat.graphql.paging.Connections.Connection;
import io.concordat.messages.Command;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import io.concordat.messages.request.AcceptDataRequest;
import io.concordat.messages.request.DataRequestId;
import io.concordat.messages.request.DataRequestStatus;
import io.concordat.messages.request.DataRequestView;
import io.concordat.messages.request.DeclineDataRequest;
import io.concordat.messages.request.DeliverDataRequest;
import io.concordat.messages.request.FindDataRequests;
import io.concordat.messages.request.FindRequestFigures;
import io.concordat.messages.request.ListDataRequests;
import io.concordat.messages.request.OpenDataRequest;
import io.concordat.messages.request.RequestFiguresView;
import io.concordat.messages.request.WithdrawDataRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Data requests: read, opened, answered, withdrawn. */
@Controller
class DataRequestController {

  private final MeshGateway mesh;
  private final Mutations mutations;

  DataRequestController(MeshGateway mesh, Mutations mutations) {
    this.mesh = mesh;
    this.mutations = mutations;
  }

  @QueryMapping
  @Nullable DataRequestView dataRequest(@Argument String id) {
    return find(DataRequestId.of(id));
  }

  @QueryMapping
  Connection<DataRequestView> dataRequests(
      @Argument @Nullable String domain,
      @Argument @Nullable List<DataRequestStatus> status,
      @Argument @Nullable Boolean mine,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable Integer last,
      @Argument @Nullable String before,
      Authentication caller) {
    return Connections.of(
        mesh.ask(
            new ListDataRequests(
                domain == null ? null : new DomainId(domain),
                status == null ? Set.of() : Set.copyOf(status),
                Boolean.TRUE.equals(mine) ? Caller.of(caller).subject() : null,
                Connections.request(first, after, last, before))));
  }

  @SchemaMapping(typeName = "DataRequest")
  CompletableFuture<DomainView> domain(
      DataRequestView request, DataLoader<DomainId, DomainView> domains) {
    return domains.load(request.domain());
  }

  @SchemaMapping(typeName = "DataRequest")
  @Nullable CompletableFuture<ContractView> contract(
      DataRequestView request, DataLoader<ContractId, ContractView> contracts) {
    ContractId contract = request.contract();
    return contract == null ? null : contracts.load(contract);
  }

  @BatchMapping(typeName = "Domain")
  Map<DomainView, RequestFiguresView> requests(List<DomainView> domains) {
    Map<DomainId, RequestFiguresView> figures =
        mesh.ask(
            new FindRequestFigures(
                domains.stream().map(DomainView::id).collect(Collectors.toSet())));
    return domains.stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                domain -> Objects.requireNonNull(figures.get(domain.id()), domain.id().value())));
  }

  @MutationMapping
  DataRequestPayload openDataRequest(@Argument OpenDataRequestInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<DomainId> domain = reading.field("domain", () -> new DomainId(input.domain()));
    DataRequestId id = new DataRequestId(mesh.newId());
    return run(
        caller,
        input,
        reading,
        () ->
            new OpenDataRequest(
                id,
                domain.get(),
                input.title(),
                input.purpose(),
                input.wanted(),
                input.neededBy()));
  }

  @MutationMapping
  DataRequestPayload acceptDataRequest(
      @Argument AcceptDataRequestInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<DataRequestId> id = id(reading, input.request());
    return run(caller, input, reading, () -> new AcceptDataRequest(id.get(), input.expectedBy()));
  }

  @MutationMapping
  DataRequestPayload declineDataRequest(
      @Argument DeclineDataRequestInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<DataRequestId> id = id(reading, input.request());
    return run(caller, input, reading, () -> new DeclineDataRequest(id.get(), input.reason()));
  }

  @MutationMapping
  DataRequestPayload deliverDataRequest(
      @Argument DeliverDataRequestInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<DataRequestId> id = id(reading, input.request());
    Supplier<ContractId> contract =
        reading.field("contract", () -> new ContractId(input.contract()));
    return run(caller, input, reading, () -> new DeliverDataRequest(id.get(), contract.get()));
  }

  @MutationMapping
  DataRequestPayload withdrawDataRequest(@Argument DataRequestInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<DataRequestId> id = id(reading, input.request());
    return run(caller, input, reading, () -> new WithdrawDataRequest(id.get()));
  }

  private static Supplier<DataRequestId> id(Reading reading, String request) {
    return reading.field("request", () -> DataRequestId.of(request));
  }

  private DataRequestPayload run(
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
        errors -> new DataRequestPayload(null, null, errors));
  }

  private DataRequestPayload written(Written written) {
    return new DataRequestPayload(
        mutations.shown(() -> find(DataRequestId.of(written.id()))),
        Receipt.of(written),
        List.of());
  }

  private @Nullable DataRequestView find(DataRequestId id) {
    return mesh.ask(new FindDataRequests(Set.of(id))).stream().findFirst().orElse(null);
  }

  record OpenDataRequestInput(
      String domain,
      String title,
      String purpose,
      @Nullable String wanted,
      @Nullable Instant neededBy,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record AcceptDataRequestInput(
      String request,
      Instant expectedBy,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record DeclineDataRequestInput(
      String request,
      String reason,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record DeliverDataRequestInput(
      String request,
      String contract,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record DataRequestInput(
      String request, @Nullable String idempotencyKey, @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record DataRequestPayload(
      @Nullable DataRequestView dataRequest,
      @Nullable Receipt receipt,
      List<UserError> userErrors) {}
}
