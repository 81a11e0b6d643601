package io.concordat.server.clock;

import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.deadline.DeadlineHandler;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.RetireContractVersion;
import io.concordat.messages.contract.VersionId;
import io.concordat.messages.decision.Actor;
import org.springframework.stereotype.Component;

/**
 * Retires a deprecated version when its support has ended. Where the decider says that it is
 * supported for longer, since support was extended or the clock has been set back meanwhile, the
 * appointment stays and is tried again, until the day has come or {@link DeadlineKeeper} has moved
 * it to another one.
 */
@Component
class VersionRetirement implements DeadlineHandler {

  static final String TASK = "retire-contract-version";

  private final Commands commands;

  VersionRetirement(Commands commands) {
    this.commands = commands;
  }

  static String id(ContractId contract, String version) {
    return new VersionId(contract, version).toString();
  }

  @Override
  public String taskName() {
    return TASK;
  }

  @Override
  public void handle(String id) {
    VersionId ending = VersionId.parse(id).orElseThrow();
    commands
        .send(new RetireContractVersion(ending.contract(), ending.version()), Actor.SYSTEM)
        .join();
  }
}
