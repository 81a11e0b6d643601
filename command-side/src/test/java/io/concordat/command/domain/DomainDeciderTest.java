package io.concordat.command.domain;

import static io.concordat.command.Answers.assertAccepted;
import static io.concordat.command.Answers.assertRejected;
import static io.concordat.command.Callers.NOW;
import static io.concordat.command.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.command.FakeMesh;
import io.concordat.messages.Subject;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.DomainRegistered;
import io.concordat.messages.mesh.RegisterDomain;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class DomainDeciderTest {

  static final Subject DIRECTOR = new Subject("director-payments");
  static final RegisterDomain REGISTER =
      new RegisterDomain(FakeMesh.PAYMENTS, "Payments", "Moves money.", DIRECTOR);
  static final DomainRegistered REGISTERED =
      new DomainRegistered(FakeMesh.PAYMENTS, "Payments", "Moves money.", DIRECTOR, NOW);
  static final DecisionContext ENGINEER = as(Role.GOVERNANCE_ENGINEER);

  private static final DomainState NONE = new DomainState.Unregistered();

  @Test
  void aDomainIsRegistered() {
    assertAccepted(DomainDecider.decide(NONE, REGISTER, ENGINEER), REGISTERED);
  }

  @Test
  void theSameFactsASecondTimeChangeNothing() {
    DomainState registered = DomainDecider.evolve(NONE, REGISTERED);

    assertAccepted(DomainDecider.decide(registered, REGISTER, ENGINEER));
  }

  static Stream<RegisterDomain> otherFacts() {
    return Stream.of(
        new RegisterDomain(FakeMesh.PAYMENTS, "Pay", "Moves money.", DIRECTOR),
        new RegisterDomain(FakeMesh.PAYMENTS, "Payments", "Moves more money.", DIRECTOR),
        new RegisterDomain(FakeMesh.PAYMENTS, "Payments", "Moves money.", null));
  }

  @ParameterizedTest
  @MethodSource("otherFacts")
  void otherFactsAreRefused(RegisterDomain command) {
    DomainState registered = DomainDecider.evolve(NONE, REGISTERED);

    assertRejected(
        DomainDecider.decide(registered, command, ENGINEER),
        RejectionCode.DOMAIN_EXISTS,
        "payments");
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"GOVERNANCE_ENGINEER", "SYSTEM"},
      mode = EnumSource.Mode.EXCLUDE)
  void onlyGovernanceRegisters(Role role) {
    assertRejected(
        DomainDecider.decide(NONE, REGISTER, as(role)),
        RejectionCode.NOT_ALLOWED,
        "governance engineer");
  }

  @Test
  void theStateIsWhatTheEventSays() {
    assertThat(DomainDecider.evolve(NONE, REGISTERED))
        .isEqualTo(new DomainState.Registered("Payments", "Moves money.", DIRECTOR));
  }
}
