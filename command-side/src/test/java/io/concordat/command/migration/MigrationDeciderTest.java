package io.concordat.command.migration;

import static io.concordat.command.Answers.assertAccepted;
import static io.concordat.command.Answers.assertRejected;
import static io.concordat.command.Callers.NOW;
import static io.concordat.command.Callers.as;
import static io.concordat.command.Callers.at;
import static io.concordat.command.FakeMesh.DAILY;
import static io.concordat.command.migration.Breaks.DASHBOARD;
import static io.concordat.command.migration.Breaks.END;
import static io.concordat.command.migration.Breaks.LATECOMER;
import static io.concordat.command.migration.Breaks.LEFT;
import static io.concordat.command.migration.Breaks.POSITIONS;
import static io.concordat.command.migration.Breaks.after;
import static io.concordat.command.migration.Breaks.facts;
import static io.concordat.command.migration.Breaks.opened;
import static io.concordat.command.migration.Breaks.takesPart;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.concordat.command.Callers;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.migration.AffectedElements;
import io.concordat.messages.migration.CloseMigration;
import io.concordat.messages.migration.ExtendMigration;
import io.concordat.messages.migration.JoinMigration;
import io.concordat.messages.migration.LeaveMigration;
import io.concordat.messages.migration.MigrationClosed;
import io.concordat.messages.migration.MigrationCommand;
import io.concordat.messages.migration.MigrationCompleted;
import io.concordat.messages.migration.MigrationEvent;
import io.concordat.messages.migration.MigrationExtended;
import io.concordat.messages.migration.MigrationOpened;
import io.concordat.messages.migration.MigrationParticipant;
import io.concordat.messages.migration.MigrationParticipantJoined;
import io.concordat.messages.migration.MigrationParticipantLeft;
import io.concordat.messages.migration.MigrationReminded;
import io.concordat.messages.migration.OpenMigration;
import io.concordat.messages.migration.ParticipantId;
import io.concordat.messages.migration.RemindMigration;
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

/** What the service itself brings about. */
class MigrationDeciderTest {

  private static final DecisionContext SERVICE = new DecisionContext(NOW, Actor.SYSTEM);
  private static final MigrationCompleted DASHBOARD_DONE =
      new MigrationCompleted(LEFT, DASHBOARD, NOW, Callers.OWNER);
  private static final MigrationCompleted POSITIONS_DONE =
      new MigrationCompleted(LEFT, POSITIONS, NOW, Callers.OWNER);

  @Test
  void onlyWhoReadsWhatBreaksTakesPart() {
    assertAccepted(decide(after(), new OpenMigration(LEFT), SERVICE), opened());
  }

  @Test
  void aBreakOfTheWholeContractConcernsEveryReader() {
    MigrationFacts whole =
        new MigrationFacts(
            new LeftVersion("2.0.0", END, false),
            _ -> new AffectedElements(true, List.of()),
            _ -> Breaks.readers(),
            null,
            Set.of());

    assertAccepted(
        MigrationDecider.decide(after(), new OpenMigration(LEFT), SERVICE, whole),
        new MigrationOpened(
            LEFT,
            "2.0.0",
            new AffectedElements(true, List.of()),
            END,
            Stream.of(DASHBOARD.value(), "fraud:scores", "ops/reports/daily", POSITIONS.value())
                .map(id -> new MigrationParticipant(new ParticipantId(id), List.of()))
                .toList(),
            NOW));
  }

  @Test
  void openingASecondTimeChangesNothing() {
    assertAccepted(decide(after(opened()), new OpenMigration(LEFT), SERVICE));
  }

  @Test
  void whatHasNoSuccessorOrIsRetiredOpensNoMigration() {
    assertRejected(
        MigrationDecider.decide(after(), new OpenMigration(LEFT), SERVICE, MigrationFacts.NONE),
        RejectionCode.CONTRACT_VERSION_NOT_DEPRECATED,
        "1.4.0");
    assertRejected(
        MigrationDecider.decide(after(), new OpenMigration(LEFT), SERVICE, facts(true)),
        RejectionCode.CONTRACT_VERSION_NOT_DEPRECATED,
        DAILY.value());
  }

  @Test
  void aReaderThatAppearsJoinsOnce() {
    MigrationParticipantJoined joined =
        new MigrationParticipantJoined(LEFT, takesPart(LATECOMER), NOW);
    JoinMigration join = new JoinMigration(LEFT, takesPart(LATECOMER));

    assertAccepted(decide(after(opened()), join, SERVICE), joined);
    assertAccepted(decide(after(opened(), joined), join, SERVICE));
    assertAccepted(decide(after(opened()), new JoinMigration(LEFT, takesPart(DASHBOARD)), SERVICE));
    assertRejected(decide(after(), join, SERVICE), RejectionCode.MIGRATION_NOT_FOUND, "1.4.0");
    assertRejected(
        decide(after(opened(), closed(List.of())), join, SERVICE),
        RejectionCode.MIGRATION_CLOSED,
        "retired");
  }

  @Test
  void aReaderThatReadsNoMoreLeavesOnceAndCanJoinAgain() {
    MigrationParticipantLeft left = new MigrationParticipantLeft(LEFT, DASHBOARD, NOW);
    LeaveMigration leave = new LeaveMigration(LEFT, DASHBOARD);
    JoinMigration join = new JoinMigration(LEFT, takesPart(DASHBOARD));

    assertAccepted(decide(after(opened()), leave, SERVICE), left);
    assertAccepted(decide(after(opened(), left), leave, SERVICE));
    assertAccepted(decide(after(opened()), new LeaveMigration(LEFT, LATECOMER), SERVICE));
    assertAccepted(decide(after(opened(), DASHBOARD_DONE), leave, SERVICE));
    assertAccepted(decide(after(opened(), closed(List.of(DASHBOARD))), leave, SERVICE));
    assertRejected(decide(after(), leave, SERVICE), RejectionCode.MIGRATION_NOT_FOUND, "1.4.0");
    assertAccepted(
        decide(after(opened(), left), join, SERVICE),
        new MigrationParticipantJoined(LEFT, takesPart(DASHBOARD), NOW));
  }

  @Test
  void whoHasLeftIsNeitherRemindedNorLate() {
    MigrationState state = after(opened(), new MigrationParticipantLeft(LEFT, DASHBOARD, NOW));

    assertAccepted(
        MigrationDecider.decide(state, new CloseMigration(LEFT), SERVICE, facts(true)),
        new MigrationClosed(LEFT, List.of(), List.of(POSITIONS), NOW));
  }

  static Stream<Arguments> reminders() {
    return Stream.of(
        arguments(14, Duration.ofDays(14), true),
        arguments(14, Duration.ofDays(8), true),
        arguments(14, Duration.ofDays(7), false),
        arguments(7, Duration.ofDays(7), true),
        arguments(1, Duration.ofDays(1), true),
        arguments(1, Duration.ofMillis(1), true),
        arguments(1, Duration.ZERO, false),
        arguments(14, Duration.ofDays(-3), false));
  }

  @ParameterizedTest
  @MethodSource("reminders")
  void aReminderIsGivenOnItsDayAndNotWhenItWouldMislead(int days, Duration before, boolean given) {
    Instant now = END.minus(before);
    MigrationEvent[] expected =
        given
            ? new MigrationEvent[] {
              new MigrationReminded(LEFT, days, END, List.of(DASHBOARD, POSITIONS), now)
            }
            : new MigrationEvent[0];

    assertAccepted(
        decide(after(opened()), new RemindMigration(LEFT, days), at(now, SERVICE)), expected);
  }

  @Test
  void aReminderWhoseDayHasNotComeIsRefusedSoThatItIsNotLost() {
    DecisionContext before = at(END.minus(Duration.ofDays(7)).minusMillis(1), SERVICE);
    RemindMigration remind = new RemindMigration(LEFT, 7);
    MigrationReminded reminded = new MigrationReminded(LEFT, 7, END, List.of(DASHBOARD), NOW);

    assertRejected(
        decide(after(opened()), remind, before), RejectionCode.REMINDER_NOT_DUE, "not before");
    assertRejected(
        decide(after(opened(), DASHBOARD_DONE, POSITIONS_DONE), remind, before),
        RejectionCode.REMINDER_NOT_DUE,
        "not before");
    assertAccepted(decide(after(opened(), reminded), remind, before));
    assertAccepted(decide(after(opened(), closed(List.of(DASHBOARD))), remind, before));
  }

  @Test
  void aReminderIsGivenOnceAndOnlyToThoseWhoHaveNotMoved() {
    DecisionContext day = at(END.minus(Duration.ofDays(7)), SERVICE);
    MigrationReminded reminded = new MigrationReminded(LEFT, 7, END, List.of(POSITIONS), day.now());
    RemindMigration remind = new RemindMigration(LEFT, 7);

    assertAccepted(decide(after(opened(), DASHBOARD_DONE), remind, day), reminded);
    assertAccepted(decide(after(opened(), DASHBOARD_DONE, reminded), remind, day));
    assertAccepted(decide(after(opened(), DASHBOARD_DONE, POSITIONS_DONE), remind, day));
    assertAccepted(decide(after(opened(), closed(List.of(DASHBOARD, POSITIONS))), remind, day));
  }

  @Test
  void anExtensionHasItsOwnReminders() {
    Instant later = END.plus(Duration.ofDays(20));
    MigrationState state =
        after(
            opened(),
            new MigrationReminded(
                LEFT, 7, END, List.of(DASHBOARD, POSITIONS), END.minus(Duration.ofDays(7))),
            new MigrationExtended(LEFT, later, END.minus(Duration.ofDays(6))));
    RemindMigration remind = new RemindMigration(LEFT, 7);

    assertRejected(
        decide(state, remind, at(END.minus(Duration.ofDays(6)), SERVICE)),
        RejectionCode.REMINDER_NOT_DUE,
        "not before");
    Instant day = later.minus(Duration.ofDays(7));
    assertAccepted(
        decide(state, remind, at(day, SERVICE)),
        new MigrationReminded(LEFT, 7, later, List.of(DASHBOARD, POSITIONS), day));
  }

  @Test
  void theEndFollowsTheContractAndNeverComesSooner() {
    Instant later = END.plusSeconds(1);

    assertAccepted(
        decide(after(opened()), new ExtendMigration(LEFT, later), SERVICE),
        new MigrationExtended(LEFT, later, NOW));
    assertAccepted(decide(after(opened()), new ExtendMigration(LEFT, END), SERVICE));
    assertAccepted(
        decide(after(opened()), new ExtendMigration(LEFT, END.minusSeconds(1)), SERVICE));
    assertAccepted(
        decide(after(opened(), closed(List.of())), new ExtendMigration(LEFT, later), SERVICE));
  }

  @Test
  void whoHasNotMovedWhenTheVersionIsRetiredIsLate() {
    MigrationState state = after(opened(), DASHBOARD_DONE);

    assertRejected(
        decide(state, new CloseMigration(LEFT), SERVICE),
        RejectionCode.CONTRACT_VERSION_STILL_SUPPORTED,
        "1.4.0");
    assertAccepted(
        MigrationDecider.decide(state, new CloseMigration(LEFT), SERVICE, facts(true)),
        new MigrationClosed(LEFT, List.of(DASHBOARD), List.of(POSITIONS), NOW));
    assertAccepted(
        MigrationDecider.decide(
            after(opened(), closed(List.of(POSITIONS))),
            new CloseMigration(LEFT),
            SERVICE,
            facts(true)));
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
  void nobodyElseKeepsTheTimeline(Role role) {
    for (MigrationCommand command :
        List.of(
            new OpenMigration(LEFT),
            new JoinMigration(LEFT, takesPart(LATECOMER)),
            new LeaveMigration(LEFT, DASHBOARD),
            new RemindMigration(LEFT, 14),
            new ExtendMigration(LEFT, END.plusSeconds(1)),
            new CloseMigration(LEFT))) {
      assertRejected(
          decide(after(opened()), command, as(role)), RejectionCode.NOT_ALLOWED, "service itself");
    }
  }

  private static MigrationClosed closed(List<ParticipantId> late) {
    return new MigrationClosed(LEFT, List.of(), late, END);
  }

  private static Decision<MigrationEvent> decide(
      MigrationState state, MigrationCommand command, DecisionContext context) {
    return MigrationDecider.decide(state, command, context, facts(false));
  }
}
