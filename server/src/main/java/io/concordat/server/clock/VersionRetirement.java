package io.concordat.server.clock;

import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.deadline.DeadlineHandler;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.RetireContractVersion;
import io.concordat.messages.decision.Actor;
import org.springframework.stereotype.Component;

/** Retires a deprecated version when its support has ended. */
@Component
class VersionRetirement implements DeadlineHandler {

  static final String TASK = "retire-contract-version";

  private static final char BETWEEN = '@';

  private final Commands commands;

  VersionRetirement(Commands commands) {
    this.commands = commands;
  }

  static String id(ContractId contract, String version) {
    return contract.value() + BETWEEN + version;
  }

  @Override
  public String taskName() {
    return TASK;
  }

  @Override
  public void handle(String id) {
    int between = id.indexOf(BETWEEN);
    commands
        .send(
            new RetireContractVersion(
                new ContractId(id.substring(0, between)), id.substring(between + 1)),
            Actor.SYSTEM)
        .join();
  }
}
