package io.concordat.server.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.contract.gate.Trial;
import io.concordat.council.policyset.PolicySetState;
import io.concordat.graphql.gateway.WhatIfDesk.Question;
import io.concordat.graphql.gateway.WhatIfDesk.Result;
import io.concordat.graphql.gateway.WhatIfDesk.Run;
import io.concordat.graphql.gateway.WhatIfDesk.Span;
import io.concordat.graphql.gateway.WhatIfDesk.State;
import io.concordat.graphql.gateway.WhatIfDesk.Unjudged;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.ContractVersionRetired;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyFamily;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.Verdict;
import io.concordat.server.StreamsAtHand;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WhatIfRunTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final ContractId DAILY = new ContractId("payments/settlements/daily");
  private static final String READABLE =
      """
      apiVersion: v3.1.0
      kind: DataContract
      id: payments/settlements/daily
      version: 2.0.0
      status: active
      """;
  private static final Span ALL = new Span(true, null);
  private static final Actor ANA = new Actor(new Subject("ana"), Set.of(Role.VIEWER));
  private static final Actor BEN = new Actor(new Subject("ben"), Set.of(Role.VIEWER));
  private static final Actor ENGINEER =
      new Actor(new Subject("engineer"), Set.of(Role.GOVERNANCE_ENGINEER));
  private static final PolicyChange TAGGED =
      new PolicyChange.AddPolicy(
          new Policy(
              "tagged",
              "Tagged",
              PolicyFamily.OTHER,
              PolicyScope.CONTRACT,
              Severity.ERROR,
              "size(contract.tags) > 0",
              "no tag",
              "Tags are how people find products.",
              List.of()));

  private final StreamsAtHand streams =
      new StreamsAtHand()
          .with(
              DAILY.stream(),
              published("1.0.0", "what: was never [a contract"),
              new ContractVersionRetired(DAILY, "1.0.0", NOW),
              published("2.0.0", READABLE));

  @Test
  void aVersionThatCannotBeReadIsToldAndItsContractCountsAllTheSame() {
    WhatIfRun run = run(Duration.ofMinutes(1));
    run.run();

    Result result = run.result().join();
    assertThat(result.unjudged())
        .containsExactly(new Unjudged(DAILY, "1.0.0", "It can no longer be read as a contract"));
    assertThat(result.contracts()).isEqualTo(1);
    assertThat(result.failing()).isEqualTo(1);
  }

  @Test
  void oneThatTakesTooLongIsStoppedAndSaysSo() {
    WhatIfRun run = run(Duration.ofNanos(1));
    run.run();

    assertThat(run.view().state()).isEqualTo(State.STOPPED);
    assertThat(run.view().reason()).contains("longer than PT0.000000001S");
    assertThat(run.view().done()).isZero();
  }

  @Test
  void oneThatIsStoppedWhileItWaitsDoesNothing() {
    WhatIfRun run = run(Duration.ofMinutes(1));
    run.stop("Stopped by ana.");
    run.run();

    assertThat(run.view().state()).isEqualTo(State.STOPPED);
    assertThat(run.view().done()).isZero();
  }

  @Test
  void aCallerHasTwoAtATimeAndOnlyHeAndEngineersStopThem() throws Exception {
    CountDownLatch going = new CountDownLatch(1);
    WhatIfRuns runs =
        new WhatIfRuns(
            () -> new PolicySetState(List.of(set(1, NOW)), List.of()),
            streams,
            _ -> {
              awaitUninterrupted(going);
              return Optional.empty();
            },
            (_, _) -> Optional.empty(),
            Clock.fixed(NOW, ZoneOffset.UTC),
            new WhatIfSettings(Duration.ofMinutes(1), 2));
    Question question = new Question(TAGGED, ALL, null);
    try {
      Run first = runs.start(question, ANA);
      Run second = runs.start(question, ANA);
      assertThatThrownBy(() -> runs.start(question, ANA))
          .isInstanceOfSatisfying(
              CommandRejected.class,
              no -> assertThat(no.rejection().code()).isEqualTo(RejectionCode.WHAT_IF_BUSY));
      runs.start(question, BEN);

      assertThatThrownBy(() -> runs.cancel(first.id(), BEN))
          .isInstanceOfSatisfying(
              CommandRejected.class,
              no -> assertThat(no.rejection().code()).isEqualTo(RejectionCode.NOT_ALLOWED));
      assertThat(runs.cancel(first.id(), ANA).orElseThrow().reason()).endsWith("by ana.");
      assertThat(runs.cancel(second.id(), ENGINEER).orElseThrow().state()).isEqualTo(State.STOPPED);
      assertThat(runs.cancel("unknown", ANA)).isEmpty();
      runs.start(question, ANA);
    } finally {
      going.countDown();
      runs.stop();
    }
  }

  @Test
  void aChangeThatBeginsLaterIsTriedOnTheRulesOfThatDay() {
    Instant later = NOW.plus(Duration.ofDays(10));
    WhatIfRuns runs =
        new WhatIfRuns(
            () -> new PolicySetState(List.of(set(1, NOW), set(2, later)), List.of()),
            streams,
            _ -> Optional.empty(),
            (_, _) -> Optional.empty(),
            Clock.fixed(NOW, ZoneOffset.UTC),
            new WhatIfSettings(Duration.ofMinutes(1), 2));
    try {
      assertThat(runs.result(new Question(TAGGED, ALL, later), ANA).policySet()).isEqualTo(2);
      assertThat(runs.result(new Question(TAGGED, ALL, null), ANA).policySet()).isEqualTo(1);
      assertThat(runs.result(new Question(TAGGED, ALL, NOW.minusSeconds(1)), ANA).policySet())
          .isEqualTo(1);
    } finally {
      runs.stop();
    }
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private WhatIfRun run(Duration longest) {
    return new WhatIfRun(
        "run",
        ANA.subject(),
        new WhatIfRun.Task(Trial.of(set(1, NOW), TAGGED, NOW), 1, ALL, NOW, NOW, longest),
        streams,
        _ -> Optional.empty(),
        (_, _) -> Optional.empty(),
        new Findings());
  }

  private static PolicySet set(int number, Instant from) {
    return new PolicySet(number, from, List.of(), List.of());
  }

  private static ContractVersionPublished published(String version, String document) {
    return new ContractVersionPublished(
        DAILY,
        version,
        document,
        "digest of " + version,
        new ContractOutline(
            null, null, "active", List.of(), List.of("finance/ledger/entries"), List.of()),
        new Verdict(1, List.of()),
        null,
        List.of(),
        NOW,
        new Subject("owner"));
  }
}
