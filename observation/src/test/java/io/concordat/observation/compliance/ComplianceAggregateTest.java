package io.concordat.observation.compliance;

import static io.concordat.observation.compliance.ComplianceDeciderTest.COMPLETENESS;
import static io.concordat.observation.compliance.ComplianceDeciderTest.FRESHNESS;
import static io.concordat.observation.compliance.ComplianceDeciderTest.command;
import static io.concordat.observation.compliance.ComplianceDeciderTest.event;
import static org.hamcrest.CoreMatchers.startsWith;

import io.concordat.messages.Command;
import io.concordat.messages.compliance.RecordCompliance;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.ProductId;
import io.concordat.observation.ProductDirectory;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Test;

class ComplianceAggregateTest {

  private static final String FROM = "2026-11-10T00:00:00Z";
  private static final String TO = "2026-11-11T00:00:00Z";

  @Test
  void theFirstWindowStartsTheStream() {
    as(Role.MACHINE)
        .givenNoPriorActivity()
        .when(command(FROM, TO, FRESHNESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(event(FROM, TO, FRESHNESS));
  }

  @Test
  void theNextWindowContinuesIt() {
    as(Role.MACHINE)
        .given(event(FROM, TO, FRESHNESS))
        .when(command(TO, "2026-11-12T00:00:00Z", FRESHNESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(event(TO, "2026-11-12T00:00:00Z", FRESHNESS));
  }

  @Test
  void theSameCountsASecondTimeChangeNothing() {
    as(Role.MACHINE)
        .given(event(FROM, TO, FRESHNESS))
        .when(command(FROM, TO, FRESHNESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void otherCountsAreRefused() {
    expectRejection(
        as(Role.MACHINE).given(event(FROM, TO, FRESHNESS)).when(command(FROM, TO, COMPLETENESS)),
        RejectionCode.COMPLIANCE_ALREADY_RECORDED);
  }

  @Test
  void anOverlapIsRefused() {
    expectRejection(
        as(Role.MACHINE)
            .given(event(FROM, TO, FRESHNESS))
            .when(command("2026-11-10T12:00:00Z", TO, FRESHNESS)),
        RejectionCode.COMPLIANCE_WINDOW_INVALID);
  }

  @Test
  void theProductMustExist() {
    expectRejection(
        as(Role.MACHINE)
            .givenNoPriorActivity()
            .when(
                new RecordCompliance(
                    new ProductId("payments/nothing"),
                    Instant.parse(FROM),
                    Instant.parse(TO),
                    List.of(FRESHNESS))),
        RejectionCode.PRODUCT_NOT_FOUND);
  }

  @Test
  void aRefusedRecordStartsNoStream() {
    expectRejection(
        as(Role.VIEWER).givenNoPriorActivity().when(command(FROM, TO, FRESHNESS)),
        RejectionCode.NOT_ALLOWED);
  }

  private static void expectRejection(
      ResultValidator<ComplianceAggregate> result, RejectionCode code) {
    result
        .expectNoEvents()
        .expectException(CommandRejected.class)
        .expectExceptionMessage(startsWith(code + ": "));
  }

  private static FixtureConfiguration<ComplianceAggregate> as(Role role) {
    FixtureConfiguration<ComplianceAggregate> fixture =
        new AggregateTestFixture<>(ComplianceAggregate.class);
    ProductDirectory products = ComplianceDeciderTest.SETTLEMENTS::equals;
    fixture.registerInjectableResource(ComplianceDeciderTest.as(role));
    fixture.registerInjectableResource(products);
    fixture.registerCommandTargetResolver(command ->
        new VersionedAggregateIdentifier(((Command) command.getPayload()).stream(), null));
    return fixture;
  }
}
