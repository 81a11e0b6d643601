package io.concordat.council.proposal;

import io.concordat.council.seat.CouncilState;
import io.concordat.messages.council.ProposalEvent;
import io.concordat.messages.council.RemindVoters;
import io.concordat.messages.council.VotersReminded;
import io.concordat.messages.council.VotingTimeline;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import java.util.List;

/**
 * Which reminders were given to those who have not voted, and whether another one is. Immutable.
 *
 * @param round of the last reminder; 0 before the first
 * @param daysBefore the last reminder of that round
 */
record VoterReminders(int round, int daysBefore) {

  static final VoterReminders NONE = new VoterReminders(0, 0);

  /** The reminders after an event of the proposal. */
  VoterReminders evolve(ProposalEvent event) {
    return event instanceof VotersReminded reminded
        ? new VoterReminders(reminded.round(), reminded.daysBefore())
        : this;
  }

  /** The answer to a reminder that the clock brings about: at least once, by any node. */
  Decision<ProposalEvent> decide(
      ProposalState state, RemindVoters command, CouncilState council, DecisionContext context) {
    if (!context.actor().has(Role.SYSTEM)) {
      return Decision.reject(
          RejectionCode.NOT_ALLOWED, "Voters are reminded by the service itself.");
    }
    return switch (state) {
      case ProposalState.NotOpened _ ->
          Decision.reject(
              RejectionCode.PROPOSAL_NOT_FOUND, "There is no '" + command.stream() + "'.");
      case ProposalState.Voting voting when voting.proposal().round() == command.round() ->
          remind(voting, command, council, context.now());
      case ProposalState.Opened _ -> Decision.nothingToDo();
    };
  }

  private Decision<ProposalEvent> remind(
      ProposalState.Voting voting, RemindVoters command, CouncilState council, Instant now) {
    int days = command.daysBefore();
    if (wasGiven(command) || isOvertaken(voting, days, now)) {
      return Decision.nothingToDo();
    }
    Instant due = VotingTimeline.due(voting.closesAt(), days);
    if (now.isBefore(due)) {
      return Decision.reject(
          RejectionCode.REMINDER_NOT_DUE, "Voters are reminded at " + due + ", not before.");
    }
    List<DomainId> silent =
        council.seatedDomains().stream()
            .filter(domain -> voting.ballot().standing(domain, council) == null)
            .sorted()
            .toList();
    return silent.isEmpty()
        ? Decision.nothingToDo()
        : Decision.accept(
            new VotersReminded(
                command.proposal(), command.round(), days, voting.closesAt(), silent, now));
  }

  private boolean wasGiven(RemindVoters command) {
    return round == command.round() && daysBefore <= command.daysBefore();
  }

  /** A reminder after the closing, or of a day that a later one stands for, would mislead. */
  private static boolean isOvertaken(ProposalState.Voting voting, int days, Instant now) {
    return voting.dueAt(now)
        || VotingTimeline.REMINDERS.stream()
            .filter(other -> other < days)
            .anyMatch(other -> !now.isBefore(VotingTimeline.due(voting.closesAt(), other)));
  }
}
