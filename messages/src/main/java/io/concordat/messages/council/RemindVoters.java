package io.concordat.messages.council;

import io.concordat.messages.Command;
import io.concordat.messages.InvalidValue;

/**
 * Reminds the representatives who have not voted. Only the service itself does that. Changes
 * nothing where the ballot is closed, the reminder was given or was overtaken by a later one, and
 * where all have voted.
 *
 * <p>Emits {@code proposal.voters-reminded}; rejects with {@code PROPOSAL_NOT_FOUND}, {@code
 * REMINDER_NOT_DUE}, {@code NOT_ALLOWED}.
 *
 * @param round whose ballot it is, from 1
 * @param daysBefore one of {@link VotingTimeline#REMINDERS}
 */
public record RemindVoters(ProposalId proposal, int round, int daysBefore) implements Command {

  public RemindVoters {
    if (!VotingTimeline.REMINDERS.contains(daysBefore)) {
      throw new InvalidValue(
          "daysBefore", "must be one of " + VotingTimeline.REMINDERS + ", was " + daysBefore);
    }
  }

  @Override
  public String stream() {
    return proposal.stream();
  }
}
