package io.concordat.command.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.command.Callers;
import io.concordat.command.FakeMesh;
import io.concordat.contract.SemanticVersion;
import io.concordat.messages.contract.ContractAssessed;
import io.concordat.messages.contract.ContractCommand;
import io.concordat.messages.contract.ContractEvent;
import io.concordat.messages.contract.ContractSupportExtended;
import io.concordat.messages.contract.ContractVersionDeprecated;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.ContractVersionRejected;
import io.concordat.messages.contract.ContractVersionRetired;
import io.concordat.messages.contract.ExtendSupport;
import io.concordat.messages.contract.RetireContractVersion;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is published and retired in whatever order. */
class ContractHistoryTest {

  private static final ContractFacts FACTS = Documents.facts(Documents::judge);

  /** A command, some days after the one before. */
  record Step(int days, ContractCommand command) {}

  /** What happened, when, and the state it led to. */
  record Told(List<ContractEvent> events, ContractState state) {}

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void versionsOnlyRise(@ForAll("steps") List<Step> steps) {
    List<SemanticVersion> versions =
        play(steps).events().stream()
            .filter(ContractVersionPublished.class::isInstance)
            .map(event -> SemanticVersion.of(((ContractVersionPublished) event).version()))
            .toList();

    for (int i = 1; i < versions.size(); i++) {
      assertThat(versions.get(i).comparePrecedence(versions.get(i - 1))).isPositive();
    }
    assertThat(versions).doesNotHaveDuplicates();
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void noVersionIsRetiredBeforeItsDayOrTwice(@ForAll("steps") List<Step> steps) {
    Map<String, Instant> promised = new HashMap<>();
    Map<String, Instant> retired = new HashMap<>();
    Map<String, Instant> published = new HashMap<>();
    for (ContractEvent event : play(steps).events()) {
      switch (event) {
        case ContractVersionPublished told -> published.put(told.version(), told.publishedAt());
        case ContractVersionRejected told -> assertThat(told.verdict().passed()).isFalse();
        case ContractVersionDeprecated told -> {
          assertThat(promised.put(told.version(), told.supportedUntil())).isNull();
          assertThat(told.supportedUntil())
              .isAfterOrEqualTo(published.get(told.successor()).plus(ContractDecider.LEAST_NOTICE));
          assertThat(SemanticVersion.of(told.successor()))
              .matches(it -> it.isMajorAfter(SemanticVersion.of(told.version())));
        }
        case ContractSupportExtended told -> {
          assertThat(told.supportedUntil()).isAfter(promised.get(told.version()));
          assertThat(retired).doesNotContainKey(told.version());
          promised.put(told.version(), told.supportedUntil());
        }
        case ContractVersionRetired told -> {
          assertThat(told.retiredAt()).isAfterOrEqualTo(promised.get(told.version()));
          assertThat(retired.put(told.version(), told.retiredAt())).isNull();
        }
        case ContractAssessed told -> assertThat(published).containsKey(told.version());
      }
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void replayingTheEventsGivesTheSameState(@ForAll("steps") List<Step> steps) {
    Told told = play(steps);

    assertThat(ContractDeciderTest.after(told.events().toArray(ContractEvent[]::new)))
        .isEqualTo(told.state());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void everyCommandASecondTimeAddsNoVersion(@ForAll("steps") List<Step> steps) {
    List<Step> twice =
        steps.stream()
            .flatMap(step -> List.of(step, new Step(0, step.command())).stream())
            .toList();

    assertThat(play(twice).state()).isEqualTo(play(steps).state());
  }

  private static Told play(List<Step> steps) {
    ContractState state = new ContractState.Unpublished();
    List<ContractEvent> events = new ArrayList<>();
    Instant now = Callers.NOW;
    for (Step step : steps) {
      now = now.plus(Duration.ofDays(step.days()));
      DecisionContext context = Callers.at(now, Callers.owner());
      Decision<ContractEvent> decision =
          ContractDecider.decide(state, step.command(), context, FACTS);
      if (decision instanceof Decision.Accepted<ContractEvent> accepted) {
        for (ContractEvent event : accepted.events()) {
          state = ContractDecider.evolve(state, event);
          events.add(event);
        }
      }
    }
    return new Told(events, state);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<String> versions =
        Combinators.combine(
                Arbitraries.integers().between(1, 3),
                Arbitraries.integers().between(0, 2),
                Arbitraries.of("", "", "-rc.1", "+build.2"))
            .as((major, minor, suffix) -> major + "." + minor + ".0" + suffix);
    Arbitrary<ContractCommand> publications =
        Combinators.combine(versions, Arbitraries.of("", "P7D", "P60D", "soon", "draft"))
            .as((version, variant) ->
                Documents.submission(
                    switch (variant) {
                      case "" -> Documents.active(version);
                      case "draft" -> Documents.draft(version);
                      default -> Documents.withNotice(version, variant);
                    }));
    Arbitrary<ContractCommand> retirements =
        versions.map(version -> new RetireContractVersion(FakeMesh.DAILY, version));
    Arbitrary<ContractCommand> extensions =
        Combinators.combine(versions, Arbitraries.of(0, 31, 61, 120))
            .as((version, days) ->
                new ExtendSupport(
                    FakeMesh.DAILY, version, Callers.NOW.plus(Duration.ofDays(days))));
    return Combinators.combine(
            Arbitraries.of(0, 1, 29, 30, 60),
            Arbitraries.oneOf(publications, publications, retirements, extensions))
        .as(Step::new)
        .list()
        .ofMaxSize(25);
  }
}
