package io.concordat.server.clock;

import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.deadline.DeadlineHandler;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.RetireContractVersion;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.RejectionCode;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Retires a deprecated version when its support has ended. Where support was extended after the
 * appointment was made, the decider says so, and the version waits for the new appointment that
 * {@link DeadlineKeeper} makes of the extension.
 */
@Component
class VersionRetirement implements DeadlineHandler {

  static final String TASK = "retire-contract-version";

  private static final Logger LOG = LoggerFactory.getLogger(VersionRetirement.class);

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
    try {
      commands
          .send(
              new RetireContractVersion(
                  new ContractId(id.substring(0, between)), id.substring(between + 1)),
              Actor.SYSTEM)
          .join();
    } catch (CompletionException failed) {
      if (!stillSupported(failed)) {
        throw failed;
      }
      LOG.info("{} is supported for longer; its retirement waits for the new day", id);
    }
  }

  private static boolean stillSupported(CompletionException failed) {
    return failed.getCause() instanceof CommandRejected no
        && no.rejection().code() == RejectionCode.CONTRACT_VERSION_STILL_SUPPORTED;
  }
}
