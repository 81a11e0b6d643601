package io.concordat.command.contract;

import static io.concordat.command.Callers.NOW;
import static io.concordat.command.Callers.at;
import static io.concordat.command.Callers.owner;
import static io.concordat.command.FakeMesh.DAILY;
import static io.concordat.command.Streams.expectRejection;
import static io.concordat.command.contract.ContractDeciderTest.deprecated;
import static io.concordat.command.contract.ContractDeciderTest.published;
import static io.concordat.command.contract.ContractDeciderTest.rejected;
import static io.concordat.command.contract.ContractDeciderTest.successor;

import io.concordat.command.Callers;
import io.concordat.command.Streams;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractVersionRetired;
import io.concordat.messages.contract.PublishContractVersion;
import io.concordat.messages.contract.RetireContractVersion;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class ContractAggregateTest {

  private static final String FIRST = Documents.active("1.0.0");
  private static final String SECOND = Documents.active("2.0.0");
  private static final Instant END = NOW.plus(Duration.ofDays(30));
  private static final RetireContractVersion RETIRE = new RetireContractVersion(DAILY, "1.0.0");

  @Test
  void theFirstSubmissionStartsTheStream() {
    as(owner())
        .givenNoPriorActivity()
        .when(Documents.submission(FIRST))
        .expectSuccessfulHandlerExecution()
        .expectEvents(published(FIRST));
  }

  @Test
  void theFirstSubmissionStartsTheStreamEvenWhereItFails() {
    as(owner())
        .givenNoPriorActivity()
        .when(Documents.submission(Documents.draft("1.0.0")))
        .expectSuccessfulHandlerExecution()
        .expectEvents(rejected(Documents.draft("1.0.0")));
  }

  @Test
  void whatFailedIsMendedAndPublished() {
    as(owner())
        .given(rejected(Documents.draft("1.0.0")))
        .when(Documents.submission(FIRST))
        .expectSuccessfulHandlerExecution()
        .expectEvents(published(FIRST));
  }

  @Test
  void aNewMajorVersionDeprecatesItsPredecessor() {
    as(owner())
        .given(published(FIRST))
        .when(Documents.submission(SECOND))
        .expectSuccessfulHandlerExecution()
        .expectEvents(successor(SECOND, FIRST), deprecated("1.0.0", "2.0.0", END));
  }

  @Test
  void theVeryDocumentASecondTimeChangesNothing() {
    as(owner())
        .given(published(FIRST))
        .when(Documents.submission(FIRST))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void aVersionExistsOnce() {
    expectRejection(
        as(owner()).given(published(FIRST)).when(Documents.submission(FIRST + "name: Other\n")),
        RejectionCode.CONTRACT_VERSION_EXISTS);
  }

  @Test
  void aVersionIsHigherThanTheLatest() {
    expectRejection(
        as(owner()).given(published(SECOND)).when(Documents.submission(FIRST)),
        RejectionCode.CONTRACT_VERSION_NOT_HIGHER);
  }

  @Test
  void theProductMustExist() {
    expectRejection(
        as(owner())
            .givenNoPriorActivity()
            .when(new PublishContractVersion(new ContractId("payments/nothing/daily"), FIRST)),
        RejectionCode.PRODUCT_NOT_FOUND);
  }

  @Test
  void aRefusedPublicationStartsNoStream() {
    expectRejection(
        as(Callers.as("owner-orders", Role.PRODUCT_OWNER))
            .givenNoPriorActivity()
            .when(Documents.submission(FIRST)),
        RejectionCode.NOT_ALLOWED);
  }

  @Test
  void aVersionIsRetiredOnItsDay() {
    deprecatedAt(END, Callers.as(Role.SYSTEM))
        .when(RETIRE)
        .expectSuccessfulHandlerExecution()
        .expectEvents(new ContractVersionRetired(DAILY, "1.0.0", END));
  }

  @Test
  void aVersionIsNotRetiredBeforeItsDay() {
    expectRejection(
        deprecatedAt(END.minusMillis(1), Callers.as(Role.SYSTEM)).when(RETIRE),
        RejectionCode.CONTRACT_VERSION_STILL_SUPPORTED);
  }

  @Test
  void aVersionInForceIsNotRetired() {
    expectRejection(
        deprecatedAt(END, owner()).when(new RetireContractVersion(DAILY, "2.0.0")),
        RejectionCode.CONTRACT_VERSION_NOT_DEPRECATED);
  }

  @Test
  void aVersionThatWasNeverPublishedIsNotFound() {
    expectRejection(
        deprecatedAt(END, owner()).when(new RetireContractVersion(DAILY, "7.0.0")),
        RejectionCode.CONTRACT_VERSION_NOT_FOUND);
  }

  @Test
  void aContractOfWhichNoVersionPassedIsNotFound() {
    expectRejection(
        as(owner()).given(rejected(Documents.draft("1.0.0"))).when(RETIRE),
        RejectionCode.CONTRACT_NOT_FOUND);
  }

  @Test
  void aContractThatWasNeverSubmittedIsNotFound() {
    as(owner())
        .givenNoPriorActivity()
        .when(RETIRE)
        .expectNoEvents()
        .expectException(AggregateNotFoundException.class);
  }

  @Test
  void anotherOwnerRetiresNothing() {
    expectRejection(
        deprecatedAt(END, Callers.as("owner-orders", Role.PRODUCT_OWNER)).when(RETIRE),
        RejectionCode.NOT_ALLOWED);
  }

  private static TestExecutor<ContractAggregate> deprecatedAt(
      Instant now, DecisionContext context) {
    return as(at(now, context))
        .given(published(FIRST), published(SECOND), deprecated("1.0.0", "2.0.0", END));
  }

  private static FixtureConfiguration<ContractAggregate> as(DecisionContext context) {
    return Streams.of(ContractAggregate.class, context, Documents.IN_FORCE);
  }
}
