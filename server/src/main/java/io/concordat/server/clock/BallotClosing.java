package io.concordat.server.clock;

import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.deadline.DeadlineHandler;
import io.concordat.messages.council.CloseVoting;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.decision.Actor;
import org.springframework.stereotype.Component;

/** Closes a ballot when its closing time has come. */
@Component
class BallotClosing implements DeadlineHandler {

  static final String TASK = "close-ballot";

  private final Commands commands;

  BallotClosing(Commands commands) {
    this.commands = commands;
  }

  @Override
  public String taskName() {
    return TASK;
  }

  @Override
  public void handle(String id) {
    commands.send(new CloseVoting(ProposalId.of(id)), Actor.SYSTEM).join();
  }
}
