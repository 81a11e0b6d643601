package io.concordat.queryside.compliance;

import static io.concordat.queryside.Samples.domain;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.Event;
import io.concordat.messages.Subject;
import io.concordat.messages.compliance.CommitmentCount;
import io.concordat.messages.compliance.ComplianceRecorded;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.scorecard.DomainFigures;
import io.concordat.messages.scorecard.FindMonthFigures;
import io.concordat.messages.scorecard.FindOpenMonths;
import io.concordat.messages.scorecard.FindScorecard;
import io.concordat.messages.scorecard.MonthFigures;
import io.concordat.messages.scorecard.ScorecardFormula;
import io.concordat.messages.scorecard.ScorecardFormula.Ranking;
import io.concordat.messages.scorecard.ScorecardPublished;
import io.concordat.messages.scorecard.ScorecardRow;
import io.concordat.messages.scorecard.ScorecardView;
import io.concordat.queryside.ReadSide;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Months: open ones are counted, closed ones are told as they were announced. */
class ScorecardQueriesTest {

  private static final YearMonth JULY = YearMonth.of(2026, 7);
  private static final YearMonth AUGUST = YearMonth.of(2026, 8);
  private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  private final ReadSide side = ReadSide.empty();

  @AfterEach
  void close() {
    side.close();
  }

  @Test
  void aClosedMonthStaysAsItWasAnnouncedAndCanBeRecounted() {
    side.happened(domain("payments"), checks("payments/settlements", "2026-09-03", 99, 1));
    ScorecardPublished announced = announced(SEPTEMBER);
    side.happened(announced, checks("payments/settlements", "2026-09-04", 0, 100));

    ScorecardView card = side.ask(new FindScorecard(SEPTEMBER, false));
    assertThat(card.published()).isTrue();
    assertThat(card.publishedAt()).isEqualTo(announced.publishedAt());
    assertThat(card.rows()).isEqualTo(announced.rows());

    ScorecardView recounted = side.ask(new FindScorecard(SEPTEMBER, true));
    assertThat(recounted.published()).isFalse();
    assertThat(recounted.rows().getFirst().compliancePercent()).isEqualTo(49.5);
    ScorecardRow october = onlyRow(checks("payments/settlements", "2026-10-01", 100, 0), OCTOBER);
    assertThat(october.percentBefore()).as("as it was announced").isEqualTo(99.0);
  }

  @Test
  void openMonthsAreThoseWithChecksThatAreNotClosed() {
    side.happened(
        checks("payments/settlements", "2026-07-03", 1, 0),
        checks("payments/settlements", "2026-08-03", 0, 0),
        checks("payments/settlements", "2026-09-03", 1, 0),
        checks("payments/settlements", "2026-10-03", 1, 0));

    assertThat(side.ask(new FindOpenMonths(OCTOBER))).containsExactly(JULY, SEPTEMBER, OCTOBER);
    assertThat(side.ask(new FindMonthFigures(OCTOBER)).earlierOpen()).isEqualTo(JULY);
    side.happened(announced(JULY));
    assertThat(side.ask(new FindOpenMonths(SEPTEMBER))).containsExactly(SEPTEMBER);
    assertThat(side.ask(new FindMonthFigures(SEPTEMBER)).earlierOpen()).isNull();
  }

  @Test
  void monthsInNeedGoOnOverClosedAndOpenMonthsAndOverThoseWithoutChecks() {
    side.happened(domain("payments"), checks("payments/settlements", "2026-06-03", 1, 1));
    side.happened(announced(YearMonth.of(2026, 6)));
    side.happened(checks("payments/refunds", "2026-07-03", 1, 1));
    assertThat(figures(AUGUST, "payments").monthsInNeedBefore())
        .as("one closed, one open")
        .isEqualTo(2);
    assertThat(figures(SEPTEMBER, "payments").monthsInNeedBefore()).isEqualTo(2);
    assertThat(figures(SEPTEMBER, "payments").percentBefore()).isNull();
    assertThat(onlyRow(checks("payments/refunds", "2026-09-03", 1, 1), SEPTEMBER).monthsInNeed())
        .isEqualTo(3);
  }

  @Test
  void aRegisteredDomainWithoutChecksIsNamedFromTheMonthOfItsRegistrationOn() {
    side.happened(domain("idle"), checks("payments/settlements", "2026-09-03", 1, 0));
    side.happened(checks("payments/settlements", "2026-10-03", 1, 0));

    assertThat(side.ask(new FindScorecard(SEPTEMBER, false)).notMeasured())
        .as("registered in October")
        .isEmpty();
    assertThat(side.ask(new FindScorecard(OCTOBER, false)).notMeasured())
        .containsExactly(new DomainId("idle"));
  }

  private ScorecardRow onlyRow(Event recorded, YearMonth month) {
    side.happened(recorded);
    return side.ask(new FindScorecard(month, false)).rows().getFirst();
  }

  private DomainFigures figures(YearMonth month, String domain) {
    return side.ask(new FindMonthFigures(month)).domains().get(new DomainId(domain));
  }

  /** The month closed as the write side would close it. */
  private ScorecardPublished announced(YearMonth month) {
    MonthFigures figures = side.ask(new FindMonthFigures(month));
    Ranking ranking = ScorecardFormula.rank(figures.domains());
    return new ScorecardPublished(
        month,
        ranking.rows(),
        ranking.notMeasured(),
        ScorecardFormula.due(month),
        new Subject("concordat"));
  }

  private static ComplianceRecorded checks(String product, String day, long passed, long failed) {
    Instant from = Instant.parse(day + "T00:00:00Z");
    return new ComplianceRecorded(
        new ProductId(product),
        from,
        from.plusSeconds(3_600),
        List.of(new CommitmentCount("freshness", passed, failed)),
        from.plusSeconds(4_500));
  }
}
