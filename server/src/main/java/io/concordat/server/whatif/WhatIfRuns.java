package io.concordat.server.whatif;

import io.concordat.command.MeshDirectory;
import io.concordat.contract.gate.Trial;
import io.concordat.contract.policy.PolicyProblem;
import io.concordat.council.policyset.PolicySets;
import io.concordat.eventstore.TimeOrderedIds;
import io.concordat.eventstore.stream.StreamReader;
import io.concordat.graphql.gateway.WhatIfDesk;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.Rejection;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicySet;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The runs of this node: two at a time, a few that wait, the latest kept. */
@Component
class WhatIfRuns implements WhatIfDesk {

  private static final int AT_A_TIME = 2;
  private static final int WAITING_MOST = 8;
  private static final int KEPT_MOST = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PolicySets sets;
  private final StreamReader streams;
  private final MeshDirectory mesh;
  private final Clock clock;
  private final Findings findings = new Findings();
  private final Map<String, WhatIfRun> runs = new LinkedHashMap<>();
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          AT_A_TIME,
          AT_A_TIME,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(WAITING_MOST),
          Thread.ofPlatform().name("what-if-", 1).daemon().factory());

  WhatIfRuns(PolicySets sets, StreamReader streams, MeshDirectory mesh, Clock clock) {
    this.sets = sets;
    this.streams = streams;
    this.mesh = mesh;
    this.clock = clock;
  }

  @Override
  public PolicyChange bringing(Policy policy) {
    return inForce(clock.instant()).policies().stream()
            .anyMatch(other -> other.id().equals(policy.id()))
        ? new PolicyChange.ChangePolicy(policy)
        : new PolicyChange.AddPolicy(policy);
  }

  @Override
  public Run start(PolicyChange change, Span span) {
    return begin(change, span).view();
  }

  @Override
  public Optional<Run> run(String id) {
    synchronized (runs) {
      return Optional.ofNullable(runs.get(id)).map(WhatIfRun::view);
    }
  }

  @Override
  public Result result(PolicyChange change, Span span) {
    WhatIfRun run = begin(change, span);
    try {
      return run.result().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw rejected(
          RejectionCode.WHAT_IF_TAKES_LONGER,
          "It goes on as run " + run.view().id() + "; ask whatIfRun for it.");
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException reason
          ? reason
          : new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private WhatIfRun begin(PolicyChange change, Span span) {
    Instant now = clock.instant();
    PolicySet inForce = inForce(now);
    List<PolicyProblem> problems = Trial.problems(inForce, change);
    if (!problems.isEmpty()) {
      throw new InvalidValue(
          "policy",
          "does not compile: "
              + problems.stream().map(PolicyProblem::toString).collect(Collectors.joining("; ")));
    }
    WhatIfRun run =
        new WhatIfRun(
            TimeOrderedIds.next().toString(),
            Trial.of(inForce, change, now),
            inForce,
            span,
            now,
            streams,
            mesh,
            findings);
    try {
      threads.execute(run);
    } catch (RejectedExecutionException full) {
      throw rejected(RejectionCode.WHAT_IF_BUSY, "%d are waiting already.".formatted(WAITING_MOST));
    }
    keep(run);
    return run;
  }

  private void keep(WhatIfRun run) {
    synchronized (runs) {
      runs.put(run.view().id(), run);
      if (runs.size() > KEPT_MOST) {
        runs.remove(runs.keySet().iterator().next());
      }
    }
  }

  private PolicySet inForce(Instant now) {
    return sets.current()
        .at(now)
        .orElseThrow(() -> new IllegalStateException("no policy set is in force"));
  }

  private static CommandRejected rejected(RejectionCode code, String detail) {
    return new CommandRejected(new Rejection(code, code.meaning() + " " + detail));
  }

  @PreDestroy
  void stop() {
    threads.shutdownNow();
  }
}
