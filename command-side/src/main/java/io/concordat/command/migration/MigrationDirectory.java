package io.concordat.command.migration;

import io.concordat.messages.Subject;
import io.concordat.messages.migration.AffectedElements;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.ParticipantId;
import java.util.Optional;
import java.util.Set;

/**
 * Port to what other streams of the event store say about a migration: an answer is as new as the
 * last committed event. Asked on the command's thread; a fault of the store is thrown.
 */
public interface MigrationDirectory {

  /** What became of the version that is left; empty where it has no successor. */
  Optional<LeftVersion> left(MigrationId migration);

  /**
   * What the successor of the version that is left breaks. Reads both documents: asked only where a
   * migration is opened.
   *
   * @param successor as {@link #left} names it
   */
  AffectedElements affected(MigrationId migration, String successor);

  /**
   * Who may speak for a participant: for a consumer, who registered it and its domain's
   * representative and director; for a contract, the owner of its product and its domain's
   * representative and director. Empty where it is unknown.
   */
  Set<Subject> speakersFor(ParticipantId participant);
}
