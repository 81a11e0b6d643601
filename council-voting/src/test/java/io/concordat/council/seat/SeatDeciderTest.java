package io.concordat.council.seat;

import static io.concordat.council.Samples.ENGINEER;
import static io.concordat.council.Samples.NOON;
import static io.concordat.council.Samples.asRepresentative;
import static io.concordat.council.Samples.codeOf;
import static io.concordat.council.Samples.council;
import static io.concordat.council.Samples.domain;
import static io.concordat.council.Samples.representative;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.Subject;
import io.concordat.messages.council.AppointRepresentative;
import io.concordat.messages.council.CouncilCommand;
import io.concordat.messages.council.CouncilEvent;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.DelegateSeat;
import io.concordat.messages.council.DelegationRevoked;
import io.concordat.messages.council.RepresentativeAppointed;
import io.concordat.messages.council.RevokeDelegation;
import io.concordat.messages.council.SeatDelegated;
import io.concordat.messages.council.SeatVacated;
import io.concordat.messages.council.VacateSeat;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SeatDeciderTest {

  private static final Subject DAN = new Subject("dan");
  private static final Instant WEEK = NOON.plus(Duration.ofDays(7));
  private static final CouncilState SEATED = council(CouncilRules.DEFAULT, "a", "b");
  private static final SeatDelegated DELEGATED =
      new SeatDelegated(domain("a"), representative("a"), DAN, NOON, WEEK, NOON);
  private static final CouncilState WITH_DELEGATE = SEATED.evolve(DELEGATED);

  @Nested
  class Delegating {

    @Test
    void isForTheRepresentative() {
      assertThat(as("a", SEATED, delegate("a", "dan", null, WEEK)))
          .isEqualTo(Decision.accept(DELEGATED));
      assertThat(codeOf(as("b", SEATED, delegate("a", "dan", null, WEEK))))
          .isEqualTo(RejectionCode.NO_SEAT);
      assertThat(codeOf(as("dan", WITH_DELEGATE, delegate("a", "dora", null, WEEK))))
          .as("a delegate names no delegate")
          .isEqualTo(RejectionCode.NO_SEAT);
    }

    @Test
    void givesNobodyTwoVoices() {
      assertThat(codeOf(as("a", SEATED, delegate("a", "rep-b", null, WEEK))))
          .isEqualTo(RejectionCode.DELEGATE_NOT_FREE);
      assertThat(codeOf(as("a", SEATED, delegate("a", "rep-a", null, WEEK))))
          .isEqualTo(RejectionCode.DELEGATE_NOT_FREE);
      assertThat(codeOf(as("b", WITH_DELEGATE, delegate("b", "dan", null, WEEK))))
          .isEqualTo(RejectionCode.DELEGATE_NOT_FREE);
    }

    @Test
    void ofOnePersonByTwoDomainsOneAfterTheOtherIsFine() {
      assertThat(as("b", WITH_DELEGATE, delegate("b", "dan", WEEK, WEEK.plusSeconds(1))))
          .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void aDelegateDoesNotBecomeTheRepresentativeOfAnotherDomain() {
      assertThat(
              codeOf(
                  CouncilDecider.decide(
                      WITH_DELEGATE,
                      new AppointRepresentative(domain("c"), DAN, null),
                      true,
                      new DecisionContext(NOON, ENGINEER))))
          .isEqualTo(RejectionCode.REPRESENTS_ANOTHER_DOMAIN);
      assertThat(
              CouncilDecider.decide(
                  WITH_DELEGATE,
                  new AppointRepresentative(domain("c"), DAN, null),
                  true,
                  new DecisionContext(WEEK, ENGINEER)))
          .as("once it is over")
          .isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void hasAnEnd() {
      assertThat(codeOf(as("a", SEATED, delegate("a", "dan", null, NOON))))
          .isEqualTo(RejectionCode.DELEGATION_PERIOD_OUT_OF_BOUNDS);
      assertThat(codeOf(as("a", SEATED, delegate("a", "dan", WEEK, WEEK))))
          .isEqualTo(RejectionCode.DELEGATION_PERIOD_OUT_OF_BOUNDS);
      assertThat(
              codeOf(as("a", SEATED, delegate("a", "dan", null, NOON.plus(Duration.ofDays(367))))))
          .isEqualTo(RejectionCode.DELEGATION_PERIOD_OUT_OF_BOUNDS);
    }

    @Test
    void theSameAgainChangesNothing() {
      assertThat(as("a", WITH_DELEGATE, delegate("a", "dan", null, WEEK)))
          .isEqualTo(Decision.nothingToDo());
    }
  }

  @Nested
  class Acting {

    @Test
    void endsByItself() {
      assertThat(WITH_DELEGATE.voiceOf(DAN, NOON)).contains(domain("a"));
      assertThat(WITH_DELEGATE.voiceOf(DAN, WEEK.minusNanos(1))).contains(domain("a"));
      assertThat(WITH_DELEGATE.voiceOf(DAN, WEEK)).isEmpty();
      assertThat(WITH_DELEGATE.voiceOf(DAN, NOON.minusNanos(1))).isEmpty();
    }

    @Test
    void leavesTheRepresentativeTheirVoice() {
      assertThat(WITH_DELEGATE.voiceOf(representative("a"), NOON)).contains(domain("a"));
      assertThat(WITH_DELEGATE.seatedDomains()).hasSize(2);
    }

    @Test
    void endsWithWhoNamedTheDelegate() {
      CouncilState handedOver =
          WITH_DELEGATE.evolve(
              new RepresentativeAppointed(
                  domain("a"), new Subject("al"), representative("a"), NOON));
      assertThat(handedOver.voiceOf(DAN, NOON)).isEmpty();
      assertThat(handedOver.seatedSince(domain("a"))).contains(NOON);
    }
  }

  @Nested
  class Revoking {

    @Test
    void isForTheRepresentativeTheDelegateAndGovernanceEngineers() {
      RevokeDelegation revoke = new RevokeDelegation(domain("a"));
      assertThat(as("a", WITH_DELEGATE, revoke))
          .isEqualTo(
              Decision.accept(new DelegationRevoked(domain("a"), DAN, representative("a"), NOON)));
      assertThat(decide(WITH_DELEGATE, revoke, new Actor(DAN, Set.of())))
          .isInstanceOf(Decision.Accepted.class);
      assertThat(decide(WITH_DELEGATE, revoke, ENGINEER)).isInstanceOf(Decision.Accepted.class);
      assertThat(codeOf(as("b", WITH_DELEGATE, revoke))).isEqualTo(RejectionCode.NOT_ALLOWED);
    }

    @Test
    void takesTheVoiceAway() {
      CouncilState revoked =
          WITH_DELEGATE.evolve(new DelegationRevoked(domain("a"), DAN, representative("a"), NOON));
      assertThat(revoked.voiceOf(DAN, NOON)).isEmpty();
      assertThat(as("a", revoked, new RevokeDelegation(domain("a"))))
          .isEqualTo(Decision.nothingToDo());
    }
  }

  @Nested
  class Vacating {

    @Test
    void isForTheRepresentativeAndGovernanceEngineers() {
      assertThat(as("a", SEATED, new VacateSeat(domain("a"))))
          .isEqualTo(
              Decision.accept(
                  new SeatVacated(domain("a"), representative("a"), representative("a"), NOON)));
      assertThat(codeOf(as("b", SEATED, new VacateSeat(domain("a")))))
          .isEqualTo(RejectionCode.NOT_ALLOWED);
      assertThat(decide(WITH_DELEGATE, new VacateSeat(domain("a")), new Actor(DAN, Set.of())))
          .as("not for the delegate")
          .isInstanceOf(Decision.Rejected.class);
    }

    @ParameterizedTest
    @EnumSource
    void byRole(Role role) {
      Actor somebody = new Actor(new Subject("somebody"), Set.of(role));
      boolean may = role == Role.GOVERNANCE_ENGINEER || role == Role.SYSTEM;
      assertThat(decide(SEATED, new VacateSeat(domain("a")), somebody) instanceof Decision.Accepted)
          .isEqualTo(may);
      assertThat(
              decide(WITH_DELEGATE, new RevokeDelegation(domain("a")), somebody)
                  instanceof Decision.Accepted)
          .isEqualTo(may);
      assertThat(
              decide(SEATED, delegate("a", "dan", null, WEEK), somebody)
                  instanceof Decision.Accepted)
          .isFalse();
    }

    @Test
    void endsSeatAndDelegation() {
      CouncilState left =
          WITH_DELEGATE.evolve(
              new SeatVacated(domain("a"), representative("a"), ENGINEER.subject(), NOON));
      assertThat(left.seatedDomains()).containsExactly(domain("b"));
      assertThat(left.voiceOf(DAN, NOON)).isEmpty();
      assertThat(left.voiceOf(representative("a"), NOON)).isEmpty();
      assertThat(decide(left, new VacateSeat(domain("a")), ENGINEER))
          .isEqualTo(Decision.nothingToDo());
    }
  }

  private static DelegateSeat delegate(String domain, String person, Instant from, Instant until) {
    return new DelegateSeat(domain(domain), new Subject(person), from, until);
  }

  private static Decision<CouncilEvent> as(
      String caller, CouncilState state, CouncilCommand command) {
    Actor actor =
        caller.equals("dan") ? new Actor(DAN, Set.of()) : asRepresentative(caller, NOON).actor();
    return decide(state, command, actor);
  }

  private static Decision<CouncilEvent> decide(
      CouncilState state, CouncilCommand command, Actor actor) {
    DecisionContext context = new DecisionContext(NOON, actor);
    return switch (command) {
      case DelegateSeat delegate -> SeatDecider.decide(state, delegate, context);
      case RevokeDelegation revoke -> SeatDecider.decide(state, revoke, context);
      case VacateSeat vacate -> SeatDecider.decide(state, vacate, context);
      default -> throw new AssertionError(command);
    };
  }
}
