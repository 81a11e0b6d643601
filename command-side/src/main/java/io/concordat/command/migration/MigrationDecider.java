package io.concordat.command.migration;

import io.concordat.command.Authority;
import io.concordat.command.migration.MigrationState.Opened;
import io.concordat.command.migration.MigrationState.Reminder;
import io.concordat.command.migration.MigrationState.Unopened;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.migration.AcknowledgeMigration;
import io.concordat.messages.migration.AffectedElements;
import io.concordat.messages.migration.CloseMigration;
import io.concordat.messages.migration.CompleteMigration;
import io.concordat.messages.migration.DeclineExtension;
import io.concordat.messages.migration.ExtendMigration;
import io.concordat.messages.migration.GrantExtension;
import io.concordat.messages.migration.JoinMigration;
import io.concordat.messages.migration.LeaveMigration;
import io.concordat.messages.migration.MigrationAcknowledged;
import io.concordat.messages.migration.MigrationClosed;
import io.concordat.messages.migration.MigrationCommand;
import io.concordat.messages.migration.MigrationCompleted;
import io.concordat.messages.migration.MigrationEvent;
import io.concordat.messages.migration.MigrationExtended;
import io.concordat.messages.migration.MigrationExtensionDeclined;
import io.concordat.messages.migration.MigrationExtensionGranted;
import io.concordat.messages.migration.MigrationExtensionRequested;
import io.concordat.messages.migration.MigrationOpened;
import io.concordat.messages.migration.MigrationParticipant;
import io.concordat.messages.migration.MigrationParticipantJoined;
import io.concordat.messages.migration.MigrationParticipantLeft;
import io.concordat.messages.migration.MigrationReminded;
import io.concordat.messages.migration.MigrationStarted;
import io.concordat.messages.migration.MigrationTimeline;
import io.concordat.messages.migration.OpenMigration;
import io.concordat.messages.migration.ParticipantId;
import io.concordat.messages.migration.ParticipantStatus;
import io.concordat.messages.migration.ReaderView;
import io.concordat.messages.migration.RemindMigration;
import io.concordat.messages.migration.RequestExtension;
import io.concordat.messages.migration.StartMigration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The rules of migrations. What the service itself brings about (opening, joining, reminding,
 * extending, closing) comes at least once and in any order of nodes: a second time changes nothing.
 * What is said for a participant is decided by {@link Participation}.
 */
final class MigrationDecider {

  private MigrationDecider() {}

  /** The answer to a command in a state. */
  static Decision<MigrationEvent> decide(
      MigrationState state,
      MigrationCommand command,
      DecisionContext context,
      MigrationFacts facts) {
    return switch (command) {
      case OpenMigration open -> byService(context, () -> open(state, open, context, facts));
      case JoinMigration join -> byService(context, () -> join(state, join, context));
      case LeaveMigration leave -> byService(context, () -> leave(state, leave, context));
      case RemindMigration remind -> byService(context, () -> remind(state, remind, context));
      case ExtendMigration extend -> byService(context, () -> extend(state, extend, context));
      case CloseMigration close -> byService(context, () -> close(state, close, context, facts));
      case AcknowledgeMigration _,
          StartMigration _,
          CompleteMigration _,
          RequestExtension _,
          GrantExtension _,
          DeclineExtension _ ->
          Participation.decide(state, command, context, facts);
    };
  }

  /** The state after an event. */
  static MigrationState evolve(MigrationState state, MigrationEvent event) {
    return switch (event) {
      case MigrationOpened opened -> opened(opened);
      case MigrationParticipantJoined joined -> opened(state).joined(joined.participant().id());
      case MigrationParticipantLeft left -> opened(state).without(left.participant());
      case MigrationAcknowledged told ->
          opened(state)
              .moved(told.participant(), before -> before.with(ParticipantStatus.ACKNOWLEDGED));
      case MigrationStarted told ->
          opened(state)
              .moved(told.participant(), before -> before.with(ParticipantStatus.MIGRATING));
      case MigrationCompleted told ->
          opened(state).moved(told.participant(), _ -> new Progress(ParticipantStatus.DONE, null));
      case MigrationExtensionRequested told ->
          opened(state).moved(told.participant(), before -> before.asking(told.until()));
      case MigrationExtensionGranted told ->
          opened(state).moved(told.participant(), before -> before.asking(null));
      case MigrationExtensionDeclined told ->
          opened(state).moved(told.participant(), before -> before.asking(null));
      case MigrationExtended told -> opened(state).until(told.supportedUntil());
      case MigrationReminded told ->
          opened(state).reminded(new Reminder(told.daysBefore(), told.supportedUntil()));
      case MigrationClosed told -> opened(state).ended();
    };
  }

  private static Decision<MigrationEvent> open(
      MigrationState state, OpenMigration command, DecisionContext context, MigrationFacts facts) {
    LeftVersion left = facts.left();
    if (state instanceof Opened) {
      return Decision.nothingToDo();
    }
    if (left == null || left.retired()) {
      return Decision.reject(
          RejectionCode.CONTRACT_VERSION_NOT_DEPRECATED,
          "Version "
              + command.migration().version()
              + " of "
              + command.migration().contract()
              + " is not served beside a successor.");
    }
    AffectedElements affected = facts.affected().apply(left.successor());
    return Decision.accept(
        new MigrationOpened(
            command.migration(),
            left.successor(),
            affected,
            left.supportedUntil(),
            participants(affected, facts.readers().apply(command.migration().contract())),
            context.now()));
  }

  private static List<MigrationParticipant> participants(
      AffectedElements affected, List<ReaderView> readers) {
    return readers.stream()
        .flatMap(reader ->
            affected.touchedBy(reader.fields()).stream()
                .map(elements -> new MigrationParticipant(reader.reader(), elements)))
        .sorted(Comparator.comparing(MigrationParticipant::id))
        .toList();
  }

  private static Decision<MigrationEvent> join(
      MigrationState state, JoinMigration command, DecisionContext context) {
    return switch (state) {
      case Unopened() -> Participation.notFound(command.migration());
      case Opened opened when opened.participants().containsKey(command.participant().id()) ->
          Decision.nothingToDo();
      case Opened opened when opened.closed() -> Participation.closed(command.migration());
      case Opened _ ->
          Decision.accept(
              new MigrationParticipantJoined(
                  command.migration(), command.participant(), context.now()));
    };
  }

  private static Decision<MigrationEvent> leave(
      MigrationState state, LeaveMigration command, DecisionContext context) {
    return switch (state) {
      case Unopened() -> Participation.notFound(command.migration());
      case Opened opened
          when !opened.closed() && opened.pending().contains(command.participant()) ->
          Decision.accept(
              new MigrationParticipantLeft(
                  command.migration(), command.participant(), context.now()));
      case Opened _ -> Decision.nothingToDo();
    };
  }

  private static Decision<MigrationEvent> remind(
      MigrationState state, RemindMigration command, DecisionContext context) {
    return switch (state) {
      case Unopened() -> Participation.notFound(command.migration());
      case Opened opened when isToCome(opened, command.daysBefore(), context.now()) ->
          Decision.reject(
              RejectionCode.REMINDER_NOT_DUE,
              "Readers are reminded on "
                  + MigrationTimeline.due(opened.supportedUntil(), command.daysBefore())
                  + ", not before.");
      case Opened opened when reminds(opened, command.daysBefore(), context.now()) ->
          Decision.accept(
              new MigrationReminded(
                  command.migration(),
                  command.daysBefore(),
                  opened.supportedUntil(),
                  opened.pending(),
                  context.now()));
      case Opened _ -> Decision.nothingToDo();
    };
  }

  /** Not the same as nothing to do: the appointment must not be lost. */
  private static boolean isToCome(Opened state, int daysBefore, Instant now) {
    return !state.closed()
        && now.isBefore(MigrationTimeline.due(state.supportedUntil(), daysBefore))
        && !state.reminders().contains(new Reminder(daysBefore, state.supportedUntil()));
  }

  /** A reminder of a day that has passed, or that a later one has overtaken, would mislead. */
  private static boolean reminds(Opened state, int daysBefore, Instant now) {
    return !state.closed()
        && now.isBefore(state.supportedUntil())
        && MigrationTimeline.latestDue(state.supportedUntil(), now) == daysBefore
        && !state.reminders().contains(new Reminder(daysBefore, state.supportedUntil()))
        && !state.pending().isEmpty();
  }

  private static Decision<MigrationEvent> extend(
      MigrationState state, ExtendMigration command, DecisionContext context) {
    return switch (state) {
      case Unopened() -> Participation.notFound(command.migration());
      case Opened opened
          when !opened.closed() && command.supportedUntil().isAfter(opened.supportedUntil()) ->
          Decision.accept(
              new MigrationExtended(command.migration(), command.supportedUntil(), context.now()));
      case Opened _ -> Decision.nothingToDo();
    };
  }

  private static Decision<MigrationEvent> close(
      MigrationState state, CloseMigration command, DecisionContext context, MigrationFacts facts) {
    LeftVersion left = facts.left();
    return switch (state) {
      case Unopened() -> Participation.notFound(command.migration());
      case Opened opened when opened.closed() -> Decision.nothingToDo();
      case Opened _ when left == null || !left.retired() ->
          Decision.reject(
              RejectionCode.CONTRACT_VERSION_STILL_SUPPORTED,
              "Version " + command.migration().version() + " is still served.");
      case Opened opened ->
          Decision.accept(
              new MigrationClosed(
                  command.migration(), opened.done(), opened.pending(), context.now()));
    };
  }

  private static Decision<MigrationEvent> byService(
      DecisionContext context, Supplier<Decision<MigrationEvent>> decision) {
    return Authority.KEEP_MIGRATION.permits(context.actor())
        ? decision.get()
        : Authority.KEEP_MIGRATION.refuse();
  }

  private static Opened opened(MigrationOpened event) {
    Map<ParticipantId, Progress> participants = new HashMap<>();
    event.participants().forEach(each -> participants.put(each.id(), Progress.ANNOUNCED));
    return new Opened(event.supportedUntil(), participants, Set.of(), false);
  }

  private static Opened opened(MigrationState state) {
    return switch (state) {
      case Opened opened -> opened;
      case Unopened() ->
          throw new IllegalStateException("The stream does not begin with migration.opened");
    };
  }
}
