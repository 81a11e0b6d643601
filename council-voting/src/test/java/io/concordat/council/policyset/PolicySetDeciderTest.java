package io.concordat.council.policyset;

import static io.concordat.council.Samples.EMAIL;
import static io.concordat.council.Samples.NOON;
import static io.concordat.council.Samples.OWNED;
import static io.concordat.council.Samples.asSystem;
import static io.concordat.council.Samples.codeOf;
import static io.concordat.council.Samples.founded;
import static io.concordat.council.Samples.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyChange.AddPolicy;
import io.concordat.messages.policy.PolicyChange.ChangePolicy;
import io.concordat.messages.policy.PolicyChange.RetirePolicy;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.PolicySetChanged;
import io.concordat.messages.policy.PolicySetEvent;
import io.concordat.messages.policy.PolicySetFounded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PolicySetDeciderTest {

  private static final Instant NEXT_MONTH = NOON.plus(Duration.ofDays(30));
  private static final Policy TYPED = policy("typed", "true");

  @Nested
  class Founding {

    @Test
    void sortsWhatItFounds() {
      assertThat(found(List.of(TYPED, OWNED)))
          .isEqualTo(
              Decision.accept(
                  new PolicySetFounded(List.of(OWNED, TYPED), List.of(EMAIL), NOON, List.of())));
    }

    @Test
    void aSecondTimeChangesNothing() {
      assertThat(
              PolicySetDecider.found(
                  founded(OWNED), List.of(TYPED), List.of(), List.of(), asSystem(NOON)))
          .isEqualTo(Decision.nothingToDo());
    }

    @Test
    void wantsEachNameOnce() {
      assertThatThrownBy(() -> found(List.of(OWNED, TYPED, OWNED)))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("'owned' twice");
      assertThatThrownBy(() ->
              PolicySetDecider.found(
                  PolicySetState.EMPTY,
                  List.of(),
                  List.of(EMAIL, EMAIL),
                  List.of(),
                  asSystem(NOON)))
          .isInstanceOf(InvalidValue.class)
          .hasMessageContaining("'email-address' twice");
    }

    private Decision<PolicySetEvent> found(List<Policy> policies) {
      return PolicySetDecider.found(
          PolicySetState.EMPTY, policies, List.of(EMAIL), List.of(), asSystem(NOON));
    }
  }

  @Nested
  class Adopting {

    @Test
    void makesTheNextSetAtOnce() {
      ProposalId proposal = proposal();
      assertThat(adopt(founded(OWNED), proposal, new AddPolicy(TYPED), null, NOON))
          .isEqualTo(
              Decision.accept(new PolicySetChanged(2, new AddPolicy(TYPED), proposal, NOON)));
    }

    @Test
    void makesTheNextSetFromTheWishedDay() {
      PolicySetState after = adopted(founded(OWNED), new AddPolicy(TYPED), NEXT_MONTH);
      assertThat(after.at(NEXT_MONTH.minusMillis(1)).map(PolicySet::number)).contains(1);
      assertThat(after.at(NEXT_MONTH).map(PolicySet::policies)).contains(List.of(OWNED, TYPED));
      assertThat(after.byNumber(2)).isEqualTo(after.latest());
    }

    @Test
    void neverReachesIntoThePast() {
      PolicySetState after = adopted(founded(OWNED), new AddPolicy(TYPED), NOON.minusSeconds(9));
      assertThat(after.latest().map(PolicySet::effectiveFrom)).contains(NOON);
    }

    @Test
    void waitsForTheFirstSetWhereTheClockWentBack() {
      Decision<PolicySetEvent> decision =
          adopt(founded(OWNED), proposal(), new AddPolicy(TYPED), null, NOON.minusSeconds(9));
      assertThat(((PolicySetChanged) decision.eventsOrThrow().getFirst()).effectiveFrom())
          .isEqualTo(NOON);
    }

    @Test
    void refusesToAddWhatIsThere() {
      assertThat(codeOf(adopt(founded(OWNED), new AddPolicy(OWNED))))
          .isEqualTo(RejectionCode.POLICY_EXISTS);
    }

    @Test
    void refusesToChangeOrRetireWhatIsNotThere() {
      assertThat(codeOf(adopt(founded(OWNED), new ChangePolicy(TYPED))))
          .isEqualTo(RejectionCode.POLICY_NOT_FOUND);
      assertThat(codeOf(adopt(founded(OWNED), new RetirePolicy("typed"))))
          .isEqualTo(RejectionCode.POLICY_NOT_FOUND);
    }

    @Test
    void refusesBeforeTheFounding() {
      assertThat(codeOf(adopt(PolicySetState.EMPTY, new AddPolicy(TYPED))))
          .isEqualTo(RejectionCode.POLICY_SET_NOT_FOUND);
    }

    @Test
    void changesAndRetires() {
      Policy stricter = policy("owned", "false");
      PolicySetState changed = adopted(founded(OWNED), new ChangePolicy(stricter), null);
      assertThat(changed.latest().map(PolicySet::policies)).contains(List.of(stricter));
      PolicySetState retired = adopted(changed, new RetirePolicy("owned"), null);
      assertThat(retired.latest().map(PolicySet::policies)).contains(List.of());
      assertThat(retired.byNumber(1).map(PolicySet::policies)).contains(List.of(OWNED));
    }

    @Test
    void keepsTheSemanticTypes() {
      assertThat(
              adopted(founded(OWNED), new AddPolicy(TYPED), null)
                  .latest()
                  .map(PolicySet::semanticTypes))
          .contains(List.of(EMAIL));
    }
  }

  @Nested
  class AdoptingAtOnceBeforeAScheduledChange {

    private final ProposalId later = proposal();
    private final PolicySetState scheduled =
        adopted(founded(OWNED), later, new AddPolicy(TYPED), NEXT_MONTH);
    private final Policy urgent = policy("urgent", "true");

    @Test
    void doesNotPullTheScheduledChangeForward() {
      PolicySetState after = adopted(scheduled, new AddPolicy(urgent), null);
      assertThat(after.at(NOON).map(PolicySet::policies)).contains(List.of(OWNED, urgent));
      assertThat(after.at(NOON).map(PolicySet::number)).contains(3);
    }

    @Test
    void makesTheScheduledChangeAgainOnTopOfItself() {
      PolicySetState after = adopted(scheduled, new AddPolicy(urgent), null);
      assertThat(after.at(NEXT_MONTH).map(PolicySet::policies))
          .contains(List.of(OWNED, TYPED, urgent));
      assertThat(after.latest().map(PolicySet::number)).contains(4);
      assertThat(after.scheduledAfter(NOON))
          .containsExactly(new PolicySetChanged(4, new AddPolicy(TYPED), later, NEXT_MONTH));
    }

    @Test
    void keepsSeveralChangesOfOneDay() {
      PolicySetState two = adopted(scheduled, new AddPolicy(policy("also", "true")), NEXT_MONTH);
      PolicySetState after = adopted(two, new AddPolicy(urgent), null);
      assertThat(after.at(NOON).orElseThrow().policies()).containsExactly(OWNED, urgent);
      assertThat(after.at(NEXT_MONTH).orElseThrow().policies())
          .extracting(Policy::id)
          .containsExactly("also", "owned", "typed", "urgent");
    }

    @Test
    void refusesWhatWouldBlockTheScheduledChange() {
      Decision<?> decision = adopt(scheduled, new AddPolicy(TYPED));
      assertThat(codeOf(decision)).isEqualTo(RejectionCode.POLICY_EXISTS);
      assertThat(decision.toString()).contains(NEXT_MONTH.toString());
    }

    @Test
    void mayRetireAPolicyOnlyFromTheDayOnWhichItIsThere() {
      assertThat(codeOf(adopt(scheduled, new RetirePolicy("typed"))))
          .isEqualTo(RejectionCode.POLICY_NOT_FOUND);
      PolicySetState after =
          adopted(scheduled, new RetirePolicy("typed"), NEXT_MONTH.plusSeconds(60));
      assertThat(after.at(NEXT_MONTH).orElseThrow().policies()).containsExactly(OWNED, TYPED);
      assertThat(after.latest().orElseThrow().policies()).containsExactly(OWNED);
    }
  }

  private static Decision<PolicySetEvent> adopt(PolicySetState state, PolicyChange change) {
    return adopt(state, proposal(), change, null, NOON);
  }

  private static Decision<PolicySetEvent> adopt(
      PolicySetState state, ProposalId proposal, PolicyChange change, Instant from, Instant now) {
    return PolicySetDecider.adopt(state, proposal, change, from, asSystem(now));
  }

  private static PolicySetState adopted(PolicySetState state, PolicyChange change, Instant from) {
    return adopted(state, proposal(), change, from);
  }

  private static PolicySetState adopted(
      PolicySetState state, ProposalId proposal, PolicyChange change, Instant from) {
    PolicySetState after = state;
    for (PolicySetEvent event : adopt(state, proposal, change, from, NOON).eventsOrThrow()) {
      after = after.evolve(event);
    }
    return after;
  }

  private static ProposalId proposal() {
    return new ProposalId(UUID.randomUUID());
  }
}
