package io.concordat.council.meeting;

import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.meeting.CorrectMinutes;
import io.concordat.messages.meeting.MeetingCommand;
import io.concordat.messages.meeting.MeetingEvent;
import io.concordat.messages.meeting.MeetingId;
import io.concordat.messages.meeting.MeetingScheduled;
import io.concordat.messages.meeting.Minutes;
import io.concordat.messages.meeting.MinutesCorrected;
import io.concordat.messages.meeting.MinutesRecorded;
import io.concordat.messages.meeting.RecordMinutes;
import io.concordat.messages.meeting.ScheduleMeeting;
import java.time.Instant;

/**
 * Decides about meetings and their minutes. Pure. What the service itself brings about comes at
 * least once, by any node: a second time changes nothing.
 */
final class MeetingDecider {

  private MeetingDecider() {}

  /** The answer to the command; each command's documentation lists its events and rejections. */
  static Decision<MeetingEvent> decide(
      MeetingState state, MeetingCommand command, DecisionContext context) {
    return switch (command) {
      case ScheduleMeeting schedule -> schedule(state, schedule, context);
      case RecordMinutes minutes -> record(state, minutes, context);
      case CorrectMinutes correction -> correct(state, correction, context);
    };
  }

  private static Decision<MeetingEvent> schedule(
      MeetingState state, ScheduleMeeting command, DecisionContext context) {
    if (!isService(context.actor())) {
      return Decision.reject(
          RejectionCode.NOT_ALLOWED, "Meetings are put into the calendar by the service itself.");
    }
    return switch (state) {
      case MeetingState.NotScheduled _ ->
          Decision.accept(
              new MeetingScheduled(
                  command.meeting(), command.startsAt(), command.endsAt(), context.now()));
      case MeetingState.Scheduled _, MeetingState.Recorded _ -> Decision.nothingToDo();
    };
  }

  private static Decision<MeetingEvent> record(
      MeetingState state, RecordMinutes command, DecisionContext context) {
    if (!mayWrite(context.actor())) {
      return notAllowed("record minutes");
    }
    return switch (state) {
      case MeetingState.NotScheduled _ -> notFound(command.meeting());
      case MeetingState.Scheduled scheduled when isToCome(scheduled, context.now()) ->
          Decision.reject(
              RejectionCode.MEETING_NOT_BEGUN,
              "The meeting begins at " + scheduled.startsAt() + ".");
      case MeetingState.Scheduled _ ->
          Decision.accept(
              new MinutesRecorded(
                  command.meeting(),
                  command.from(),
                  command.to(),
                  command.text(),
                  Minutes.digest(command.text()),
                  context.actor().subject(),
                  context.now()));
      case MeetingState.Recorded _ when isService(context.actor()) -> Decision.nothingToDo();
      case MeetingState.Recorded _ ->
          Decision.reject(
              RejectionCode.MINUTES_RECORDED,
              "The minutes of " + command.meeting() + " are on record; correct them instead.");
    };
  }

  private static Decision<MeetingEvent> correct(
      MeetingState state, CorrectMinutes command, DecisionContext context) {
    if (!mayWrite(context.actor())) {
      return notAllowed("correct minutes");
    }
    return switch (state) {
      case MeetingState.NotScheduled _ -> notFound(command.meeting());
      case MeetingState.Scheduled _ ->
          Decision.reject(
              RejectionCode.MINUTES_NOT_RECORDED,
              "The minutes of " + command.meeting() + " are not on record yet.");
      case MeetingState.Recorded(String digest) -> {
        String corrected = Minutes.digest(command.text());
        yield corrected.equals(digest)
            ? Decision.nothingToDo()
            : Decision.accept(
                new MinutesCorrected(
                    command.meeting(),
                    command.text(),
                    corrected,
                    command.reason(),
                    context.actor().subject(),
                    context.now()));
      }
    };
  }

  private static boolean isToCome(MeetingState.Scheduled state, Instant now) {
    return now.isBefore(state.startsAt());
  }

  private static boolean isService(Actor actor) {
    return actor.has(Role.SYSTEM);
  }

  private static boolean mayWrite(Actor actor) {
    return isService(actor) || actor.has(Role.GOVERNANCE_ENGINEER);
  }

  private static Decision<MeetingEvent> notAllowed(String what) {
    return Decision.reject(
        RejectionCode.NOT_ALLOWED, "Only a governance engineer may " + what + ".");
  }

  private static Decision<MeetingEvent> notFound(MeetingId meeting) {
    return Decision.reject(
        RejectionCode.MEETING_NOT_FOUND, "There is no meeting " + meeting + " in the calendar.");
  }
}
