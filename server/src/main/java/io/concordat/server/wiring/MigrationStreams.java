package io.concordat.server.wiring;

import io.concordat.command.MeshDirectory;
import io.concordat.command.migration.LeftVersion;
import io.concordat.command.migration.MigrationDirectory;
import io.concordat.contract.change.Comparison;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.council.seat.CouncilSeats;
import io.concordat.eventstore.stream.StreamReader;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.ConsumerRegistered;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.DomainRegistered;
import io.concordat.messages.migration.AffectedElements;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.ParticipantId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a break is and who speaks for whom, read from the event streams themselves: never late. */
@Component
class MigrationStreams implements MigrationDirectory {

  private final StreamReader streams;
  private final MeshDirectory mesh;
  private final CouncilSeats seats;

  MigrationStreams(StreamReader streams, MeshDirectory mesh, CouncilSeats seats) {
    this.streams = streams;
    this.mesh = mesh;
    this.seats = seats;
  }

  @Override
  public Optional<LeftVersion> left(MigrationId migration) {
    String version = migration.version();
    ContractPast past = ContractPast.read(streams, migration.contract());
    return past.successorOf(version)
        .map(successor ->
            new LeftVersion(
                successor, past.supportedUntil(version).orElseThrow(), past.isRetired(version)));
  }

  @Override
  public AffectedElements affected(MigrationId migration, String successor) {
    Map<String, String> documents = new HashMap<>();
    Set<String> asked = Set.of(migration.version(), successor);
    streams.read(migration.contract().stream(), Set.of(ContractVersionPublished.class)).stream()
        .map(ContractVersionPublished.class::cast)
        .filter(published -> asked.contains(published.version()))
        .forEach(published -> documents.put(published.version(), published.document()));
    return affected(
        Optional.ofNullable(documents.get(migration.version())),
        Optional.ofNullable(documents.get(successor)));
  }

  /** Where a document cannot be read any more, nobody can be told that nothing breaks. */
  private static AffectedElements affected(Optional<String> before, Optional<String> after) {
    Optional<OdcsContract> left = before.flatMap(MigrationStreams::read);
    Optional<OdcsContract> successor = after.flatMap(MigrationStreams::read);
    if (left.isEmpty() || successor.isEmpty()) {
      return new AffectedElements(true, List.of());
    }
    var affected = Comparison.of(left.get(), successor.get()).affectedElements();
    return new AffectedElements(affected.everything(), affected.names());
  }

  private static Optional<OdcsContract> read(String document) {
    return Optional.ofNullable(OdcsReader.read(document).contract());
  }

  @Override
  public Set<Subject> speakersFor(ParticipantId participant) {
    Set<Subject> speakers = new HashSet<>();
    switch (participant.kind()) {
      case CONSUMER -> registeredBy(new ConsumerId(participant.value())).ifPresent(speakers::add);
      case CONTRACT ->
          mesh.productOwner(new ContractId(participant.value()).product())
              .ifPresent(owner -> speakers.add(owner.subject()));
    }
    directorOf(participant.domain()).ifPresent(speakers::add);
    seats.current().representativeOf(participant.domain()).ifPresent(speakers::add);
    return speakers;
  }

  private Optional<Subject> registeredBy(ConsumerId consumer) {
    return streams.read(consumer.stream()).stream()
        .filter(ConsumerRegistered.class::isInstance)
        .map(event -> ((ConsumerRegistered) event).registeredBy())
        .findFirst();
  }

  private Optional<Subject> directorOf(DomainId domain) {
    return streams.read(domain.stream()).stream()
        .filter(DomainRegistered.class::isInstance)
        .map(event -> ((DomainRegistered) event).director())
        .flatMap(director -> Optional.ofNullable(director).stream())
        .findFirst();
  }
}
