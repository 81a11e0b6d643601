package io.concordat.command.consumer;

import static io.concordat.command.Streams.expectRejection;

import io.concordat.command.Callers;
import io.concordat.command.Streams;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.ConsumerKind;
import io.concordat.messages.mesh.ContractRead;
import io.concordat.messages.mesh.RegisterConsumer;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ConsumerAggregateTest {

  @Test
  void registeringStartsTheStream() {
    as(ConsumerDeciderTest.MACHINE)
        .givenNoPriorActivity()
        .when(ConsumerDeciderTest.REGISTER)
        .expectSuccessfulHandlerExecution()
        .expectEvents(ConsumerDeciderTest.REGISTERED);
  }

  @Test
  void theSameFactsASecondTimeChangeNothing() {
    as(ConsumerDeciderTest.MACHINE)
        .given(ConsumerDeciderTest.REGISTERED)
        .when(ConsumerDeciderTest.REGISTER)
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void itIsRetired() {
    as(ConsumerDeciderTest.MACHINE)
        .given(ConsumerDeciderTest.REGISTERED)
        .when(ConsumerDeciderTest.RETIRE)
        .expectSuccessfulHandlerExecution()
        .expectEvents(ConsumerDeciderTest.RETIRED);
  }

  @Test
  void otherFactsOfAnotherOwnerAreRefused() {
    expectRejection(
        as(Callers.as(Role.PRODUCT_OWNER))
            .given(ConsumerDeciderTest.REGISTERED)
            .when(ConsumerDeciderTest.register("Other", List.of(ConsumerDeciderTest.READ))),
        RejectionCode.CONSUMER_EXISTS);
  }

  @Test
  void itsDomainMustExist() {
    expectRejection(
        as(ConsumerDeciderTest.MACHINE)
            .givenNoPriorActivity()
            .when(
                new RegisterConsumer(
                    new ConsumerId("nowhere:cfo-dashboard"),
                    "CFO dashboard",
                    ConsumerKind.DASHBOARD,
                    "Shows what was settled.",
                    List.of(ConsumerDeciderTest.READ),
                    List.of())),
        RejectionCode.DOMAIN_NOT_FOUND);
  }

  @Test
  void itsContractsMustBePublished() {
    expectRejection(
        as(ConsumerDeciderTest.MACHINE)
            .givenNoPriorActivity()
            .when(
                ConsumerDeciderTest.register(
                    "CFO dashboard",
                    List.of(
                        new ContractRead(
                            new ContractId("payments/settlements/weekly"), List.of())))),
        RejectionCode.CONTRACT_NOT_FOUND);
  }

  @Test
  void aRefusedRegistrationStartsNoStream() {
    expectRejection(
        as(Callers.as(Role.VIEWER)).givenNoPriorActivity().when(ConsumerDeciderTest.REGISTER),
        RejectionCode.NOT_ALLOWED);
  }

  private static FixtureConfiguration<ConsumerAggregate> as(DecisionContext context) {
    return Streams.of(ConsumerAggregate.class, context);
  }
}
