package io.concordat.server.whatif;

import io.concordat.command.MeshDirectory;
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
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.ContractVersionRetired;
import io.concordat.messages.policy.PolicySet;
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
 * other, so that the documents of one contract at a time are in memory; one that cannot be judged
 * is told and left out.
 */
final class WhatIfRun implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(WhatIfRun.class);
  private static final String TYPE = "contract";
  private static final int PAGE = 500;

  private static final Comparator<ContractVersionPublished> BY_RELEASE =
      Comparator.comparing(
          published -> SemanticVersion.of(published.version()), SemanticVersion.BY_RELEASE);

  private final String id;
  private final Trial trial;
  private final PolicySet inForce;
  private final Span span;
  private final Instant startedAt;
  private final StreamReader streams;
  private final MeshDirectory mesh;
  private final Findings findings;
  private final CompletableFuture<Result> result = new CompletableFuture<>();
  private volatile int done;
  private volatile @Nullable Integer total;

  WhatIfRun(
      String id,
      Trial trial,
      PolicySet inForce,
      Span span,
      Instant startedAt,
      StreamReader streams,
      MeshDirectory mesh,
      Findings findings) {
    this.id = id;
    this.trial = trial;
    this.inForce = inForce;
    this.span = span;
    this.startedAt = startedAt;
    this.streams = streams;
    this.mesh = mesh;
    this.findings = findings;
  }

  CompletableFuture<Result> result() {
    return result;
  }

  /** How far it is now. */
  Run view() {
    State state =
        !result.isDone()
            ? State.RUNNING
            : result.isCompletedExceptionally() ? State.FAILED : State.DONE;
    return new Run(id, state, startedAt, done, total, state == State.DONE ? result.join() : null);
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
        judge(new ContractId(stream.substring(TYPE.length() + 1)), count);
        done = ++looked;
      }
      result.complete(
          count.result(
              inForce.number(), span, Duration.ofNanos(System.nanoTime() - start).toMillis()));
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
    try {
      count.add(contract, judged(contract, events));
    } catch (RuntimeException unjudged) {
      LOG.info("what-if {} cannot judge {}", id, contract, unjudged);
      count.addUnjudged(contract, String.valueOf(unjudged.getMessage()));
    }
  }

  private List<OfVersion> judged(ContractId contract, List<Event> events) {
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
        span.months() == null
            ? null
            : startedAt.atZone(ZoneOffset.UTC).minusMonths(span.months()).toInstant();
    List<OfVersion> versions = new ArrayList<>();
    for (int i = 0; i < published.size(); i++) {
      ContractVersionPublished version = published.get(i);
      boolean served = !retired.contains(version.version());
      boolean recent = since != null && !version.publishedAt().isBefore(since);
      if (served || recent || span.pastVersions()) {
        @Nullable ContractVersionPublished previous =
            published.subList(0, i).stream().max(BY_RELEASE).orElse(null);
        versions.add(
            new OfVersion(
                version.version(),
                version.publishedAt(),
                served,
                recent,
                violations(contract, version, previous)));
      }
    }
    return versions;
  }

  private List<Violation> violations(
      ContractId contract,
      ContractVersionPublished version,
      @Nullable ContractVersionPublished previous) {
    Findings.Key key =
        new Findings.Key(
            trial.digest(),
            version.digest(),
            previous == null ? null : previous.digest(),
            upstream(version));
    List<Violation> known = findings.get(key);
    if (known != null) {
      return known;
    }
    List<Violation> found =
        trial
            .on(
                new Submission(
                    contract.value(),
                    version.document(),
                    previous == null ? null : previous.document(),
                    startedAt),
                upstream -> mesh.upstream(new ContractId(upstream)))
            .orElseThrow(() ->
                new IllegalStateException(
                    "Version " + version.version() + " can no longer be read as a contract"));
    findings.put(key, found);
    return found;
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
