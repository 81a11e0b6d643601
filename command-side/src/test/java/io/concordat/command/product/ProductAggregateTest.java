package io.concordat.command.product;

import static io.concordat.command.FakeMesh.ANSWERS_FOR_SETTLEMENTS;
import static io.concordat.command.Streams.expectRejection;

import io.concordat.command.Callers;
import io.concordat.command.FakeMesh;
import io.concordat.command.Streams;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.RegisterDataProduct;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ProductAggregateTest {

  @Test
  void registeringStartsTheStream() {
    as(Callers.owner())
        .givenNoPriorActivity()
        .when(ProductDeciderTest.REGISTER)
        .expectSuccessfulHandlerExecution()
        .expectEvents(ProductDeciderTest.REGISTERED);
  }

  @Test
  void theSameFactsASecondTimeChangeNothing() {
    as(Callers.owner())
        .given(ProductDeciderTest.REGISTERED)
        .when(ProductDeciderTest.REGISTER)
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void otherFactsAreRefused() {
    expectRejection(
        as(Callers.owner())
            .given(ProductDeciderTest.REGISTERED)
            .when(
                new RegisterDataProduct(
                    FakeMesh.SETTLEMENTS, "Other", "Other.", ANSWERS_FOR_SETTLEMENTS)),
        RejectionCode.PRODUCT_EXISTS);
  }

  @Test
  void aProductNeedsItsDomain() {
    expectRejection(
        as(Callers.owner())
            .givenNoPriorActivity()
            .when(
                new RegisterDataProduct(
                    new ProductId("nowhere/settlements"),
                    "Settlements",
                    "What was settled.",
                    ANSWERS_FOR_SETTLEMENTS)),
        RejectionCode.DOMAIN_NOT_FOUND);
  }

  @Test
  void aRefusedRegistrationStartsNoStream() {
    expectRejection(
        as(Callers.as(Role.MACHINE)).givenNoPriorActivity().when(ProductDeciderTest.REGISTER),
        RejectionCode.NOT_ALLOWED);
  }

  private static FixtureConfiguration<ProductAggregate> as(DecisionContext context) {
    return Streams.of(ProductAggregate.class, context);
  }
}
