package io.concordat.command.anomaly;

import static io.concordat.command.Callers.NOW;
import static io.concordat.command.FakeMesh.DAILY;
import static io.concordat.command.Streams.expectRejection;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.command.Callers;
import io.concordat.command.Streams;
import io.concordat.messages.anomaly.AnomalyDetected;
import io.concordat.messages.anomaly.AnomalyFigures;
import io.concordat.messages.anomaly.AnomalyKind;
import io.concordat.messages.anomaly.DetectAnomaly;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnomalyAggregateTest {

  private static final Instant FROM = NOW.minus(Duration.ofDays(1));
  private static final AnomalyFigures FAR = new AnomalyFigures(400, 100, 90, 110);
  private static final AnomalyFigures FARTHER = new AnomalyFigures(500, 100, 90, 110);

  @Test
  void oneIsToldOnceAndAgainWithOtherFigures() {
    DetectAnomaly detect = detect(DAILY, FAR);
    AnomalyDetected detected = detected(detect);
    as(Role.SYSTEM)
        .givenNoPriorActivity()
        .when(detect)
        .expectSuccessfulHandlerExecution()
        .expectEvents(detected);
    as(Role.SYSTEM)
        .given(detected)
        .when(detect)
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    as(Role.SYSTEM)
        .given(detected)
        .when(detect(DAILY, FARTHER))
        .expectEvents(detected(detect(DAILY, FARTHER)));
  }

  @Test
  void nothingIsToldOfWhatNobodyPublishedOrOwns() {
    expectRejection(
        as(Role.SYSTEM)
            .givenNoPriorActivity()
            .when(detect(new ContractId("payments/settlements/weekly"), FAR)),
        RejectionCode.CONTRACT_NOT_FOUND);
    expectRejection(
        as(Role.SYSTEM)
            .givenNoPriorActivity()
            .when(detect(new ContractId("payments/nothing/daily"), FAR)),
        RejectionCode.PRODUCT_NOT_FOUND);
  }

  @ParameterizedTest
  @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
  void onlyTheServiceTells(Role role) {
    expectRejection(
        as(role).givenNoPriorActivity().when(detect(DAILY, FAR)), RejectionCode.NOT_ALLOWED);
  }

  @Test
  void commitmentsAreLinesWhateverTheFieldIsCalled() {
    assertThat(AnomalyKind.MEAN.commitment("thing.amount")).isEqualTo("anomaly:MEAN:thing.amount");
    assertThat(AnomalyKind.CARDINALITY.commitment("x".repeat(500)))
        .hasSizeLessThan(201)
        .isNotEqualTo(AnomalyKind.CARDINALITY.commitment("x".repeat(499)));
    assertThat(AnomalyKind.MEAN.commitment("a\nb"))
        .doesNotContain("\n")
        .isNotEqualTo(AnomalyKind.MEAN.commitment("b\na"));
  }

  private static DetectAnomaly detect(ContractId contract, AnomalyFigures figures) {
    return new DetectAnomaly(contract, "settlement.amount", FROM, NOW, AnomalyKind.MEAN, figures);
  }

  private static AnomalyDetected detected(DetectAnomaly detect) {
    return new AnomalyDetected(
        detect.anomaly(),
        detect.contract(),
        detect.field(),
        detect.from(),
        detect.to(),
        detect.kind(),
        detect.figures(),
        NOW);
  }

  private static FixtureConfiguration<AnomalyAggregate> as(Role role) {
    DecisionContext context = Callers.as(role);
    return Streams.of(AnomalyAggregate.class, context);
  }
}
