package io.concordat.command.domain;

import static io.concordat.command.Streams.expectRejection;

import io.concordat.command.Callers;
import io.concordat.command.FakeMesh;
import io.concordat.command.Streams;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.RegisterDomain;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class DomainAggregateTest {

  @Test
  void registeringStartsTheStream() {
    as(DomainDeciderTest.ENGINEER)
        .givenNoPriorActivity()
        .when(DomainDeciderTest.REGISTER)
        .expectSuccessfulHandlerExecution()
        .expectEvents(DomainDeciderTest.REGISTERED);
  }

  @Test
  void theSameFactsASecondTimeChangeNothing() {
    as(DomainDeciderTest.ENGINEER)
        .given(DomainDeciderTest.REGISTERED)
        .when(DomainDeciderTest.REGISTER)
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void otherFactsAreRefused() {
    expectRejection(
        as(DomainDeciderTest.ENGINEER)
            .given(DomainDeciderTest.REGISTERED)
            .when(new RegisterDomain(FakeMesh.PAYMENTS, "Pay", "Other.", null)),
        RejectionCode.DOMAIN_EXISTS);
  }

  @Test
  void aRefusedRegistrationStartsNoStream() {
    expectRejection(
        as(Callers.as(Role.VIEWER)).givenNoPriorActivity().when(DomainDeciderTest.REGISTER),
        RejectionCode.NOT_ALLOWED);
  }

  private static FixtureConfiguration<DomainAggregate> as(DecisionContext context) {
    return Streams.of(DomainAggregate.class, context);
  }
}
