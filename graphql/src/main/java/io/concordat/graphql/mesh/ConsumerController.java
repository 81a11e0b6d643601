package io.concordat.graphql.mesh;

import io.concordat.graphql.Caller;
import io.concordat.graphql.error.Mutations;
import io.concordat.graphql.error.Reading;
import io.concordat.graphql.error.Receipt;
import io.concordat.graphql.error.UserError;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.paging.Connections;
import io.concordat.graphql.paging.Connections.Connection;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.ConsumerKind;
import io.concordat.messages.mesh.ConsumerView;
import io.concordat.messages.mesh.ContractRead;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import io.concordat.messages.mesh.FindConsumers;
import io.concordat.messages.mesh.JobId;
import io.concordat.messages.mesh.ListConsumers;
import io.concordat.messages.mesh.RegisterConsumer;
import io.concordat.messages.mesh.RetireConsumer;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

/** Who reads contracts. */
@Controller
class ConsumerController {

  private final MeshGateway mesh;
  private final Mutations mutations;

  ConsumerController(MeshGateway mesh, Mutations mutations) {
    this.mesh = mesh;
    this.mutations = mutations;
  }

  @QueryMapping
  Connection<ConsumerView> consumers(
      @Argument @Nullable String domain,
      @Argument @Nullable ConsumerKind kind,
      @Argument @Nullable String contract,
      @Argument @Nullable Boolean retired,
      @Argument @Nullable Integer first,
      @Argument @Nullable String after,
      @Argument @Nullable Integer last,
      @Argument @Nullable String before) {
    return Connections.of(
        mesh.ask(
            new ListConsumers(
                domain == null ? null : new DomainId(domain),
                kind,
                contract == null ? null : new ContractId(contract),
                Boolean.TRUE.equals(retired),
                Connections.request(first, after, last, before))));
  }

  @SchemaMapping(typeName = "Consumer")
  CompletableFuture<DomainView> domain(
      ConsumerView consumer, DataLoader<DomainId, DomainView> domains) {
    return domains.load(consumer.id().domain());
  }

  @MutationMapping
  ConsumerPayload registerConsumer(@Argument RegisterConsumerInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<ConsumerId> id = reading.field("id", () -> new ConsumerId(input.id()));
    Supplier<List<ContractRead>> reads =
        reading.field(
            "reads",
            () ->
                input.reads().stream()
                    .map(read ->
                        new ContractRead(
                            new ContractId(read.contract()), read.fields(), read.version()))
                    .toList());
    Supplier<List<JobId>> jobs =
        reading.field("jobs", () -> Objects.requireNonNullElse(input.jobs(), List.of()));
    return mutations.run(
        Caller.of(caller),
        input,
        reading,
        () ->
            new RegisterConsumer(
                id.get(), input.name(), input.kind(), input.purpose(), reads.get(), jobs.get()),
        written -> payload(id.get(), Receipt.of(written)),
        errors -> new ConsumerPayload(null, null, errors));
  }

  @MutationMapping
  ConsumerPayload retireConsumer(@Argument RetireConsumerInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<ConsumerId> id = reading.field("consumer", () -> new ConsumerId(input.consumer()));
    return mutations.run(
        Caller.of(caller),
        input,
        reading,
        () -> new RetireConsumer(id.get(), input.reason()),
        written -> payload(id.get(), Receipt.of(written)),
        errors -> new ConsumerPayload(null, null, errors));
  }

  private ConsumerPayload payload(ConsumerId id, Receipt receipt) {
    return new ConsumerPayload(
        mutations.shown(
            () -> mesh.ask(new FindConsumers(Set.of(id))).stream().findFirst().orElse(null)),
        receipt,
        List.of());
  }

  record RetireConsumerInput(
      String consumer,
      String reason,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record RegisterConsumerInput(
      String id,
      String name,
      ConsumerKind kind,
      String purpose,
      List<ContractReadInput> reads,
      @Nullable List<JobId> jobs,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record ContractReadInput(String contract, List<String> fields, @Nullable String version) {}

  record ConsumerPayload(
      @Nullable ConsumerView consumer, @Nullable Receipt receipt, List<UserError> userErrors) {}
}
