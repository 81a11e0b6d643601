package io.concordat.command.incident;

import static io.concordat.command.Streams.expectRejection;

import io.concordat.command.Callers;
import io.concordat.command.Streams;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.incident.OpenIncident;
import io.concordat.messages.mesh.ProductId;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class IncidentAggregateTest {

  @Test
  void openingStartsTheStream() {
    as(IncidentDeciderTest.MACHINE)
        .givenNoPriorActivity()
        .when(IncidentDeciderTest.OPEN)
        .expectSuccessfulHandlerExecution()
        .expectEvents(IncidentDeciderTest.OPENED);
  }

  @Test
  void anIdIsUsedOnce() {
    expectRejection(
        as(IncidentDeciderTest.MACHINE)
            .given(IncidentDeciderTest.OPENED)
            .when(IncidentDeciderTest.OPEN),
        RejectionCode.INCIDENT_EXISTS);
  }

  @Test
  void theProductMustExist() {
    expectRejection(
        as(IncidentDeciderTest.MACHINE)
            .givenNoPriorActivity()
            .when(
                new OpenIncident(
                    IncidentDeciderTest.ID,
                    new ProductId("payments/nothing"),
                    null,
                    "freshness",
                    IncidentSeverity.LOW,
                    "Late.")),
        RejectionCode.PRODUCT_NOT_FOUND);
  }

  @Test
  void theContractMustBePublished() {
    ContractId weekly = new ContractId("payments/settlements/weekly");

    expectRejection(
        as(IncidentDeciderTest.MACHINE)
            .givenNoPriorActivity()
            .when(
                new OpenIncident(
                    IncidentDeciderTest.ID,
                    weekly.product(),
                    weekly,
                    "freshness",
                    IncidentSeverity.LOW,
                    "Late.")),
        RejectionCode.CONTRACT_NOT_FOUND);
  }

  @Test
  void onlyMachinesAndGovernanceOpen() {
    expectRejection(
        as(Callers.owner()).givenNoPriorActivity().when(IncidentDeciderTest.OPEN),
        RejectionCode.NOT_ALLOWED);
  }

  @Test
  void theOwnerAcknowledges() {
    as(Callers.owner())
        .given(IncidentDeciderTest.OPENED)
        .when(IncidentDeciderTest.ACKNOWLEDGE)
        .expectSuccessfulHandlerExecution()
        .expectEvents(IncidentDeciderTest.ACKNOWLEDGED);
  }

  @Test
  void acknowledgingASecondTimeChangesNothing() {
    as(Callers.owner())
        .given(IncidentDeciderTest.OPENED, IncidentDeciderTest.ACKNOWLEDGED)
        .when(IncidentDeciderTest.ACKNOWLEDGE)
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void anotherOwnerMayNotAcknowledge() {
    expectRejection(
        as(Callers.as("owner-orders", Role.PRODUCT_OWNER))
            .given(IncidentDeciderTest.OPENED)
            .when(IncidentDeciderTest.ACKNOWLEDGE),
        RejectionCode.NOT_ALLOWED);
  }

  @Test
  void theOwnerResolves() {
    as(Callers.owner())
        .given(IncidentDeciderTest.OPENED)
        .when(IncidentDeciderTest.RESOLVE)
        .expectSuccessfulHandlerExecution()
        .expectEvents(IncidentDeciderTest.RESOLVED);
  }

  @Test
  void whatIsResolvedStaysResolved() {
    expectRejection(
        as(Callers.owner())
            .given(IncidentDeciderTest.OPENED, IncidentDeciderTest.RESOLVED)
            .when(IncidentDeciderTest.RESOLVE),
        RejectionCode.INCIDENT_ALREADY_RESOLVED);
    expectRejection(
        as(Callers.owner())
            .given(IncidentDeciderTest.OPENED, IncidentDeciderTest.RESOLVED)
            .when(IncidentDeciderTest.ACKNOWLEDGE),
        RejectionCode.INCIDENT_ALREADY_RESOLVED);
  }

  @Test
  void anotherOwnerMayNotResolve() {
    expectRejection(
        as(Callers.as("owner-orders", Role.PRODUCT_OWNER))
            .given(IncidentDeciderTest.OPENED)
            .when(IncidentDeciderTest.RESOLVE),
        RejectionCode.NOT_ALLOWED);
  }

  @Test
  void theOwnerAssignsCommentsAndReopens() {
    as(Callers.owner())
        .given(IncidentDeciderTest.OPENED)
        .when(IncidentDeciderTest.ASSIGN)
        .expectEvents(IncidentDeciderTest.ASSIGNED);
    as(Callers.owner())
        .given(IncidentDeciderTest.OPENED)
        .when(IncidentDeciderTest.COMMENT)
        .expectEvents(IncidentDeciderTest.COMMENTED);
    as(Callers.owner())
        .given(IncidentDeciderTest.OPENED, IncidentDeciderTest.RESOLVED)
        .when(IncidentDeciderTest.REOPEN)
        .expectEvents(IncidentDeciderTest.REOPENED);
  }

  @Test
  void whatWasNeverOpenedIsNotFound() {
    as(Callers.owner())
        .givenNoPriorActivity()
        .when(IncidentDeciderTest.ACKNOWLEDGE)
        .expectNoEvents()
        .expectException(AggregateNotFoundException.class);
  }

  private static FixtureConfiguration<IncidentAggregate> as(DecisionContext context) {
    return Streams.of(IncidentAggregate.class, context);
  }
}
