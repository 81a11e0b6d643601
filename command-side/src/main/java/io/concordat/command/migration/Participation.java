package io.concordat.command.migration;

import io.concordat.command.Authority;
import io.concordat.command.migration.MigrationState.Opened;
import io.concordat.contract.commitment.NoticePeriod;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.migration.AcknowledgeMigration;
import io.concordat.messages.migration.CloseMigration;
import io.concordat.messages.migration.CompleteMigration;
import io.concordat.messages.migration.DeclineExtension;
import io.concordat.messages.migration.ExtendMigration;
import io.concordat.messages.migration.GrantExtension;
import io.concordat.messages.migration.JoinMigration;
import io.concordat.messages.migration.LeaveMigration;
import io.concordat.messages.migration.MigrationAcknowledged;
import io.concordat.messages.migration.MigrationCommand;
import io.concordat.messages.migration.MigrationCompleted;
import io.concordat.messages.migration.MigrationEvent;
import io.concordat.messages.migration.MigrationExtended;
import io.concordat.messages.migration.MigrationExtensionDeclined;
import io.concordat.messages.migration.MigrationExtensionGranted;
import io.concordat.messages.migration.MigrationExtensionRequested;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.MigrationStarted;
import io.concordat.messages.migration.OpenMigration;
import io.concordat.messages.migration.ParticipantId;
import io.concordat.messages.migration.ParticipantStatus;
import io.concordat.messages.migration.RemindMigration;
import io.concordat.messages.migration.RequestExtension;
import io.concordat.messages.migration.StartMigration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * What is said for a participant, and what the producer answers it. Whoever speaks for it goes
 * forward only; what was said before changes nothing.
 */
final class Participation {

  private Participation() {}

  static Decision<MigrationEvent> decide(
      MigrationState state,
      MigrationCommand command,
      DecisionContext context,
      MigrationFacts facts) {
    return switch (command) {
      case AcknowledgeMigration told ->
          bySpeaker(
              state,
              told.migration(),
              told.participant(),
              context,
              facts,
              (_, progress) ->
                  progress.status() == ParticipantStatus.ANNOUNCED
                      ? Decision.accept(
                          new MigrationAcknowledged(
                              told.migration(),
                              told.participant(),
                              context.now(),
                              context.actor().subject()))
                      : Decision.nothingToDo());
      case StartMigration told ->
          bySpeaker(
              state,
              told.migration(),
              told.participant(),
              context,
              facts,
              (_, progress) ->
                  progress.status() == ParticipantStatus.MIGRATING || progress.isDone()
                      ? Decision.nothingToDo()
                      : Decision.accept(
                          new MigrationStarted(
                              told.migration(),
                              told.participant(),
                              context.now(),
                              context.actor().subject())));
      case CompleteMigration told ->
          bySpeaker(
              state,
              told.migration(),
              told.participant(),
              context,
              facts,
              (_, progress) ->
                  progress.isDone()
                      ? Decision.nothingToDo()
                      : Decision.accept(
                          new MigrationCompleted(
                              told.migration(),
                              told.participant(),
                              context.now(),
                              context.actor().subject())));
      case RequestExtension told ->
          bySpeaker(
              state,
              told.migration(),
              told.participant(),
              context,
              facts,
              (opened, progress) -> request(opened, progress, told, context));
      case GrantExtension told ->
          byProducer(
              state,
              told.migration(),
              told.participant(),
              context,
              facts,
              (opened, asked) -> grant(opened, asked, told, context));
      case DeclineExtension told ->
          byProducer(
              state,
              told.migration(),
              told.participant(),
              context,
              facts,
              (_, _) ->
                  Decision.accept(
                      new MigrationExtensionDeclined(
                          told.migration(),
                          told.participant(),
                          told.reason(),
                          context.now(),
                          context.actor().subject())));
      case OpenMigration _,
          JoinMigration _,
          LeaveMigration _,
          RemindMigration _,
          ExtendMigration _,
          CloseMigration _ ->
          throw new IllegalArgumentException(command + " is not said for a participant");
    };
  }

  private static Decision<MigrationEvent> request(
      Opened state, Progress progress, RequestExtension command, DecisionContext context) {
    if (progress.isDone()) {
      return Decision.reject(
          RejectionCode.MIGRATION_PARTICIPANT_DONE,
          command.participant() + " has moved already; it needs no more time.");
    }
    if (command.until().equals(progress.asked())) {
      return Decision.nothingToDo();
    }
    if (!command.until().isAfter(state.supportedUntil())) {
      return Decision.reject(
          RejectionCode.CONTRACT_SUPPORT_NOT_SHORTENED,
          "Support lasts until " + state.supportedUntil() + "; ask for a later day.");
    }
    Instant latest = NoticePeriod.latestEnd(context.now());
    if (command.until().isAfter(latest)) {
      return Decision.reject(
          RejectionCode.CONTRACT_SUPPORT_TOO_LONG,
          "Support can be extended until " + latest + " at most.");
    }
    return Decision.accept(
        new MigrationExtensionRequested(
            command.migration(),
            command.participant(),
            command.until(),
            command.reason(),
            context.now(),
            context.actor().subject()));
  }

  private static Decision<MigrationEvent> grant(
      Opened state, Instant asked, GrantExtension command, DecisionContext context) {
    List<MigrationEvent> events = new ArrayList<>();
    events.add(
        new MigrationExtensionGranted(
            command.migration(),
            command.participant(),
            asked,
            context.now(),
            context.actor().subject()));
    if (asked.isAfter(state.supportedUntil())) {
      events.add(new MigrationExtended(command.migration(), asked, context.now()));
    }
    return new Decision.Accepted<>(events);
  }

  private static Decision<MigrationEvent> bySpeaker(
      MigrationState state,
      MigrationId migration,
      ParticipantId participant,
      DecisionContext context,
      MigrationFacts facts,
      BiFunction<Opened, Progress, Decision<MigrationEvent>> decision) {
    return found(
        state,
        migration,
        participant,
        (opened, progress) ->
            Authority.SPEAK_FOR_PARTICIPANT.permits(context.actor(), facts.speakers())
                ? decision.apply(opened, progress)
                : Authority.SPEAK_FOR_PARTICIPANT.refuse());
  }

  private static Decision<MigrationEvent> byProducer(
      MigrationState state,
      MigrationId migration,
      ParticipantId participant,
      DecisionContext context,
      MigrationFacts facts,
      BiFunction<Opened, Instant, Decision<MigrationEvent>> decision) {
    return found(
        state,
        migration,
        participant,
        (opened, progress) -> {
          if (!Authority.ANSWER_EXTENSION.permits(context.actor(), facts.owner())) {
            return Authority.ANSWER_EXTENSION.refuse();
          }
          Instant asked = progress.asked();
          return asked == null
              ? Decision.reject(
                  RejectionCode.EXTENSION_NOT_REQUESTED,
                  participant + " has not asked for more time, or was answered.")
              : decision.apply(opened, asked);
        });
  }

  private static Decision<MigrationEvent> found(
      MigrationState state,
      MigrationId migration,
      ParticipantId participant,
      BiFunction<Opened, Progress, Decision<MigrationEvent>> decision) {
    if (!(state instanceof Opened opened)) {
      return notFound(migration);
    }
    Progress progress = opened.participants().get(participant);
    if (progress == null) {
      return Decision.reject(
          RejectionCode.MIGRATION_PARTICIPANT_NOT_FOUND,
          "The migration " + migration + " does not concern " + participant + ".");
    }
    return opened.closed() ? closed(migration) : decision.apply(opened, progress);
  }

  static Decision<MigrationEvent> notFound(MigrationId migration) {
    return Decision.reject(
        RejectionCode.MIGRATION_NOT_FOUND, "No migration " + migration + " was opened.");
  }

  static Decision<MigrationEvent> closed(MigrationId migration) {
    return Decision.reject(
        RejectionCode.MIGRATION_CLOSED,
        "Version " + migration.version() + " of " + migration.contract() + " is retired.");
  }
}
