package io.concordat.queryside.sighting;

import static io.concordat.queryside.Documents.text;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractVersionStatus;
import io.concordat.messages.contract.ContractVersionView;
import io.concordat.messages.contract.ContractView;
import io.concordat.messages.mesh.ConsumerView;
import io.concordat.messages.mesh.ContractRead;
import io.concordat.messages.mesh.FindContractSightings;
import io.concordat.messages.mesh.FindRetirement;
import io.concordat.messages.mesh.FindSightings;
import io.concordat.messages.mesh.RetirementView;
import io.concordat.messages.mesh.SightingView;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.MigrationView;
import io.concordat.messages.migration.ParticipantKind;
import io.concordat.messages.migration.ParticipantStatus;
import io.concordat.messages.migration.ReaderView;
import io.concordat.queryside.Documents;
import io.concordat.queryside.Graphs;
import io.concordat.queryside.contract.Contracts;
import io.concordat.queryside.lineage.ReaderQueries;
import io.concordat.queryside.mesh.MeshQueries;
import io.concordat.queryside.migration.MigrationQueries;
import io.concordat.readstore.document.Views;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Who was seen to read, and whether a version can be taken off. */
public final class SightingQueries {

  private final Documents documents;
  private final Graphs graphs;
  private final Contracts contracts;
  private final Sightings sightings;
  private final Clock clock;

  /** Answers from the read models, the lineage graph and the reports. */
  public SightingQueries(Documents documents, Graphs graphs, ReadReports reports, Clock clock) {
    this.documents = documents;
    this.graphs = graphs;
    this.contracts = new Contracts(documents);
    this.sightings = new Sightings(documents, graphs, reports);
    this.clock = clock;
  }

  @QueryHandler
  List<SightingView> handle(FindSightings query) {
    return sightings.ofConsumers(query.consumers());
  }

  @QueryHandler
  List<SightingView> handle(FindContractSightings query) {
    return sightings.ofContract(query.contract());
  }

  @QueryHandler
  Optional<RetirementView> handle(FindRetirement query) {
    ContractId contract = query.version().contract();
    Optional<ContractView> view =
        contracts.views(documents.byId(Views.CONTRACTS, List.of(contract.value())), null).stream()
            .findFirst();
    return view.flatMap(found ->
        found.versions().stream()
            .filter(version ->
                version.version().equals(query.version().version()) && version.status().isServed())
            .findFirst()
            .map(version -> judge(found, version)));
  }

  private RetirementView judge(ContractView contract, ContractVersionView version) {
    List<ReaderView> readers = ReaderQueries.readers(graphs, contract.id());
    Set<String> waiting = new TreeSet<>();
    Set<String> moved = new TreeSet<>();
    documents
        .byId(Views.MIGRATIONS, List.of(MigrationId.of(contract.id(), version.version()).value()))
        .stream()
        .map(MigrationQueries::migration)
        .flatMap(migration -> migration.participants().stream())
        .forEach(participant -> {
          if (participant.status() == ParticipantStatus.DONE) {
            moved.add(participant.id().value());
          } else if (participant.status().isPending() && reads(participant, readers)) {
            waiting.add(participant.id().value());
          }
        });
    return RetirementRules.judge(
        new RetirementRules.Facts(
            version.version(),
            contract.versions().stream()
                .anyMatch(other ->
                    other.sequence() > version.sequence()
                        && other.status() == ContractVersionStatus.ACTIVE),
            version.supportedUntil(),
            declared(contract.id(), readers),
            waiting,
            moved,
            sightings.ofContract(contract.id())),
        clock.instant());
  }

  /** One that was told of the break, and reads nothing of the contract any more, need not move. */
  private static boolean reads(MigrationView.Participant participant, List<ReaderView> readers) {
    return readers.stream().anyMatch(reader -> reader.reader().equals(participant.id()));
  }

  private Map<String, @Nullable String> declared(ContractId contract, List<ReaderView> readers) {
    Map<String, @Nullable String> versions = new HashMap<>();
    documents
        .byId(
            Views.CONSUMERS,
            readers.stream()
                .filter(reader -> reader.reader().kind() == ParticipantKind.CONSUMER)
                .map(reader -> reader.reader().value())
                .toList())
        .forEach(document ->
            versions.put(
                text(document, Views.ID), version(MeshQueries.consumer(document), contract)));
    Map<String, @Nullable String> declared = new TreeMap<>();
    readers.forEach(
        reader -> declared.put(reader.reader().value(), versions.get(reader.reader().value())));
    return declared;
  }

  private static @Nullable String version(ConsumerView consumer, ContractId contract) {
    return consumer.reads().stream()
        .filter(read -> read.contract().equals(contract) && read.version() != null)
        .map(ContractRead::version)
        .findFirst()
        .orElse(null);
  }
}
