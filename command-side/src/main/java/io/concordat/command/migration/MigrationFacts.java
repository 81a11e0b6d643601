package io.concordat.command.migration;

import io.concordat.command.MeshDirectory;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.ProductOwner;
import io.concordat.messages.migration.AffectedElements;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.ParticipantId;
import io.concordat.messages.migration.ReaderView;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What others say about a migration, as far as a command needs it.
 *
 * @param left what became of the version, null where it has no successor or was not asked for
 * @param affected what the successor of that name breaks; asked only where a migration is opened
 * @param readers who reads the contract; asked only where a migration is opened
 * @param owner who answers for the product, null where not asked for
 * @param speakers who may speak for the participant, empty where not asked for
 */
record MigrationFacts(
    @Nullable LeftVersion left,
    Function<String, AffectedElements> affected,
    Function<ContractId, List<ReaderView>> readers,
    @Nullable ProductOwner owner,
    Set<Subject> speakers) {

  /** Nothing was asked. */
  static final MigrationFacts NONE =
      new MigrationFacts(null, MigrationFacts::unasked, contract -> List.of(), null, Set.of());

  MigrationFacts {
    speakers = Set.copyOf(speakers);
  }

  /** For what the service itself brings about. */
  static MigrationFacts ofVersion(
      MigrationId migration, MigrationDirectory directory, ContractReaders readers) {
    return new MigrationFacts(
        directory.left(migration).orElse(null),
        successor -> directory.affected(migration, successor),
        readers::of,
        null,
        Set.of());
  }

  private static AffectedElements unasked(String successor) {
    throw new IllegalStateException("Nothing is opened here, so what breaks is not asked for");
  }

  /** For what is said for a participant. */
  static MigrationFacts ofParticipant(ParticipantId participant, MigrationDirectory directory) {
    return new MigrationFacts(
        null,
        MigrationFacts::unasked,
        contract -> List.of(),
        null,
        directory.speakersFor(participant));
  }

  /** For what the producer says. */
  static MigrationFacts ofProducer(MigrationId migration, MeshDirectory mesh) {
    return new MigrationFacts(
        null,
        MigrationFacts::unasked,
        contract -> List.of(),
        mesh.productOwner(migration.contract().product()).orElse(null),
        Set.of());
  }
}
