package io.concordat.graphql.contract;

import io.concordat.graphql.Caller;
import io.concordat.graphql.error.Mutations;
import io.concordat.graphql.error.NoSuchObject;
import io.concordat.graphql.error.Reading;
import io.concordat.graphql.error.Receipt;
import io.concordat.graphql.error.UserError;
import io.concordat.graphql.gateway.ContractReading;
import io.concordat.graphql.gateway.GateCheck;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.graphql.gateway.Written;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.Shape;
import io.concordat.messages.contract.CommitmentView;
import io.concordat.messages.contract.ComparisonView;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractVersionStatus;
import io.concordat.messages.contract.ContractVersionView;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.contract.ExampleQueryView;
import io.concordat.messages.contract.ExtendSupport;
import io.concordat.messages.contract.FindContracts;
import io.concordat.messages.contract.FindDocuments;
import io.concordat.messages.contract.PublishContractVersion;
import io.concordat.messages.contract.RetireContractVersion;
import io.concordat.messages.contract.SubmissionKey;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.DataProductView;
import io.concordat.messages.mesh.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

/** Contracts and their versions. */
@Controller
class ContractController {

  private static final int DOCUMENT_MAX = 2_000_000;

  private final MeshGateway mesh;
  private final GateCheck gate;
  private final ContractReading reading;
  private final Mutations mutations;

  ContractController(
      MeshGateway mesh, GateCheck gate, ContractReading reading, Mutations mutations) {
    this.mesh = mesh;
    this.gate = gate;
    this.reading = reading;
    this.mutations = mutations;
  }

  @QueryMapping
  @Nullable ContractView contract(@Argument String id, @Argument @Nullable Instant asOf) {
    return find(new ContractId(id), asOf);
  }

  @QueryMapping
  VerdictView checkContract(@Argument String contract, @Argument String document) {
    return VerdictView.of(
        gate.check(new ContractId(contract), Shape.text("document", document, DOCUMENT_MAX)));
  }

  @QueryMapping
  ComparisonView compareVersions(
      @Argument String contract, @Argument String from, @Argument String to) {
    ContractId id = new ContractId(contract);
    ContractView found = find(id, null);
    if (found == null) {
      throw new NoSuchObject(
          RejectionCode.CONTRACT_NOT_FOUND, "No version of the contract " + id + " is there.");
    }
    SubmissionKey before = submission(found, from);
    SubmissionKey after = submission(found, to);
    Map<SubmissionKey, String> documents =
        mesh.ask(new FindDocuments(Set.copyOf(List.of(before, after))));
    return reading
        .compare(text(documents, before), text(documents, after))
        .orElseThrow(() ->
            new InvalidValue("to", "one of both was rejected and cannot be read as a contract"));
  }

  private SubmissionKey submission(ContractView contract, String number) {
    ContractVersionView found = version(contract, number);
    if (found == null) {
      throw new NoSuchObject(
          RejectionCode.CONTRACT_VERSION_NOT_FOUND,
          "The contract " + contract.id() + " has no version " + number + ".");
    }
    return new SubmissionKey(contract.id(), found.sequence());
  }

  private static String text(Map<SubmissionKey, String> documents, SubmissionKey key) {
    return Objects.requireNonNull(documents.get(key), "a submission has its document");
  }

  @SchemaMapping(typeName = "Contract")
  CompletableFuture<DataProductView> product(
      ContractView contract, DataLoader<ProductId, DataProductView> products) {
    return products.load(contract.id().product());
  }

  @SchemaMapping(typeName = "Contract")
  @Nullable ContractVersionView current(ContractView contract) {
    List<ContractVersionView> inForce =
        contract.versions().reversed().stream()
            .filter(version -> version.status() == ContractVersionStatus.ACTIVE)
            .toList();
    return inForce.stream()
        .filter(version -> !isPreRelease(version))
        .findFirst()
        .orElse(inForce.isEmpty() ? null : inForce.getFirst());
  }

  /** A pre-release has a dash before its build metadata, as SemVer 2.0.0 has it in item 9. */
  private static boolean isPreRelease(ContractVersionView version) {
    return version.version().split("\\+", 2)[0].indexOf('-') >= 0;
  }

  @SchemaMapping(typeName = "Contract")
  List<ContractVersionView> served(ContractView contract) {
    return contract.versions().stream().filter(version -> version.status().isServed()).toList();
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

  @SchemaMapping(typeName = "ContractVersion")
  VerdictView verdict(ContractVersionView version) {
    return VerdictView.of(version);
  }

  @SchemaMapping(typeName = "ContractVersion")
  CompletableFuture<List<CommitmentView>> commitments(
      ContractVersionView version, DataLoader<SubmissionKey, String> documents) {
    return documents
        .load(new SubmissionKey(version.contract(), version.sequence()))
        .thenApply(reading::commitments);
  }

  @SchemaMapping(typeName = "ContractVersion")
  CompletableFuture<List<ExampleQueryView>> exampleQueries(
      ContractVersionView version, DataLoader<SubmissionKey, String> documents) {
    return documents
        .load(new SubmissionKey(version.contract(), version.sequence()))
        .thenApply(reading::exampleQueries);
  }

  @MutationMapping
  PublishPayload publishContractVersion(
      @Argument PublishContractVersionInput input, Authentication caller) {
    Reading shape = new Reading();
    Supplier<ContractId> contract = shape.field("contract", () -> new ContractId(input.contract()));
    return mutations.run(
        Caller.of(caller),
        input,
        shape,
        () -> new PublishContractVersion(contract.get(), input.document()),
        written -> published(contract.get(), input.document(), written),
        errors -> new PublishPayload(null, null, null, null, errors));
  }

  private PublishPayload published(ContractId id, String document, Written written) {
    ContractView contract = mutations.shown(() -> find(id, null));
    ContractVersionView version = contract == null ? null : submission(contract, document, written);
    return new PublishPayload(
        contract,
        version,
        version == null ? null : VerdictView.of(version),
        Receipt.of(written),
        List.of());
  }

  /** The submission that was written, or, where the same version was there already, that one. */
  private @Nullable ContractVersionView submission(
      ContractView contract, String document, Written written) {
    Set<Long> sequences =
        written.events().stream()
            .filter(event -> event.stream().equals(written.stream()))
            .map(Written.Event::sequence)
            .collect(java.util.stream.Collectors.toSet());
    String digest = reading.digest(document);
    return contract.versions().reversed().stream()
        .filter(version ->
            sequences.isEmpty()
                ? version.digest().equals(digest) && version.status().isServed()
                : sequences.contains(version.sequence()))
        .findFirst()
        .orElse(null);
  }

  @MutationMapping
  ContractPayload retireContractVersion(
      @Argument RetireContractVersionInput input, Authentication caller) {
    Reading shape = new Reading();
    Supplier<ContractId> contract = shape.field("contract", () -> new ContractId(input.contract()));
    return mutations.run(
        Caller.of(caller),
        input,
        shape,
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
      @Nullable VerdictView verdict,
      @Nullable Receipt receipt,
      List<UserError> userErrors) {}

  record ContractPayload(
      @Nullable ContractView contract, @Nullable Receipt receipt, List<UserError> userErrors) {}
}
