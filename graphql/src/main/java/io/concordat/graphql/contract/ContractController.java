package io.concordat.graphql.contract;

import io.concordat.graphql.Caller;
import io.concordat.graphql.error.Mutations;
import io.concordat.graphql.error.Reading;
import io.concordat.graphql.error.Receipt;
import io.concordat.graphql.error.UserError;
import io.concordat.graphql.gateway.GateCheck;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.gateway.Written;
import io.concordat.messages.Shape;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractVersionStatus;
import io.concordat.messages.contract.ContractVersionView;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.contract.ExtendSupport;
import io.concordat.messages.contract.FindContracts;
import io.concordat.messages.contract.PublishContractVersion;
import io.concordat.messages.contract.RetireContractVersion;
import io.concordat.messages.contract.SubmissionKey;
import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.policy.Verdict;
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
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;

/** Contracts and their versions. */
@Controller
class ContractController {

  private static final int DOCUMENT_MAX = 2_000_000;

  private final MeshGateway mesh;
  private final GateCheck gate;
  private final Mutations mutations;

  ContractController(MeshGateway mesh, GateCheck gate, Mutations mutations) {
    this.mesh = mesh;
    this.gate = gate;
    this.mutations = mutations;
  }

  @QueryMapping
  @Nullable ContractView contract(@Argument String id, @Argument @Nullable Instant asOf) {
    return find(new ContractId(id), asOf);
  }

  @QueryMapping
  Verdict checkContract(@Argument String contract, @Argument String document) {
    return gate.check(new ContractId(contract), Shape.text("document", document, DOCUMENT_MAX));
  }

  @SchemaMapping(typeName = "Contract")
  CompletableFuture<DataProductView> product(
      ContractView contract, DataLoader<ProductId, DataProductView> products) {
    return products.load(contract.id().product());
  }

  @SchemaMapping(typeName = "Contract")
  @Nullable ContractVersionView current(ContractView contract) {
    return contract.versions().reversed().stream()
        .filter(version -> version.status() == ContractVersionStatus.ACTIVE)
        .findFirst()
        .orElse(null);
  }

  @SchemaMapping(typeName = "Contract")
  List<ContractVersionView> served(ContractView contract) {
    return contract.versions().stream()
        .filter(version ->
            switch (version.status()) {
              case ACTIVE, DEPRECATED -> true;
              case RETIRED, REJECTED -> false;
            })
        .toList();
  }

  @SchemaMapping(typeName = "Contract")
  @Nullable ContractVersionView version(ContractView contract, @Argument String version) {
    ContractVersionView last = null;
    for (ContractVersionView candidate : contract.versions()) {
      if (candidate.version().equals(version)) {
        if (candidate.status() != ContractVersionStatus.REJECTED) {
          return candidate;
        }
        last = candidate;
      }
    }
    return last;
  }

  @SchemaMapping(typeName = "ContractVersion")
  CompletableFuture<String> document(
      ContractVersionView version, DataLoader<SubmissionKey, String> documents) {
    return documents.load(new SubmissionKey(version.contract(), version.sequence()));
  }

  @MutationMapping
  PublishPayload publishContractVersion(
      @Argument PublishContractVersionInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<ContractId> contract =
        reading.field("contract", () -> new ContractId(input.contract()));
    return mutations.run(
        Caller.of(caller),
        input,
        reading,
        () -> new PublishContractVersion(contract.get(), input.document()),
        written -> published(contract.get(), written),
        errors -> new PublishPayload(null, null, null, null, errors));
  }

  private PublishPayload published(ContractId id, Written written) {
    ContractView contract = mutations.shown(() -> find(id, null));
    ContractVersionView version = contract == null ? null : submission(contract, written);
    return new PublishPayload(
        contract,
        version,
        version == null ? null : version.verdict(),
        Receipt.of(written),
        List.of());
  }

  /** The submission that was written, or, where the same version was there already, that one. */
  private static @Nullable ContractVersionView submission(ContractView contract, Written written) {
    Set<Long> sequences =
        written.events().stream()
            .filter(event -> event.stream().equals(written.stream()))
            .map(Written.Event::sequence)
            .collect(java.util.stream.Collectors.toSet());
    return contract.versions().reversed().stream()
        .filter(version -> sequences.isEmpty() || sequences.contains(version.sequence()))
        .findFirst()
        .orElse(null);
  }

  @MutationMapping
  ContractPayload retireContractVersion(
      @Argument RetireContractVersionInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<ContractId> contract =
        reading.field("contract", () -> new ContractId(input.contract()));
    return mutations.run(
        Caller.of(caller),
        input,
        reading,
        () -> new RetireContractVersion(contract.get(), input.version()),
        written ->
            new ContractPayload(
                mutations.shown(() -> find(contract.get(), null)), Receipt.of(written), List.of()),
        errors -> new ContractPayload(null, null, errors));
  }

  @MutationMapping
  ContractPayload extendSupport(@Argument ExtendSupportInput input, Authentication caller) {
    Reading reading = new Reading();
    Supplier<ContractId> contract =
        reading.field("contract", () -> new ContractId(input.contract()));
    return mutations.run(
        Caller.of(caller),
        input,
        reading,
        () -> new ExtendSupport(contract.get(), input.version(), input.until()),
        written ->
            new ContractPayload(
                mutations.shown(() -> find(contract.get(), null)), Receipt.of(written), List.of()),
        errors -> new ContractPayload(null, null, errors));
  }

  private @Nullable ContractView find(ContractId id, @Nullable Instant asOf) {
    return mesh.ask(new FindContracts(Set.of(id), asOf)).stream().findFirst().orElse(null);
  }

  record PublishContractVersionInput(
      String contract,
      String document,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record RetireContractVersionInput(
      String contract,
      String version,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record ExtendSupportInput(
      String contract,
      String version,
      Instant until,
      @Nullable String idempotencyKey,
      @Nullable Long expectedRevision)
      implements Mutations.MutationInput {}

  record PublishPayload(
      @Nullable ContractView contract,
      @Nullable ContractVersionView version,
      @Nullable Verdict verdict,
      @Nullable Receipt receipt,
      List<UserError> userErrors) {}

  record ContractPayload(
      @Nullable ContractView contract, @Nullable Receipt receipt, List<UserError> userErrors) {}
}
