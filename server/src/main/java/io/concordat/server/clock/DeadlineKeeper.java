package io.concordat.server.clock;

import io.concordat.eventstore.deadline.Deadlines;
import io.concordat.eventstore.stream.StreamReader;
import io.concordat.messages.compliance.ComplianceRecorded;
import io.concordat.messages.contract.ContractSupportExtended;
import io.concordat.messages.contract.ContractVersionDeprecated;
import io.concordat.messages.contract.ContractVersionRetired;
import io.concordat.messages.council.ProposalAdopted;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalLapsed;
import io.concordat.messages.council.ProposalSentBack;
import io.concordat.messages.council.ProposalWithdrawn;
import io.concordat.messages.council.VotingStarted;
import io.concordat.messages.council.VotingTimeline;
import io.concordat.messages.incident.EscalationLevel;
import io.concordat.messages.incident.IncidentAcknowledged;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentOpened;
import io.concordat.messages.incident.IncidentReopened;
import io.concordat.messages.incident.IncidentResolved;
import io.concordat.messages.meeting.MeetingScheduled;
import io.concordat.messages.migration.MigrationClosed;
import io.concordat.messages.migration.MigrationExtended;
import io.concordat.messages.migration.MigrationId;
import io.concordat.messages.migration.MigrationOpened;
import io.concordat.messages.migration.MigrationTimeline;
import io.concordat.messages.scorecard.ScorecardFormula;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Turns dates within events into appointments with the clock. The dates stay in the events: an
 * appointment only sends a command at the right time, and the decider looks at the date again.
 * Never replayed: appointments are kept beside the events.
 */
@Component
@DisallowReplay
@ProcessingGroup(DeadlineKeeper.GROUP)
class DeadlineKeeper {

  /** Permanent name of the processing group. */
  static final String GROUP = "deadlines";

  private static final Duration CLOSINGS_MOVE_BY = MonthClosing.SETTLED.dividedBy(4);

  private final Deadlines deadlines;
  private final StreamReader streams;
  private final EscalationSettings escalation;

  /** When this node has planned to close months; on another node they are planned again. */
  private final Map<YearMonth, Instant> closings = new ConcurrentHashMap<>();

  DeadlineKeeper(Deadlines deadlines, StreamReader streams, EscalationSettings escalation) {
    this.deadlines = deadlines;
    this.streams = streams;
    this.escalation = escalation;
  }

  @EventHandler
  void on(VotingStarted event) {
    deadlines.schedule(BallotClosing.TASK, event.proposal().toString(), event.closesAt());
    VotingTimeline.reminders(event.startedAt(), event.closesAt())
        .forEach(days ->
            deadlines.schedule(
                VoterReminder.TASK,
                VoterReminder.id(event.proposal(), event.round(), days),
                VotingTimeline.due(event.closesAt(), days)));
  }

  @EventHandler
  void on(ProposalSentBack event) {
    ended(event.proposal(), event.round());
  }

  @EventHandler
  void on(ProposalAdopted event) {
    ended(event.proposal(), event.round());
  }

  @EventHandler
  void on(ProposalLapsed event) {
    ended(event.proposal(), event.round());
  }

  @EventHandler
  void on(ProposalWithdrawn event) {
    ended(event.proposal(), event.round());
  }

  @EventHandler
  void on(MeetingScheduled event) {
    deadlines.schedule(
        MinutesRecording.TASK, event.meeting().toString(), MinutesRecording.due(event.endsAt()));
  }

  @EventHandler
  void on(ContractVersionDeprecated event) {
    deadlines.schedule(
        VersionRetirement.TASK,
        VersionRetirement.id(event.contract(), event.version()),
        event.supportedUntil());
  }

  @EventHandler
  void on(ContractSupportExtended event) {
    deadlines.schedule(
        VersionRetirement.TASK,
        VersionRetirement.id(event.contract(), event.version()),
        event.supportedUntil());
  }

  @EventHandler
  void on(ContractVersionRetired event) {
    deadlines.cancel(
        VersionRetirement.TASK, VersionRetirement.id(event.contract(), event.version()));
  }

  @EventHandler
  void on(IncidentOpened event) {
    deadlines.schedule(
        IncidentRelating.TASK,
        event.incident().toString(),
        event.openedAt().plus(IncidentRelating.SETTLED));
    escalate(event, event.openedAt());
  }

  @EventHandler
  void on(IncidentReopened event) {
    IncidentOpened opened =
        (IncidentOpened) streams.read(event.stream(), Set.of(IncidentOpened.class)).getFirst();
    escalate(opened, event.reopenedAt());
  }

  @EventHandler
  void on(IncidentAcknowledged event) {
    calm(event.incident());
  }

  @EventHandler
  void on(IncidentResolved event) {
    calm(event.incident());
  }

  @EventHandler
  void on(MigrationOpened event) {
    remind(event.migration(), event.supportedUntil());
  }

  @EventHandler
  void on(MigrationExtended event) {
    remind(event.migration(), event.supportedUntil());
  }

  @EventHandler
  void on(MigrationClosed event) {
    MigrationTimeline.REMINDERS.forEach(days ->
        deadlines.cancel(MigrationReminder.TASK, MigrationReminder.id(event.migration(), days)));
  }

  /** Most windows of a month change nothing about when it is closed. */
  @EventHandler
  void on(ComplianceRecorded event) {
    YearMonth month = ScorecardFormula.monthOf(event.from());
    Instant due = MonthClosing.due(month, event.recordedAt());
    Instant planned = closings.get(month);
    if (planned == null || due.isAfter(planned.plus(CLOSINGS_MOVE_BY))) {
      deadlines.schedule(MonthClosing.TASK, month.toString(), due);
      closings.put(month, due);
    }
  }

  private void escalate(IncidentOpened opened, Instant open) {
    for (EscalationLevel level : EscalationLevel.values()) {
      escalation
          .due(opened.severity(), level, open)
          .ifPresent(due ->
              deadlines.schedule(
                  IncidentEscalating.TASK, IncidentEscalating.id(opened.incident(), level), due));
    }
  }

  private void calm(IncidentId incident) {
    for (EscalationLevel level : EscalationLevel.values()) {
      deadlines.cancel(IncidentEscalating.TASK, IncidentEscalating.id(incident, level));
    }
  }

  private void ended(ProposalId proposal, int round) {
    deadlines.cancel(BallotClosing.TASK, proposal.toString());
    VotingTimeline.REMINDERS.forEach(
        days -> deadlines.cancel(VoterReminder.TASK, VoterReminder.id(proposal, round, days)));
  }

  private void remind(MigrationId migration, Instant supportedUntil) {
    MigrationTimeline.REMINDERS.forEach(days ->
        deadlines.schedule(
            MigrationReminder.TASK,
            MigrationReminder.id(migration, days),
            MigrationTimeline.due(supportedUntil, days)));
  }
}
