package io.concordat.command.migration;

import io.concordat.command.MeshDirectory;
import io.concordat.command.SupportWriter;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.migration.AcknowledgeMigration;
import io.concordat.messages.migration.CloseMigration;
import io.concordat.messages.migration.CompleteMigration;
import io.concordat.messages.migration.DeclineExtension;
import io.concordat.messages.migration.ExtendMigration;
import io.concordat.messages.migration.GrantExtension;
import io.concordat.messages.migration.JoinMigration;
import io.concordat.messages.migration.LeaveMigration;
import io.concordat.messages.migration.MigrationCommand;
import io.concordat.messages.migration.MigrationEvent;
import io.concordat.messages.migration.MigrationExtensionGranted;
import io.concordat.messages.migration.OpenMigration;
import io.concordat.messages.migration.RemindMigration;
import io.concordat.messages.migration.RequestExtension;
import io.concordat.messages.migration.StartMigration;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The shell that ties {@link MigrationDecider} to its event stream. */
@Aggregate(
    type = "migration",
    cache = "aggregateCache",
    commandTargetResolver = "streamTargetResolver")
class MigrationAggregate {

  /** Read by Axon. */
  @SuppressWarnings("UnusedVariable")
  @AggregateIdentifier
  private @Nullable String stream;

  private MigrationState state = new MigrationState.Unopened();

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(
      OpenMigration command,
      DecisionContext context,
      MigrationDirectory directory,
      ContractReaders readers) {
    apply(command, context, MigrationFacts.ofVersion(command.migration(), directory, readers));
  }

  @CommandHandler
  void handle(JoinMigration command, DecisionContext context) {
    apply(command, context, MigrationFacts.NONE);
  }

  @CommandHandler
  void handle(LeaveMigration command, DecisionContext context) {
    apply(command, context, MigrationFacts.NONE);
  }

  @CommandHandler
  void handle(RemindMigration command, DecisionContext context) {
    apply(command, context, MigrationFacts.NONE);
  }

  @CommandHandler
  void handle(ExtendMigration command, DecisionContext context) {
    apply(command, context, MigrationFacts.NONE);
  }

  @CommandHandler
  void handle(
      CloseMigration command,
      DecisionContext context,
      MigrationDirectory directory,
      ContractReaders readers) {
    apply(command, context, MigrationFacts.ofVersion(command.migration(), directory, readers));
  }

  @CommandHandler
  void handle(AcknowledgeMigration command, DecisionContext context, MigrationDirectory directory) {
    apply(command, context, MigrationFacts.ofParticipant(command.participant(), directory));
  }

  @CommandHandler
  void handle(StartMigration command, DecisionContext context, MigrationDirectory directory) {
    apply(command, context, MigrationFacts.ofParticipant(command.participant(), directory));
  }

  @CommandHandler
  void handle(CompleteMigration command, DecisionContext context, MigrationDirectory directory) {
    apply(command, context, MigrationFacts.ofParticipant(command.participant(), directory));
  }

  @CommandHandler
  void handle(RequestExtension command, DecisionContext context, MigrationDirectory directory) {
    apply(command, context, MigrationFacts.ofParticipant(command.participant(), directory));
  }

  /** The contract's own stream is where support is extended; both are stored at once. */
  @CommandHandler
  void handle(
      GrantExtension command, DecisionContext context, MeshDirectory mesh, SupportWriter support) {
    for (MigrationEvent event :
        decide(command, context, MigrationFacts.ofProducer(command.migration(), mesh))) {
      AggregateLifecycle.apply(event);
      if (event instanceof MigrationExtensionGranted granted) {
        support.lastAtLeast(
            command.migration().contract(),
            command.migration().version(),
            granted.until(),
            context);
      }
    }
  }

  @CommandHandler
  void handle(DeclineExtension command, DecisionContext context, MeshDirectory mesh) {
    apply(command, context, MigrationFacts.ofProducer(command.migration(), mesh));
  }

  @EventSourcingHandler
  void on(MigrationEvent event) {
    stream = event.stream();
    state = MigrationDecider.evolve(state, event);
  }

  private void apply(MigrationCommand command, DecisionContext context, MigrationFacts facts) {
    decide(command, context, facts).forEach(AggregateLifecycle::apply);
  }

  private List<MigrationEvent> decide(
      MigrationCommand command, DecisionContext context, MigrationFacts facts) {
    return MigrationDecider.decide(state, command, context, facts).eventsOrThrow();
  }
}
