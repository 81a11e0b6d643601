package io.concordat.command.request;

import static io.concordat.command.Streams.expectRejection;

import io.concordat.command.Callers;
import io.concordat.command.FakeMesh;
import io.concordat.command.Streams;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.request.DeliverDataRequest;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class DataRequestAggregateTest {

  @Test
  void openingStartsTheStream() {
    as(DataRequestDeciderTest.ANYONE)
        .givenNoPriorActivity()
        .when(DataRequestDeciderTest.OPEN)
        .expectSuccessfulHandlerExecution()
        .expectEvents(DataRequestDeciderTest.OPENED);
  }

  @Test
  void theDomainAccepts() {
    as(Callers.owner())
        .given(DataRequestDeciderTest.OPENED)
        .when(DataRequestDeciderTest.ACCEPT)
        .expectSuccessfulHandlerExecution()
        .expectEvents(DataRequestDeciderTest.ACCEPTED);
  }

  @Test
  void theDomainDeclines() {
    as(Callers.owner())
        .given(DataRequestDeciderTest.OPENED)
        .when(DataRequestDeciderTest.DECLINE)
        .expectSuccessfulHandlerExecution()
        .expectEvents(DataRequestDeciderTest.DECLINED);
  }

  @Test
  void theDomainDeliversWhatIsPublished() {
    as(Callers.owner())
        .given(DataRequestDeciderTest.OPENED, DataRequestDeciderTest.ACCEPTED)
        .when(DataRequestDeciderTest.DELIVER)
        .expectSuccessfulHandlerExecution()
        .expectEvents(DataRequestDeciderTest.DELIVERED);
    expectRejection(
        as(Callers.owner())
            .given(DataRequestDeciderTest.OPENED)
            .when(
                new DeliverDataRequest(
                    DataRequestDeciderTest.ID, new ContractId("payments/settlements/weekly"))),
        RejectionCode.CONTRACT_NOT_FOUND);
  }

  @Test
  void whoAskedWithdraws() {
    as(DataRequestDeciderTest.ANYONE)
        .given(DataRequestDeciderTest.OPENED)
        .when(DataRequestDeciderTest.WITHDRAW)
        .expectSuccessfulHandlerExecution()
        .expectEvents(DataRequestDeciderTest.WITHDRAWN);
  }

  @Test
  void aStrangerAnswersNothing() {
    expectRejection(
        as(DataRequestDeciderTest.ANYONE)
            .given(DataRequestDeciderTest.OPENED)
            .when(DataRequestDeciderTest.ACCEPT),
        RejectionCode.NOT_ALLOWED);
  }

  @Test
  void whatWasNeverOpenedIsNotFound() {
    as(Callers.owner())
        .givenNoPriorActivity()
        .when(DataRequestDeciderTest.ACCEPT)
        .expectNoEvents()
        .expectException(AggregateNotFoundException.class);
  }

  private static FixtureConfiguration<DataRequestAggregate> as(DecisionContext context) {
    RequestDirectory directory =
        (domain, person) -> domain.equals(FakeMesh.PAYMENTS) && person.equals(Callers.OWNER);
    return Streams.of(DataRequestAggregate.class, context, directory);
  }
}
