package io.concordat.server.clock;

import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.deadline.DeadlineHandler;
import io.concordat.graphql.gateway.MeshGateway;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.scorecard.FindOpenMonths;
import io.concordat.messages.scorecard.PublishScorecard;
import io.concordat.messages.scorecard.ScorecardFormula;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import org.springframework.stereotype.Component;

/**
 * Closes a month some time after its end, and before it those that were left open: a service that
 * was away over a month's end closes all that is due, in order.
 */
@Component
class MonthClosing implements DeadlineHandler {

  static final String TASK = "close-month";

  /**
   * Where windows of a month are recorded that is over already, history is being brought in: it is
   * closed when nothing came for so long.
   */
  static final Duration SETTLED = Duration.ofMinutes(10);

  private final Commands commands;
  private final MeshGateway mesh;

  MonthClosing(Commands commands, MeshGateway mesh) {
    this.commands = commands;
    this.mesh = mesh;
  }

  /** When a month is closed of which a window was recorded, UTC. */
  static Instant due(YearMonth month, Instant recordedAt) {
    Instant due = ScorecardFormula.due(month);
    Instant settled = recordedAt.plus(SETTLED);
    return settled.isAfter(due) ? settled : due;
  }

  @Override
  public String taskName() {
    return TASK;
  }

  @Override
  public void handle(String id) {
    YearMonth last = YearMonth.parse(id);
    SortedSet<YearMonth> open = new TreeSet<>(mesh.ask(new FindOpenMonths(last)));
    // The read side may not know of it yet; whoever decides waits for it, or fails.
    open.add(last);
    open.forEach(this::close);
  }

  private void close(YearMonth month) {
    try {
      commands.send(new PublishScorecard(month), Actor.SYSTEM).join();
    } catch (CompletionException failed) {
      if (!(failed.getCause() instanceof CommandRejected no)
          || no.rejection().code() != RejectionCode.SCORECARD_EMPTY) {
        throw failed;
      }
    }
  }
}
