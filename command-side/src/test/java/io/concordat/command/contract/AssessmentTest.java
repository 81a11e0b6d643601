package io.concordat.command.contract;

import static io.concordat.command.Callers.NOW;
import static io.concordat.command.Callers.as;
import static io.concordat.command.Callers.at;
import static io.concordat.command.Callers.owner;
import static io.concordat.command.FakeMesh.DAILY;
import static io.concordat.command.contract.ContractDeciderTest.deprecated;
import static io.concordat.command.contract.ContractDeciderTest.published;
import static io.concordat.command.contract.ContractDeciderTest.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.command.FakeMesh;
import io.concordat.contract.gate.Judgement;
import io.concordat.contract.policy.CompiledPolicySet;
import io.concordat.messages.contract.AssessContract;
import io.concordat.messages.contract.ContractAssessed;
import io.concordat.messages.contract.ContractEvent;
import io.concordat.messages.contract.ContractVersionRetired;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.Violation;
import io.concordat.messages.policy.Waiver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Published versions, and rules that came after them. */
class AssessmentTest {

  private static final String FIRST = Documents.active("1.0.0");
  private static final String SECOND = Documents.active("2.0.0");
  private static final Duration TEN_DAYS = Duration.ofDays(10);
  private static final DecisionContext CLOCK = as(Role.SYSTEM);

  /** The eighth set asks for a name. */
  private static final PolicySet STRICTER =
      set(8, List.of(Documents.policy("is-named", Severity.ERROR, "contract.name != ''")));

  private static final PolicySet WAIVED =
      new PolicySet(
          9,
          NOW,
          STRICTER.policies(),
          List.of(),
          List.of(),
          List.of(
              new Waiver("w-1", "is-named", DAILY.value(), "ana", "Soon.", NOW.plus(TEN_DAYS))));

  @Test
  void everyServedVersionIsJudgedByTheNewSet() {
    ContractState state =
        ContractDeciderTest.after(
            published(FIRST), published(SECOND), deprecated("1.0.0", "2.0.0", NOW));

    List<ContractEvent> events = assess(state, STRICTER, CLOCK).eventsOrThrow();

    assertThat(events)
        .extracting(event -> ((ContractAssessed) event).version())
        .containsExactly("1.0.0", "2.0.0");
    ContractAssessed second = (ContractAssessed) events.getLast();
    assertThat(second.verdict().policySet()).isEqualTo(8);
    assertThat(second.verdict().passed()).isFalse();
    assertThat(second.verdict().violations()).extracting(Violation::policy).contains("is-named");
    assertThat(second.basis().previousVersion()).isEqualTo("1.0.0");
    assertThat(second.assessedAt()).isEqualTo(NOW);
  }

  @Test
  void theSameSetSpeaksOnce() {
    ContractState state = ContractDeciderTest.after(published(FIRST));
    ContractState assessed = after(state, assess(state, STRICTER, CLOCK));

    assertThat(assess(assessed, STRICTER, CLOCK).eventsOrThrow()).isEmpty();
    assertThat(assess(assessed, set(9, STRICTER.policies()), CLOCK).eventsOrThrow()).hasSize(1);
  }

  @Test
  void theSetOfThePublicationHasSpokenAlready() {
    assertThat(
            assess(
                    ContractDeciderTest.after(published(FIRST)),
                    Documents.POLICIES.policySet(),
                    CLOCK)
                .eventsOrThrow())
        .isEmpty();
  }

  @Test
  void whatNobodyServesIsLeftAlone() {
    ContractState state =
        ContractDeciderTest.after(
            published(FIRST),
            published(SECOND),
            deprecated("1.0.0", "2.0.0", NOW),
            new ContractVersionRetired(DAILY, "1.0.0", NOW),
            rejected(Documents.draft("3.0.0")));

    assertThat(assess(state, STRICTER, CLOCK).eventsOrThrow())
        .extracting(event -> ((ContractAssessed) event).version())
        .containsExactly("2.0.0");
  }

  @Test
  void aWaiverThatEndsHasItsVersionsJudgedAgain() {
    ContractState state = ContractDeciderTest.after(published(FIRST));
    Decision<ContractEvent> waived = assess(state, WAIVED, CLOCK);
    ContractAssessed told = (ContractAssessed) waived.eventsOrThrow().getFirst();
    assertThat(told.verdict().passed()).isTrue();
    ContractState under = after(state, waived);

    assertThat(assess(under, WAIVED, at(NOW.plus(TEN_DAYS).minusMillis(1), CLOCK)).eventsOrThrow())
        .isEmpty();
    Decision<ContractEvent> ended = assess(under, WAIVED, at(NOW.plus(TEN_DAYS), CLOCK));
    assertThat(((ContractAssessed) ended.eventsOrThrow().getFirst()).verdict().passed()).isFalse();
    assertThat(assess(after(under, ended), WAIVED, at(NOW.plus(TEN_DAYS), CLOCK)).eventsOrThrow())
        .isEmpty();
  }

  @Test
  void nobodyElseAssesses() {
    assertThat(assess(ContractDeciderTest.after(published(FIRST)), STRICTER, owner()))
        .isInstanceOfSatisfying(
            Decision.Rejected.class,
            no -> assertThat(no.rejection().code()).isEqualTo(RejectionCode.NOT_ALLOWED));
  }

  private static Decision<ContractEvent> assess(
      ContractState state, PolicySet set, DecisionContext context) {
    CompiledPolicySet compiled = CompiledPolicySet.compile(set);
    ContractFacts facts =
        new ContractFacts(
            FakeMesh.ANSWERS_FOR_SETTLEMENTS,
            (contract, document, previous) ->
                Judgement.of(
                    contract.value(),
                    document,
                    previous,
                    context.now(),
                    compiled,
                    upstream -> Optional.empty()),
            () -> set,
            versions -> Map.of("1.0.0", FIRST, "2.0.0", SECOND));
    return ContractDecider.decide(state, new AssessContract(DAILY), context, facts);
  }

  private static ContractState after(ContractState state, Decision<ContractEvent> decision) {
    ContractState next = state;
    for (ContractEvent event : decision.eventsOrThrow()) {
      next = ContractDecider.evolve(next, event);
    }
    return next;
  }

  private static PolicySet set(int number, List<Policy> policies) {
    return new PolicySet(number, NOW, policies, List.of());
  }
}
