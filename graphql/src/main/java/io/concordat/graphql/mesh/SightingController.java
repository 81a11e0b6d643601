package io.concordat.graphql.mesh;

import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractVersionView;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.contract.VersionId;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.ConsumerView;
import io.concordat.messages.mesh.ContractRead;
import io.concordat.messages.mesh.FindContractSightings;
import io.concordat.messages.mesh.FindRetirement;
import io.concordat.messages.mesh.RetirementView;
import io.concordat.messages.mesh.SightingView;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Who was seen to read, beside who declares to. */
@Controller
class SightingController {

  private final MeshGateway mesh;

  SightingController(MeshGateway mesh) {
    this.mesh = mesh;
  }

  /** What one consumer declares to read of one contract. */
  record ReadOf(
      ConsumerId consumer, ContractId contractId, List<String> fields, @Nullable String version) {

    static ReadOf of(ConsumerId consumer, ContractRead read) {
      return new ReadOf(consumer, read.contract(), read.fields(), read.version());
    }
  }

  @SchemaMapping(typeName = "Consumer")
  List<ReadOf> reads(ConsumerView consumer) {
    return consumer.reads().stream().map(read -> ReadOf.of(consumer.id(), read)).toList();
  }

  @SchemaMapping(typeName = "Consumer")
  CompletableFuture<List<SightingView>> sightings(
      ConsumerView consumer, DataLoader<ConsumerId, SeenReads> seen) {
    return seen.load(consumer.id()).thenApply(SeenReads::sightings);
  }

  @SchemaMapping(typeName = "Consumer", field = "lastSeenAt")
  CompletableFuture<@Nullable Instant> consumerLastSeenAt(
      ConsumerView consumer, DataLoader<ConsumerId, SeenReads> seen) {
    return seen.load(consumer.id()).thenApply(SeenReads::lastSeenAt);
  }

  @SchemaMapping(typeName = "ContractRead")
  CompletableFuture<ContractView> contract(
      ReadOf read, DataLoader<ContractId, ContractView> contracts) {
    return contracts.load(read.contractId());
  }

  @SchemaMapping(typeName = "ContractRead")
  CompletableFuture<List<String>> observedVersions(
      ReadOf read, DataLoader<ConsumerId, SeenReads> seen) {
    return seen.load(read.consumer())
        .thenApply(all -> {
          SightingView last = all.lastOf(read.contractId());
          return last == null ? List.of() : last.versions();
        });
  }

  @SchemaMapping(typeName = "ContractRead")
  CompletableFuture<@Nullable Instant> lastSeenAt(
      ReadOf read, DataLoader<ConsumerId, SeenReads> seen) {
    return seen.load(read.consumer())
        .thenApply(all -> {
          SightingView last = all.lastOf(read.contractId());
          return last == null ? null : last.lastSeenAt();
        });
  }

  @SchemaMapping(typeName = "Contract", field = "sightings")
  List<SightingView> contractSightings(ContractView contract) {
    return mesh.ask(new FindContractSightings(contract.id()));
  }

  @SchemaMapping(typeName = "ContractVersion")
  @Nullable RetirementView retirement(ContractVersionView version) {
    return version.status().isServed()
        ? mesh.ask(new FindRetirement(new VersionId(version.contract(), version.version())))
            .orElse(null)
        : null;
  }

  @SchemaMapping(typeName = "Sighting")
  @Nullable CompletableFuture<ConsumerView> consumer(
      SightingView sighting, DataLoader<ConsumerId, ConsumerView> consumers) {
    return sighting.consumer() == null ? null : consumers.load(sighting.consumer());
  }

  @SchemaMapping(typeName = "Sighting")
  ContractId contractId(SightingView sighting) {
    return sighting.contract();
  }

  @SchemaMapping(typeName = "Sighting", field = "contract")
  CompletableFuture<ContractView> sightingContract(
      SightingView sighting, DataLoader<ContractId, ContractView> contracts) {
    return contracts.load(sighting.contract());
  }
}
