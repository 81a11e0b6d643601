package io.concordat.server.whatif;

import io.concordat.command.ObservedDrift;
import io.concordat.command.UpstreamContracts;
import io.concordat.contract.gate.Trial;
import io.concordat.contract.policy.PolicyProblem;
import io.concordat.council.policyset.PolicySets;
import io.concordat.eventstore.TimeOrderedIds;
import io.concordat.eventstore.stream.StreamReader;
import io.concordat.graphql.gateway.WhatIfDesk;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.Rejection;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
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
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The runs of this node: two at a time, a few that wait, a share of them for each caller; those
 * that ended last are kept.
 */
@Component
@EnableConfigurationProperties(WhatIfSettings.class)
class WhatIfRuns implements WhatIfDesk {

  private static final int AT_A_TIME = 2;
  private static final int WAITING_MOST = 8;
  private static final int KEPT_MOST = 50;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final PolicySets sets;
  private final StreamReader streams;
  private final UpstreamContracts mesh;
  private final ObservedDrift observed;
  private final Clock clock;
  private final WhatIfSettings settings;
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

  WhatIfRuns(
      PolicySets sets,
      StreamReader streams,
      UpstreamContracts mesh,
      ObservedDrift observed,
      Clock clock,
      WhatIfSettings settings) {
    this.sets = sets;
    this.streams = streams;
    this.mesh = mesh;
    this.observed = observed;
    this.clock = clock;
    this.settings = settings;
  }

  @Override
  public PolicyChange bringing(Policy policy) {
    return inForce(clock.instant()).policies().stream()
            .anyMatch(other -> other.id().equals(policy.id()))
        ? new PolicyChange.ChangePolicy(policy)
        : new PolicyChange.AddPolicy(policy);
  }

  @Override
  public Run start(Question question, Actor by) {
    return begin(question, by).view();
  }

  @Override
  public Optional<Run> run(String id) {
    return found(id).map(WhatIfRun::view);
  }

  @Override
  public Optional<Run> cancel(String id, Actor by) {
    Optional<WhatIfRun> found = found(id);
    found.ifPresent(run -> {
      if (!run.startedBy().equals(by.subject()) && !by.has(Role.GOVERNANCE_ENGINEER)) {
        throw new CommandRejected(
            new Rejection(
                RejectionCode.NOT_ALLOWED,
                "Who started a trial can stop it, and governance engineers can."));
      }
      run.stop("Stopped by " + by.subject().value() + ".");
    });
    return found.map(WhatIfRun::view);
  }

  private Optional<WhatIfRun> found(String id) {
    synchronized (runs) {
      return Optional.ofNullable(runs.get(id));
    }
  }

  @Override
  public Result result(Question question, Actor by) {
    WhatIfRun run = begin(question, by);
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

  private WhatIfRun begin(Question question, Actor by) {
    Instant now = clock.instant();
    Instant from = question.from() == null || question.from().isBefore(now) ? now : question.from();
    PolicySet base = inForce(from);
    List<PolicyProblem> problems = Trial.problems(base, question.change());
    if (!problems.isEmpty()) {
      throw new InvalidValue(
          "policy",
          "does not compile: "
              + problems.stream().map(PolicyProblem::toString).collect(Collectors.joining("; ")));
    }
    WhatIfRun run =
        new WhatIfRun(
            TimeOrderedIds.next().toString(),
            by.subject(),
            new WhatIfRun.Task(
                Trial.of(base, question.change(), from),
                base.number(),
                question.span(),
                now,
                from,
                settings.longest()),
            streams,
            mesh,
            observed,
            findings);
    take(run);
    return run;
  }

  private void take(WhatIfRun run) {
    synchronized (runs) {
      long own =
          runs.values().stream()
              .filter(other -> !other.isEnded() && other.startedBy().equals(run.startedBy()))
              .count();
      if (own >= settings.perCaller()) {
        throw rejected(RejectionCode.WHAT_IF_BUSY, "%d of yours run or wait.".formatted(own));
      }
      try {
        threads.execute(run);
      } catch (RejectedExecutionException full) {
        throw rejected(RejectionCode.WHAT_IF_BUSY, "%d are waiting.".formatted(WAITING_MOST));
      }
      runs.put(run.view().id(), run);
      if (runs.size() > KEPT_MOST) {
        runs.values().stream()
            .filter(WhatIfRun::isEnded)
            .findFirst()
            .ifPresent(oldest -> runs.remove(oldest.view().id()));
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
