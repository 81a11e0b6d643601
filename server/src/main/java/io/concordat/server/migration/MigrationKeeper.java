package io.concordat.server.migration;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.processing.ReadBarrier;
import io.concordat.eventstore.stream.StreamReader;
import io.concordat.messages.ProcessingGroups;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractSupportExtended;
import io.concordat.messages.contract.ContractVersionDeprecated;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.ContractVersionRetired;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.ConsumerRegistered;
import io.concordat.messages.mesh.ConsumerRetired;
import io.concordat.messages.mesh.ContractRead;
import io.concordat.messages.migration.CloseMigration;
import io.concordat.messages.migration.ExtendMigration;
import io.concordat.messages.migration.JoinMigration;
import io.concordat.messages.migration.LeaveMigration;
import io.concordat.messages.migration.MigrationCommand;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.MigrationOpened;
import io.concordat.messages.migration.MigrationParticipant;
import io.concordat.messages.migration.OpenMigration;
import io.concordat.messages.migration.ParticipantId;
import io.concordat.server.wiring.ContractPast;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.stereotype.Component;

/**
 * Opens a migration when a version is deprecated, lets readers that appear later join it and those
 * that read it no more leave it, moves its end along with the contract's, and closes it when the
 * version is retired.
 *
 * <p>Events come in order, at least once, on one node at a time; every command that is sent changes
 * nothing the second time, so a node that dies half way loses and doubles nothing. That holds for
 * an event that comes again at once, not for all of history: long after, the graph knows other
 * readers, and a migration that was never opened would be. So the group is never replayed. Nor is
 * it divided: a reader that appears after a break has to be looked at after it.
 */
@Component
@DisallowReplay
@ProcessingGroup(MigrationKeeper.GROUP)
class MigrationKeeper {

  /** Permanent name of the processing group. */
  static final String GROUP = "migrations";

  /** How long the lineage graph is waited for before the event is tried again. */
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  /**
   * Refusals that say that there is nothing to follow: the version has ended meanwhile, or its
   * readers were told of another way.
   */
  private static final Set<RejectionCode> NOTHING_TO_FOLLOW =
      EnumSet.of(
          RejectionCode.CONTRACT_VERSION_NOT_DEPRECATED,
          RejectionCode.MIGRATION_NOT_FOUND,
          RejectionCode.MIGRATION_CLOSED);

  private final Commands commands;
  private final StreamReader streams;
  private final ReadBarrier barrier;

  MigrationKeeper(Commands commands, StreamReader streams, ReadBarrier barrier) {
    this.commands = commands;
    this.streams = streams;
    this.barrier = barrier;
  }

  /** Whoever was a reader before the break is in the graph once that has come as far. */
  @EventHandler
  void on(ContractVersionDeprecated event, TrackingToken token) {
    if (past(event.contract()).isLeftBy(event.version(), event.successor())) {
      awaitGraph(token);
      send(new OpenMigration(MigrationId.of(event.contract(), event.version())));
    }
  }

  @EventHandler
  void on(ContractSupportExtended event) {
    send(
        new ExtendMigration(
            MigrationId.of(event.contract(), event.version()), event.supportedUntil()));
  }

  @EventHandler
  void on(ContractVersionRetired event) {
    send(new CloseMigration(MigrationId.of(event.contract(), event.version())));
  }

  @EventHandler
  void on(ConsumerRegistered event) {
    leave(event.consumer(), event.reads());
    event
        .reads()
        .forEach(read -> join(ParticipantId.of(event.consumer()), read.contract(), read.fields()));
  }

  @EventHandler
  void on(ConsumerRetired event) {
    leave(event.consumer(), List.of());
  }

  @EventHandler
  void on(ContractVersionPublished event) {
    Upstream.of(event.contract(), event.outline())
        .forEach((contract, fields) -> join(ParticipantId.of(event.contract()), contract, fields));
  }

  private void join(ParticipantId reader, ContractId contract, List<String> fields) {
    for (String version : past(contract).leaving()) {
      MigrationId migration = MigrationId.of(contract, version);
      streams.read(migration.stream(), Set.of(MigrationOpened.class)).stream()
          .flatMap(opened -> ((MigrationOpened) opened).affected().touchedBy(fields).stream())
          .forEach(elements ->
              send(new JoinMigration(migration, new MigrationParticipant(reader, elements))));
    }
  }

  /**
   * Takes a consumer out of the migrations that it has no part in any more. Registrations that come
   * later may be read along with those before; it takes no part yet in what only they name.
   *
   * @param reads all that it reads now
   */
  private void leave(ConsumerId consumer, List<ContractRead> reads) {
    ParticipantId reader = ParticipantId.of(consumer);
    streams.read(consumer.stream(), Set.of(ConsumerRegistered.class)).stream()
        .flatMap(registered -> ((ConsumerRegistered) registered).reads().stream())
        .map(ContractRead::contract)
        .distinct()
        .forEach(contract -> {
          List<ContractRead> left =
              reads.stream().filter(read -> read.contract().equals(contract)).toList();
          for (String version : past(contract).leaving()) {
            MigrationId migration = MigrationId.of(contract, version);
            if (streams.read(migration.stream(), Set.of(MigrationOpened.class)).stream()
                .map(opened -> ((MigrationOpened) opened).affected())
                .noneMatch(affected ->
                    left.stream()
                        .anyMatch(read -> affected.touchedBy(read.fields()).isPresent()))) {
              send(new LeaveMigration(migration, reader));
            }
          }
        });
  }

  private ContractPast past(ContractId contract) {
    return ContractPast.read(streams, contract);
  }

  private void awaitGraph(TrackingToken token) {
    OptionalLong position = token.position();
    if (position.isPresent()
        && !barrier.await(position.getAsLong(), Set.of(ProcessingGroups.LINEAGE_GRAPH), PATIENCE)) {
      throw new StoreUnavailable("The lineage graph has not come as far as the break", null);
    }
  }

  private void send(MigrationCommand command) {
    try {
      commands.send(command, Actor.SYSTEM).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof CommandRejected no) {
        RejectionCode code = no.rejection().code();
        if (NOTHING_TO_FOLLOW.contains(code)) {
          return;
        }
        if (code == RejectionCode.STALE_VERSION) {
          throw new StoreUnavailable(command.migration() + " is being changed by others", failed);
        }
      }
      throw failed;
    }
  }
}
