package io.concordat.command.migration;

import static io.concordat.command.Answers.assertAccepted;
import static io.concordat.command.Answers.assertRejected;
import static io.concordat.command.Callers.NOW;
import static io.concordat.command.Callers.as;
import static io.concordat.command.Callers.owner;
import static io.concordat.command.FakeMesh.ANSWERS_FOR_SETTLEMENTS;
import static io.concordat.command.migration.Breaks.DASHBOARD;
import static io.concordat.command.migration.Breaks.END;
import static io.concordat.command.migration.Breaks.FINANCE;
import static io.concordat.command.migration.Breaks.LATECOMER;
import static io.concordat.command.migration.Breaks.LEFT;
import static io.concordat.command.migration.Breaks.after;
import static io.concordat.command.migration.Breaks.opened;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.concordat.command.Callers;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.migration.AcknowledgeMigration;
import io.concordat.messages.migration.CompleteMigration;
import io.concordat.messages.migration.DeclineExtension;
import io.concordat.messages.migration.GrantExtension;
import io.concordat.messages.migration.MigrationAcknowledged;
import io.concordat.messages.migration.MigrationClosed;
import io.concordat.messages.migration.MigrationCommand;
import io.concordat.messages.migration.MigrationCompleted;
import io.concordat.messages.migration.MigrationEvent;
import io.concordat.messages.migration.MigrationExtended;
import io.concordat.messages.migration.MigrationExtensionDeclined;
import io.concordat.messages.migration.MigrationExtensionGranted;
import io.concordat.messages.migration.MigrationExtensionRequested;
import io.concordat.messages.migration.MigrationStarted;
import io.concordat.messages.migration.RequestExtension;
import io.concordat.messages.migration.StartMigration;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said for a participant, and what the producer answers. */
class ParticipationTest {

  private static final DecisionContext SPEAKER = as(FINANCE.value(), Role.VIEWER);
  private static final MigrationFacts FACTS =
      new MigrationFacts(
          null, _ -> Breaks.AMOUNT, _ -> List.of(), ANSWERS_FOR_SETTLEMENTS, Set.of(FINANCE));
  private static final Instant LATER = END.plus(Duration.ofDays(20));

  private static final MigrationAcknowledged ACKNOWLEDGED =
      new MigrationAcknowledged(LEFT, DASHBOARD, NOW, FINANCE);
  private static final MigrationStarted STARTED =
      new MigrationStarted(LEFT, DASHBOARD, NOW, FINANCE);
  private static final MigrationCompleted COMPLETED =
      new MigrationCompleted(LEFT, DASHBOARD, NOW, FINANCE);
  private static final MigrationExtensionRequested REQUESTED =
      new MigrationExtensionRequested(LEFT, DASHBOARD, LATER, "Quarter end", NOW, FINANCE);
  private static final MigrationClosed CLOSED =
      new MigrationClosed(LEFT, List.of(), List.of(DASHBOARD), END);

  private static final MigrationCommand ACKNOWLEDGE = new AcknowledgeMigration(LEFT, DASHBOARD);
  private static final MigrationCommand START = new StartMigration(LEFT, DASHBOARD);
  private static final MigrationCommand COMPLETE = new CompleteMigration(LEFT, DASHBOARD);
  private static final MigrationCommand REQUEST =
      new RequestExtension(LEFT, DASHBOARD, LATER, "Quarter end");
  private static final MigrationCommand GRANT = new GrantExtension(LEFT, DASHBOARD);
  private static final MigrationCommand DECLINE = new DeclineExtension(LEFT, DASHBOARD, "Too late");

  static Stream<Arguments> steps() {
    return Stream.of(
        arguments(List.of(), ACKNOWLEDGE, List.of(ACKNOWLEDGED)),
        arguments(List.of(ACKNOWLEDGED), ACKNOWLEDGE, List.of()),
        arguments(List.of(STARTED), ACKNOWLEDGE, List.of()),
        arguments(List.of(COMPLETED), ACKNOWLEDGE, List.of()),
        arguments(List.of(), START, List.of(STARTED)),
        arguments(List.of(ACKNOWLEDGED), START, List.of(STARTED)),
        arguments(List.of(STARTED), START, List.of()),
        arguments(List.of(COMPLETED), START, List.of()),
        arguments(List.of(), COMPLETE, List.of(COMPLETED)),
        arguments(List.of(ACKNOWLEDGED, STARTED), COMPLETE, List.of(COMPLETED)),
        arguments(List.of(COMPLETED), COMPLETE, List.of()),
        arguments(List.of(), REQUEST, List.of(REQUESTED)),
        arguments(List.of(REQUESTED), REQUEST, List.of()),
        arguments(
            List.of(
                REQUESTED,
                new MigrationExtensionDeclined(LEFT, DASHBOARD, "No", NOW, Callers.OWNER)),
            REQUEST,
            List.of(REQUESTED)));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void aParticipantGoesForwardOnly(
      List<MigrationEvent> before, MigrationCommand command, List<MigrationEvent> expected) {
    assertAccepted(
        decide(state(before), command, SPEAKER), expected.toArray(MigrationEvent[]::new));
  }

  @Test
  void theProducerGrantsTheDayThatWasAskedFor() {
    assertAccepted(
        decide(state(List.of(REQUESTED)), GRANT, owner()),
        new MigrationExtensionGranted(LEFT, DASHBOARD, LATER, NOW, Callers.OWNER),
        new MigrationExtended(LEFT, LATER, NOW));
  }

  @Test
  void whatIsServedForLongerAlreadyIsGrantedWithoutExtending() {
    MigrationExtended extended = new MigrationExtended(LEFT, LATER.plusSeconds(1), NOW);

    assertAccepted(
        decide(state(List.of(REQUESTED, extended)), GRANT, owner()),
        new MigrationExtensionGranted(LEFT, DASHBOARD, LATER, NOW, Callers.OWNER));
  }

  @Test
  void theProducerDeclines() {
    assertAccepted(
        decide(state(List.of(REQUESTED)), DECLINE, owner()),
        new MigrationExtensionDeclined(LEFT, DASHBOARD, "Too late", NOW, Callers.OWNER));
  }

  static Stream<Arguments> refusals() {
    RequestExtension sooner = new RequestExtension(LEFT, DASHBOARD, END, "Quarter end");
    RequestExtension tooLong =
        new RequestExtension(LEFT, DASHBOARD, NOW.plus(Duration.ofDays(3_700)), "Ten years");
    return Stream.of(
        arguments(List.of(), sooner, SPEAKER, "CONTRACT_SUPPORT_NOT_SHORTENED"),
        arguments(List.of(), tooLong, SPEAKER, "CONTRACT_SUPPORT_TOO_LONG"),
        arguments(List.of(COMPLETED), REQUEST, SPEAKER, "MIGRATION_PARTICIPANT_DONE"),
        arguments(List.of(), GRANT, owner(), "EXTENSION_NOT_REQUESTED"),
        arguments(List.of(REQUESTED, COMPLETED), GRANT, owner(), "EXTENSION_NOT_REQUESTED"),
        arguments(List.of(), DECLINE, owner(), "EXTENSION_NOT_REQUESTED"),
        arguments(List.of(CLOSED), ACKNOWLEDGE, SPEAKER, "MIGRATION_CLOSED"),
        arguments(List.of(CLOSED), COMPLETE, SPEAKER, "MIGRATION_CLOSED"),
        arguments(List.of(REQUESTED, CLOSED), GRANT, owner(), "MIGRATION_CLOSED"),
        arguments(List.of(), ACKNOWLEDGE, as("rep-risk", Role.VIEWER), "NOT_ALLOWED"),
        arguments(List.of(), COMPLETE, owner(), "NOT_ALLOWED"),
        arguments(List.of(REQUESTED), GRANT, SPEAKER, "NOT_ALLOWED"),
        arguments(List.of(REQUESTED), DECLINE, SPEAKER, "NOT_ALLOWED"),
        arguments(
            List.of(),
            new AcknowledgeMigration(LEFT, LATECOMER),
            SPEAKER,
            "MIGRATION_PARTICIPANT_NOT_FOUND"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatCannotBeIsRefused(
      List<MigrationEvent> before,
      MigrationCommand command,
      DecisionContext context,
      RejectionCode code) {
    assertRejected(decide(state(before), command, context), code, "");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"GOVERNANCE_ENGINEER", "SYSTEM"})
  void governanceMaySpeakForAnybody(Role role) {
    DecisionContext context = as(role);

    assertAccepted(
        decide(state(List.of()), COMPLETE, context),
        new MigrationCompleted(LEFT, DASHBOARD, NOW, context.actor().subject()));
  }

  @Test
  void whatWasNeverOpenedIsNotFound() {
    assertRejected(decide(after(), ACKNOWLEDGE, SPEAKER), RejectionCode.MIGRATION_NOT_FOUND, "1.4");
  }

  private static MigrationState state(List<MigrationEvent> events) {
    return after(
        Stream.concat(Stream.of(opened()), events.stream()).toArray(MigrationEvent[]::new));
  }

  private static Decision<MigrationEvent> decide(
      MigrationState state, MigrationCommand command, DecisionContext context) {
    return MigrationDecider.decide(state, command, context, FACTS);
  }
}
