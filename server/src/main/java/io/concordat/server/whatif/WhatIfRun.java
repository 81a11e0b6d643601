package io.concordat.server.whatif;

import io.concordat.command.ErrorBudgets;
import io.concordat.command.GateQuestions;
import io.concordat.command.ObservedDrift;
import io.concordat.command.UpstreamContracts;
import io.concordat.contract.SemanticVersion;
import io.concordat.contract.gate.Submission;
import io.concordat.contract.gate.Trial;
import io.concordat.contract.gate.UpstreamContract;
import io.concordat.eventstore.stream.StreamReader;
import io.concordat.graphql.gateway.WhatIfDesk.Result;
import io.concordat.graphql.gateway.WhatIfDesk.Run;
import io.concordat.graphql.gateway.WhatIfDesk.Span;
import io.concordat.graphql.gateway.WhatIfDesk.State;
import io.concordat.messages.Event;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.ContractVersionRetired;
import io.concordat.messages.contract.DriftRead;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.Rejection;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.policy.Violation;
import io.concordat.server.whatif.Count.OfVersion;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One trial of a change on all contracts. Contracts are taken from the event store one after the
 * other, so that the documents of one contract at a time are in memory; a version that cannot be
 * judged is told and left out. It ends early where somebody stops it, or where it takes too long.
 */
final class WhatIfRun implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(WhatIfRun.class);
  private static final String TYPE = "contract";
  private static final int PAGE = 500;

  private static final Comparator<ContractVersionPublished> BY_RELEASE =
      Comparator.comparing(
          published -> SemanticVersion.of(published.version()), SemanticVersion.BY_RELEASE);

  private final String id;
  private final Subject startedBy;
  private final Task task;
  private final StreamReader streams;
  private final UpstreamContracts mesh;
  private final ObservedDrift observed;
  private final Findings findings;
  private final CompletableFuture<Result> result = new CompletableFuture<>();
  private volatile int done;
  private volatile @Nullable Integer total;

  /**
   * What is done.
   *
   * @param policySet number of the set that the change is tried on
   * @param startedAt UTC; months are counted back from it
   * @param at the time for which it is tried, UTC: now, or when the change would begin
   * @param longest after so long it ends early
   */
  record Task(
      Trial trial, int policySet, Span span, Instant startedAt, Instant at, Duration longest) {}

  WhatIfRun(
      String id,
      Subject startedBy,
      Task task,
      StreamReader streams,
      UpstreamContracts mesh,
      ObservedDrift observed,
      Findings findings) {
    this.id = id;
    this.startedBy = startedBy;
    this.task = task;
    this.streams = streams;
    this.mesh = mesh;
    this.observed = observed;
    this.findings = findings;
  }

  Subject startedBy() {
    return startedBy;
  }

  boolean isEnded() {
    return result.isDone();
  }

  /** Ends it, where it has not ended: the contract that it is at is the last. */
  void stop(String reason) {
    result.completeExceptionally(
        new CommandRejected(
            new Rejection(
                RejectionCode.WHAT_IF_STOPPED,
                RejectionCode.WHAT_IF_STOPPED.meaning() + " " + reason)));
  }

  CompletableFuture<Result> result() {
    return result;
  }

  /** How far it is now. */
  Run view() {
    return switch (result.state()) {
      case RUNNING -> view(State.RUNNING, null, null);
      case SUCCESS -> view(State.DONE, result.resultNow(), null);
      case FAILED, CANCELLED ->
          result.exceptionNow() instanceof CommandRejected stopped
              ? view(State.STOPPED, null, stopped.rejection().detail())
              : view(State.FAILED, null, "A fault of the service; its log says more.");
    };
  }

  private Run view(State state, @Nullable Result found, @Nullable String reason) {
    return new Run(
        id, state, startedBy.value(), task.startedAt(), task.at(), done, total, found, reason);
  }

  @Override
  public void run() {
    long start = System.nanoTime();
    try {
      List<String> contracts = contracts();
      total = contracts.size();
      Count count = new Count();
      int looked = 0;
      for (String stream : contracts) {
        if (System.nanoTime() - start > task.longest().toNanos()) {
          stop("It took longer than " + task.longest() + ".");
        }
        if (isEnded()) {
          return;
        }
        judge(new ContractId(stream.substring(TYPE.length() + 1)), count);
        done = ++looked;
      }
      result.complete(
          count.result(
              task.policySet(),
              task.span(),
              Duration.ofNanos(System.nanoTime() - start).toMillis()));
    } catch (RuntimeException failure) {
      LOG.warn("what-if {} failed ({})", id, failure.toString());
      result.completeExceptionally(failure);
    }
  }

  private List<String> contracts() {
    List<String> all = new ArrayList<>();
    List<String> page = streams.streams(TYPE, "", PAGE);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = streams.streams(TYPE, page.getLast(), PAGE);
    }
    return all;
  }

  private void judge(ContractId contract, Count count) {
    List<Event> events =
        streams.read(
            contract.stream(),
            Set.of(ContractVersionPublished.class, ContractVersionRetired.class));
    count.add(contract, judged(contract, events, count));
  }

  private List<OfVersion> judged(ContractId contract, List<Event> events, Count count) {
    Set<String> retired = new HashSet<>();
    List<ContractVersionPublished> published = new ArrayList<>();
    for (Event event : events) {
      switch (event) {
        case ContractVersionPublished told -> published.add(told);
        case ContractVersionRetired told -> retired.add(told.version());
        default -> throw new IllegalStateException("Not asked for: " + event);
      }
    }
    Instant since =
        task.span().months() == null
            ? null
            : task.startedAt().atZone(ZoneOffset.UTC).minusMonths(task.span().months()).toInstant();
    List<OfVersion> versions = new ArrayList<>();
    for (int i = 0; i < published.size(); i++) {
      ContractVersionPublished version = published.get(i);
      boolean served = !retired.contains(version.version());
      boolean recent = since != null && !version.publishedAt().isBefore(since);
      if (served || recent || task.span().pastVersions()) {
        @Nullable ContractVersionPublished previous =
            published.subList(0, i).stream().max(BY_RELEASE).orElse(null);
        try {
          versions.add(
              new OfVersion(
                  version.version(),
                  version.publishedAt(),
                  served,
                  recent,
                  violations(contract, version, previous)));
        } catch (RuntimeException unjudged) {
          LOG.info("what-if {} cannot judge {} {}", id, contract, version.version(), unjudged);
          count.addUnjudged(contract, version.version(), String.valueOf(unjudged.getMessage()));
        }
      }
    }
    return versions;
  }

  private List<Violation> violations(
      ContractId contract,
      ContractVersionPublished version,
      @Nullable ContractVersionPublished previous) {
    Optional<DriftRead> drift =
        task.trial().asksDrift() ? observed.drift(contract, version.outline()) : Optional.empty();
    Findings.Key key =
        new Findings.Key(
            task.trial().digest(),
            version.digest(),
            previous == null ? null : previous.digest(),
            upstream(version) + "\n" + drift.map(WhatIfRun::facts).orElse("-"));
    List<Violation> known = findings.get(key);
    if (known != null) {
      return known;
    }
    List<Violation> found =
        task.trial()
            .on(
                new Submission(
                    contract.value(),
                    version.document(),
                    previous == null ? null : previous.document(),
                    task.at()),
                new GateQuestions(mesh, (_, _) -> drift, ErrorBudgets.UNSPENT))
            .orElseThrow(() -> new IllegalStateException("It can no longer be read as a contract"));
    findings.put(key, found);
    return found;
  }

  /** All of an answer but when it was given. */
  private static String facts(DriftRead drift) {
    return drift.observedAt()
        + "\n"
        + drift.undeclared()
        + "\n"
        + drift.unobserved()
        + "\n"
        + drift.schema();
  }

  /** The answers that a gate would get about what is upstream, as text. */
  private String upstream(ContractVersionPublished version) {
    StringBuilder answers = new StringBuilder(version.contract().value());
    for (String declared : version.outline().upstream()) {
      Optional<UpstreamContract> found = contract(declared).flatMap(mesh::upstream);
      answers
          .append('\n')
          .append(declared)
          .append('=')
          .append(found.map(UpstreamContract::digest).orElse("-"));
    }
    return answers.toString();
  }

  private static Optional<ContractId> contract(String declared) {
    try {
      return Optional.of(new ContractId(declared));
    } catch (InvalidValue namesNone) {
      return Optional.empty();
    }
  }
}
