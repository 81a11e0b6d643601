package io.concordat.council.seat;

import static io.concordat.council.Samples.EMAIL;
import static io.concordat.council.Samples.ENGINEER;
import static io.concordat.council.Samples.NOON;
import static io.concordat.council.Samples.OWNED;
import static io.concordat.council.Samples.domain;
import static io.concordat.council.Samples.policy;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.council.Fixtures;
import io.concordat.council.policyset.InMemoryPolicySets;
import io.concordat.council.policyset.PolicySetState;
import io.concordat.messages.Subject;
import io.concordat.messages.council.AppointRepresentative;
import io.concordat.messages.council.CouncilFounded;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.FoundCouncil;
import io.concordat.messages.council.RepresentativeAppointed;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CouncilAggregateTest {

  private static final CouncilFounded FOUNDED = new CouncilFounded(CouncilRules.DEFAULT, NOON);

  private final InMemoryPolicySets policySets = new InMemoryPolicySets(PolicySetState.EMPTY);
  private final DomainRegister domains = domain -> domain.equals(domain("payments"));
  private final AggregateTestFixture<CouncilAggregate> fixture =
      Fixtures.of(CouncilAggregate.class);

  @BeforeEach
  void inject() {
    fixture.registerInjectableResource(policySets);
    fixture.registerInjectableResource(domains);
    fixture.registerInjectableResource(new DecisionContext(NOON, ENGINEER));
  }

  @Test
  void foundingFoundsTheFirstPolicySetToo() {
    fixture
        .givenNoPriorActivity()
        .when(new FoundCouncil(CouncilRules.DEFAULT, List.of(OWNED), List.of(EMAIL), List.of()))
        .expectEvents(FOUNDED);
    assertThat(policySets.current().latest().orElseThrow().policies()).containsExactly(OWNED);
  }

  @Test
  void foundingTwiceLeavesThePolicySetAlone() {
    fixture
        .given(FOUNDED)
        .when(new FoundCouncil(CouncilRules.DEFAULT, List.of(OWNED), List.of(EMAIL), List.of()))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    assertThat(policySets.current()).isEqualTo(PolicySetState.EMPTY);
  }

  @Test
  void foundingWithAPolicyThatDoesNotCompileFoundsNothing() {
    Fixtures.expectRejection(
        fixture
            .givenNoPriorActivity()
            .when(
                new FoundCouncil(
                    CouncilRules.DEFAULT, List.of(policy("broken", "1 +")), List.of(), List.of())),
        RejectionCode.POLICY_DOES_NOT_COMPILE);
    assertThat(policySets.current()).isEqualTo(PolicySetState.EMPTY);
  }

  @Test
  void appointingGivesTheSeat() {
    fixture
        .given(FOUNDED)
        .when(new AppointRepresentative(domain("payments"), new Subject("paula"), null))
        .expectEvents(
            new RepresentativeAppointed(domain("payments"), new Subject("paula"), null, NOON));
  }

  @Test
  void appointingForADomainThatIsNotRegisteredIsRefused() {
    Fixtures.expectRejection(
        fixture
            .given(FOUNDED)
            .when(new AppointRepresentative(domain("nowhere"), new Subject("nora"), null)),
        RejectionCode.DOMAIN_NOT_FOUND);
  }

  @Test
  void appointingBeforeTheFoundingIsRefused() {
    Fixtures.expectRejection(
        fixture
            .givenNoPriorActivity()
            .when(new AppointRepresentative(domain("payments"), new Subject("paula"), null)),
        RejectionCode.NOT_ALLOWED);
  }
}
