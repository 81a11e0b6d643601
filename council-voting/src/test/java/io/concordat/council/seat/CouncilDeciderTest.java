package io.concordat.council.seat;

import static io.concordat.council.Samples.ENGINEER;
import static io.concordat.council.Samples.NOON;
import static io.concordat.council.Samples.OWNED;
import static io.concordat.council.Samples.asRepresentative;
import static io.concordat.council.Samples.asSystem;
import static io.concordat.council.Samples.codeOf;
import static io.concordat.council.Samples.council;
import static io.concordat.council.Samples.domain;
import static io.concordat.council.Samples.representative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.Subject;
import io.concordat.messages.council.AppointRepresentative;
import io.concordat.messages.council.CouncilFounded;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.FoundCouncil;
import io.concordat.messages.council.RepresentativeAppointed;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CouncilDeciderTest {

  private static final DecisionContext CONTEXT = new DecisionContext(NOON, ENGINEER);

  @Nested
  class Founding {

    private final FoundCouncil command =
        new FoundCouncil(CouncilRules.DEFAULT, List.of(OWNED), List.of(), List.of());

    @Test
    void isAnEventWithTheRules() {
      assertThat(found(CouncilState.EMPTY, CONTEXT))
          .isEqualTo(Decision.accept(new CouncilFounded(CouncilRules.DEFAULT, NOON)));
    }

    @Test
    void mayBeDoneByTheServiceItself() {
      assertThat(found(CouncilState.EMPTY, asSystem(NOON))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void aSecondTimeChangesNothing() {
      assertThat(found(council(CouncilRules.DEFAULT), CONTEXT)).isEqualTo(Decision.nothingToDo());
    }

    @ParameterizedTest
    @EnumSource(
        value = Role.class,
        mode = EnumSource.Mode.EXCLUDE,
        names = {"GOVERNANCE_ENGINEER", "SYSTEM"})
    void isForNobodyElse(Role role) {
      DecisionContext context =
          new DecisionContext(NOON, new Actor(new Subject("somebody"), Set.of(role)));
      assertThat(codeOf(found(CouncilState.EMPTY, context))).isEqualTo(RejectionCode.NOT_ALLOWED);
    }

    @Test
    void wantsPoliciesThatCompile() {
      List<String> problems = List.of("owned: 1:3 what?", "typed: 1:1 no");
      Decision<?> decision = CouncilDecider.decide(CouncilState.EMPTY, command, problems, CONTEXT);
      assertThat(codeOf(decision)).isEqualTo(RejectionCode.POLICY_DOES_NOT_COMPILE);
      assertThat(decision.toString()).contains("owned: 1:3 what?").contains("typed: 1:1 no");
    }

    @Test
    void wantsRoundsThatCanBeHeld() {
      assertThatThrownBy(() -> foundWith(Duration.ofDays(2), Duration.ofDays(1)))
          .isInstanceOf(InvalidValue.class)
          .extracting("field")
          .isEqualTo("longestRound");
      assertThatThrownBy(() -> foundWith(Duration.ZERO, Duration.ofDays(1)))
          .isInstanceOf(InvalidValue.class)
          .extracting("field")
          .isEqualTo("shortestRound");
    }

    private void foundWith(Duration shortest, Duration longest) {
      CouncilDecider.decide(
          CouncilState.EMPTY,
          new FoundCouncil(
              new CouncilRules(50, 3, shortest, longest), List.of(), List.of(), List.of()),
          List.of(),
          CONTEXT);
    }

    private Decision<?> found(CouncilState state, DecisionContext context) {
      return CouncilDecider.decide(state, command, List.of(), context);
    }
  }

  @Nested
  class Appointing {

    private final CouncilState seated = council(CouncilRules.DEFAULT, "payments", "orders");

    @Test
    void givesAFreeSeat() {
      assertThat(appoint("catalog", "carla", null))
          .isEqualTo(
              Decision.accept(
                  new RepresentativeAppointed(
                      domain("catalog"), new Subject("carla"), null, NOON)));
    }

    @Test
    void handsASeatOverFromTheNamedHolder() {
      assertThat(appoint("payments", "paul", representative("payments")))
          .isEqualTo(
              Decision.accept(
                  new RepresentativeAppointed(
                      domain("payments"), new Subject("paul"), representative("payments"), NOON)));
    }

    @Test
    void ofTheHolderChangesNothing() {
      assertThat(appoint("payments", representative("payments").value(), null))
          .isEqualTo(Decision.nothingToDo());
    }

    @Test
    void doesNotTakeASeatFromAnyoneUnnamed() {
      assertThat(codeOf(appoint("payments", "paul", null))).isEqualTo(RejectionCode.SEAT_TAKEN);
    }

    @Test
    void doesNotTakeASeatFromSomebodyWhoDoesNotHoldIt() {
      assertThat(codeOf(appoint("payments", "paul", new Subject("peter"))))
          .isEqualTo(RejectionCode.SEAT_TAKEN);
    }

    @Test
    void givesOnePersonOneSeat() {
      assertThat(codeOf(appoint("catalog", representative("orders").value(), null)))
          .isEqualTo(RejectionCode.REPRESENTS_ANOTHER_DOMAIN);
    }

    @Test
    void wantsADomainThatExists() {
      Decision<?> decision =
          CouncilDecider.decide(
              seated,
              new AppointRepresentative(domain("nowhere"), new Subject("nora"), null),
              false,
              CONTEXT);
      assertThat(codeOf(decision)).isEqualTo(RejectionCode.DOMAIN_NOT_FOUND);
    }

    @Test
    void isNotForRepresentatives() {
      Decision<?> decision =
          CouncilDecider.decide(
              seated,
              new AppointRepresentative(domain("catalog"), new Subject("carla"), null),
              true,
              asRepresentative("payments", NOON));
      assertThat(codeOf(decision)).isEqualTo(RejectionCode.NOT_ALLOWED);
    }

    @Test
    void waitsForTheFounding() {
      Decision<?> decision =
          CouncilDecider.decide(
              CouncilState.EMPTY,
              new AppointRepresentative(domain("catalog"), new Subject("carla"), null),
              true,
              CONTEXT);
      assertThat(codeOf(decision)).isEqualTo(RejectionCode.NOT_ALLOWED);
    }

    private Decision<?> appoint(String domain, String person, Subject replaces) {
      return CouncilDecider.decide(
          seated,
          new AppointRepresentative(domain(domain), new Subject(person), replaces),
          true,
          CONTEXT);
    }
  }
}
