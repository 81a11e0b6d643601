package io.concordat.command.migration;

import static io.concordat.command.Callers.NOW;
import static io.concordat.command.Callers.as;
import static io.concordat.command.Callers.owner;
import static io.concordat.command.Streams.expectRejection;
import static io.concordat.command.migration.Breaks.DASHBOARD;
import static io.concordat.command.migration.Breaks.END;
import static io.concordat.command.migration.Breaks.FINANCE;
import static io.concordat.command.migration.Breaks.LATECOMER;
import static io.concordat.command.migration.Breaks.LEFT;
import static io.concordat.command.migration.Breaks.POSITIONS;
import static io.concordat.command.migration.Breaks.opened;
import static io.concordat.command.migration.Breaks.takesPart;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.command.Callers;
import io.concordat.command.Streams;
import io.concordat.command.SupportWriter;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.Rejection;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.migration.AcknowledgeMigration;
import io.concordat.messages.migration.CloseMigration;
import io.concordat.messages.migration.CompleteMigration;
import io.concordat.messages.migration.DeclineExtension;
import io.concordat.messages.migration.ExtendMigration;
import io.concordat.messages.migration.GrantExtension;
import io.concordat.messages.migration.JoinMigration;
import io.concordat.messages.migration.MigrationAcknowledged;
import io.concordat.messages.migration.MigrationClosed;
import io.concordat.messages.migration.MigrationCompleted;
import io.concordat.messages.migration.MigrationExtended;
import io.concordat.messages.migration.MigrationExtensionDeclined;
import io.concordat.messages.migration.MigrationExtensionGranted;
import io.concordat.messages.migration.MigrationExtensionRequested;
import io.concordat.messages.migration.MigrationParticipantJoined;
import io.concordat.messages.migration.MigrationStarted;
import io.concordat.messages.migration.OpenMigration;
import io.concordat.messages.migration.RemindMigration;
import io.concordat.messages.migration.RequestExtension;
import io.concordat.messages.migration.StartMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class MigrationAggregateTest {

  private static final DecisionContext SERVICE = new DecisionContext(NOW, Actor.SYSTEM);
  private static final DecisionContext SPEAKER = as(FINANCE.value(), Role.VIEWER);
  private static final Instant LATER = END.plus(Duration.ofDays(5));
  private static final MigrationExtensionRequested REQUESTED =
      new MigrationExtensionRequested(LEFT, DASHBOARD, LATER, "Quarter end", NOW, FINANCE);

  private final List<String> extended = new ArrayList<>();

  @Test
  void theFirstWordOpensTheStreamAndTheSecondChangesNothing() {
    of(SERVICE, false)
        .givenNoPriorActivity()
        .when(new OpenMigration(LEFT))
        .expectSuccessfulHandlerExecution()
        .expectEvents(opened());
    of(SERVICE, false)
        .given(opened())
        .when(new OpenMigration(LEFT))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void whatWasNeverOpenedTakesNoOtherCommand() {
    of(SPEAKER, false)
        .givenNoPriorActivity()
        .when(new AcknowledgeMigration(LEFT, DASHBOARD))
        .expectException(AggregateNotFoundException.class);
  }

  @Test
  void theServiceKeepsTheTimeline() {
    of(SERVICE, false)
        .given(opened())
        .when(new JoinMigration(LEFT, takesPart(LATECOMER)))
        .expectEvents(new MigrationParticipantJoined(LEFT, takesPart(LATECOMER), NOW));
    of(SERVICE, false).given(opened()).when(new RemindMigration(LEFT, 14)).expectNoEvents();
    of(SERVICE, false)
        .given(opened())
        .when(new ExtendMigration(LEFT, LATER))
        .expectEvents(new MigrationExtended(LEFT, LATER, NOW));
    of(SERVICE, true)
        .given(opened())
        .when(new CloseMigration(LEFT))
        .expectEvents(new MigrationClosed(LEFT, List.of(), List.of(DASHBOARD, POSITIONS), NOW));
  }

  @Test
  void whoSpeaksForAParticipantIsAskedOfTheDirectory() {
    of(SPEAKER, false)
        .given(opened())
        .when(new AcknowledgeMigration(LEFT, DASHBOARD))
        .expectEvents(new MigrationAcknowledged(LEFT, DASHBOARD, NOW, FINANCE));
    of(SPEAKER, false)
        .given(opened())
        .when(new StartMigration(LEFT, DASHBOARD))
        .expectEvents(new MigrationStarted(LEFT, DASHBOARD, NOW, FINANCE));
    of(SPEAKER, false)
        .given(opened())
        .when(new CompleteMigration(LEFT, DASHBOARD))
        .expectEvents(new MigrationCompleted(LEFT, DASHBOARD, NOW, FINANCE));
    of(SPEAKER, false)
        .given(opened())
        .when(new RequestExtension(LEFT, DASHBOARD, LATER, "Quarter end"))
        .expectEvents(REQUESTED);
    expectRejection(
        of(SPEAKER, false).given(opened()).when(new CompleteMigration(LEFT, POSITIONS)),
        RejectionCode.NOT_ALLOWED);
  }

  @Test
  void aGrantExtendsTheContract() {
    of(owner(), false)
        .given(opened(), REQUESTED)
        .when(new GrantExtension(LEFT, DASHBOARD))
        .expectEvents(
            new MigrationExtensionGranted(LEFT, DASHBOARD, LATER, NOW, Callers.OWNER),
            new MigrationExtended(LEFT, LATER, NOW));

    assertThat(extended)
        .containsExactly("payments/settlements/daily 1.4.0 " + LATER + " " + Callers.OWNER);
  }

  @Test
  void whatTheContractRefusesIsNotGranted() {
    SupportWriter refusing =
        (_, _, _, _) -> {
          throw new CommandRejected(
              new Rejection(RejectionCode.CONTRACT_VERSION_RETIRED, "It is retired."));
        };
    expectRejection(
        Streams.of(
                MigrationAggregate.class,
                owner(),
                Breaks.directory(false),
                (ContractReaders) _ -> Breaks.readers(),
                refusing)
            .given(opened(), REQUESTED)
            .when(new GrantExtension(LEFT, DASHBOARD)),
        RejectionCode.CONTRACT_VERSION_RETIRED);
  }

  @Test
  void aDeclinedRequestExtendsNothing() {
    of(owner(), false)
        .given(opened(), REQUESTED)
        .when(new DeclineExtension(LEFT, DASHBOARD, "Too late"))
        .expectEvents(
            new MigrationExtensionDeclined(LEFT, DASHBOARD, "Too late", NOW, Callers.OWNER));

    assertThat(extended).isEmpty();
  }

  private FixtureConfiguration<MigrationAggregate> of(DecisionContext context, boolean retired) {
    return Streams.of(
        MigrationAggregate.class,
        context,
        Breaks.directory(retired),
        (ContractReaders) _ -> Breaks.readers(),
        (SupportWriter)
            (contract, version, until, by) ->
                extended.add(contract + " " + version + " " + until + " " + by.actor().subject()));
  }
}
