package io.concordat.graphql.migration;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractVersionView;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.ConsumerView;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainView;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.MigrationView;
import io.concordat.messages.migration.MigrationView.Extension;
import io.concordat.messages.migration.MigrationView.Participant;
import io.concordat.messages.migration.MigrationView.Step;
import io.concordat.messages.migration.ParticipantKind;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.dataloader.DataLoader;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** What follows from a migration and what it points to. */
@Controller
class MigrationFields {

  @SchemaMapping(typeName = "ContractVersion")
  @Nullable CompletableFuture<MigrationView> migration(
      ContractVersionView version, DataLoader<MigrationId, MigrationView> migrations) {
    return version.deprecatedAt() == null
        ? null
        : migrations.load(MigrationId.of(version.contract(), version.version()));
  }

  @SchemaMapping(typeName = "Migration")
  CompletableFuture<ContractView> contract(
      MigrationView migration, DataLoader<ContractId, ContractView> contracts) {
    return contracts.load(migration.id().contract());
  }

  @SchemaMapping(typeName = "Migration")
  String version(MigrationView migration) {
    return migration.id().version();
  }

  @SchemaMapping(typeName = "Migration")
  List<String> affected(MigrationView migration) {
    return migration.affected().elements();
  }

  @SchemaMapping(typeName = "Migration")
  boolean affectsAll(MigrationView migration) {
    return migration.affected().all();
  }

  @SchemaMapping(typeName = "Migration")
  List<Milestone> timeline(MigrationView migration) {
    return Milestone.of(migration);
  }

  @SchemaMapping(typeName = "Migration")
  List<Participant> pending(MigrationView migration) {
    return migration.participants().stream()
        .filter(participant -> participant.status().isPending())
        .toList();
  }

  @SchemaMapping(typeName = "MigrationParticipant")
  ParticipantKind kind(Participant participant) {
    return participant.id().kind();
  }

  @SchemaMapping(typeName = "MigrationParticipant")
  @Nullable CompletableFuture<ConsumerView> consumer(
      Participant participant, DataLoader<ConsumerId, ConsumerView> consumers) {
    return participant.id().kind() == ParticipantKind.CONSUMER
        ? consumers.load(new ConsumerId(participant.id().value()))
        : null;
  }

  @SchemaMapping(typeName = "MigrationParticipant", field = "contract")
  @Nullable CompletableFuture<ContractView> contractOf(
      Participant participant, DataLoader<ContractId, ContractView> contracts) {
    return participant.id().kind() == ParticipantKind.CONTRACT
        ? contracts.load(new ContractId(participant.id().value()))
        : null;
  }

  @SchemaMapping(typeName = "MigrationParticipant")
  CompletableFuture<DomainView> domain(
      Participant participant, DataLoader<DomainId, DomainView> domains) {
    return domains.load(participant.id().domain());
  }

  @SchemaMapping(typeName = "MigrationParticipant")
  @Nullable Instant acknowledgedAt(Participant participant) {
    return at(participant.acknowledged());
  }

  @SchemaMapping(typeName = "MigrationParticipant")
  @Nullable Instant startedAt(Participant participant) {
    return at(participant.started());
  }

  @SchemaMapping(typeName = "MigrationParticipant")
  @Nullable Instant completedAt(Participant participant) {
    return at(participant.completed());
  }

  @SchemaMapping(typeName = "Extension")
  Instant requestedAt(Extension extension) {
    return extension.requested().at();
  }

  @SchemaMapping(typeName = "Extension")
  String requestedBy(Extension extension) {
    return extension.requested().by().value();
  }

  @SchemaMapping(typeName = "Extension")
  @Nullable Instant answeredAt(Extension extension) {
    return at(extension.answered());
  }

  private static @Nullable Instant at(@Nullable Step step) {
    return step == null ? null : step.at();
  }
}
