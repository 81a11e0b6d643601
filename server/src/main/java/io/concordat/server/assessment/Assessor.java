package io.concordat.server.assessment;

import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.deadline.Deadlines;
import io.concordat.eventstore.stream.StreamReader;
import io.concordat.messages.contract.AssessContract;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.RejectionCode;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends the command by which a contract is judged again. Of many, one that fails gets an
 * appointment of its own, so that it alone is tried again, after longer and longer pauses.
 */
@Component
class Assessor {

  private static final Logger LOG = LoggerFactory.getLogger(Assessor.class);
  private static final String TYPE = "contract";
  private static final int PAGE = 200;

  private final Commands commands;
  private final StreamReader streams;
  private final Deadlines deadlines;
  private final Clock clock;

  Assessor(Commands commands, StreamReader streams, Deadlines deadlines, Clock clock) {
    this.commands = commands;
    this.streams = streams;
    this.deadlines = deadlines;
    this.clock = clock;
  }

  /** Judges the served versions of a contract, as far as that was not done before. */
  void assess(ContractId contract) {
    try {
      commands.send(new AssessContract(contract), Actor.SYSTEM).join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof CommandRejected no
          && no.rejection().code() == RejectionCode.CONTRACT_NOT_FOUND) {
        return;
      }
      throw failed;
    }
  }

  /** Judges all contracts, a page at a time. One that fails does not keep the others from it. */
  void assessAll() {
    List<String> page = streams.streams(TYPE, "", PAGE);
    while (!page.isEmpty()) {
      for (String stream : page) {
        ContractId contract = new ContractId(stream.substring(TYPE.length() + 1));
        try {
          assess(contract);
        } catch (RuntimeException failure) {
          LOG.warn("{} could not be assessed and will be again ({})", stream, failure.toString());
          deadlines.schedule(AssessmentRetry.TASK, contract.value(), clock.instant());
        }
      }
      page = streams.streams(TYPE, page.getLast(), PAGE);
    }
  }
}
