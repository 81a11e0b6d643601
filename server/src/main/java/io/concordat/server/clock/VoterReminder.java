package io.concordat.server.clock;

import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.deadline.DeadlineHandler;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.RemindVoters;
import io.concordat.messages.decision.Actor;
import org.springframework.stereotype.Component;

/**
 * Reminds representatives who have not voted, some days before a ballot closes. Where the decider
 * says that the day has not come, since the clock has been set back meanwhile, the appointment
 * stays and is tried again.
 */
@Component
class VoterReminder implements DeadlineHandler {

  static final String TASK = "remind-voters";

  private static final String BETWEEN = "#";

  private final Commands commands;

  VoterReminder(Commands commands) {
    this.commands = commands;
  }

  static String id(ProposalId proposal, int round, int daysBefore) {
    return proposal + BETWEEN + round + BETWEEN + daysBefore;
  }

  @Override
  public String taskName() {
    return TASK;
  }

  @Override
  public void handle(String id) {
    String[] parts = id.split(BETWEEN, -1);
    commands
        .send(
            new RemindVoters(
                ProposalId.of(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2])),
            Actor.SYSTEM)
        .join();
  }
}
