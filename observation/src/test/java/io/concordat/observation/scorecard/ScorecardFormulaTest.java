package io.concordat.observation.scorecard;

import static io.concordat.observation.scorecard.Figures.checks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.concordat.messages.compliance.Standing;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.scorecard.DomainFigures;
import io.concordat.messages.scorecard.ScorecardFormula;
import io.concordat.messages.scorecard.ScorecardFormula.Ranking;
import io.concordat.messages.scorecard.ScorecardPublished.NotMeasured;
import io.concordat.messages.scorecard.ScorecardRow;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorecardFormulaTest {

  private static final DomainId A = new DomainId("a");
  private static final DomainId B = new DomainId("b");
  private static final DomainId C = new DomainId("c");
  private static final DomainId D = new DomainId("d");
  private static final DomainId E = new DomainId("e");

  @Test
  void equalComplianceSharesARankAndTheNextCountsAllBefore() {
    Ranking ranking =
        ScorecardFormula.rank(
            Map.of(
                C,
                checks(1, 2),
                A,
                checks(2, 4),
                B,
                checks(995, 5),
                D,
                checks(1, 9),
                E,
                checks(0, 0)));

    assertThat(ranking.rows())
        .extracting(row -> row.rank() + " " + row.domain())
        .containsExactly("1 b", "2 a", "2 c", "4 d");
    assertThat(ranking.notMeasured()).containsExactly(new NotMeasured(E, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 0, 100, RECOGNISED",
    "199, 1, 99.5, RECOGNISED",
    "994, 6, 99.4, STEADY",
    "19, 1, 95, STEADY",
    "9499, 501, 94.99, NEEDS_SUPPORT",
    "0, 1, 0, NEEDS_SUPPORT",
    "2300000000000, 11557788944, 99.5, RECOGNISED",
  })
  void theStandingFollowsFromTheChecks(
      long passed, long failed, double percent, Standing standing) {
    ScorecardRow row = only(checks(passed, failed));

    assertThat(row.compliancePercent()).isEqualTo(percent, within(1e-9));
    assertThat(row.standing()).isEqualTo(standing);
    assertThat(row.checks()).isEqualTo(passed + failed);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 94, 6, 1",
    "2, 94, 6, 3",
    "5, 94, 6, 6",
    "2, 95, 5, 0",
    "2, 0, 0, 2",
  })
  void monthsInNeedAreCountedInARowAndNotEndedBySilence(
      int before, long passed, long failed, int after) {
    Ranking ranking = ScorecardFormula.rank(Map.of(A, checks(passed, failed, before)));

    int found =
        ranking.rows().isEmpty()
            ? ranking.notMeasured().getFirst().monthsInNeed()
            : ranking.rows().getFirst().monthsInNeed();
    assertThat(found).isEqualTo(after);
  }

  @Test
  void theRowTellsOfTimesDriftWaiversAndTheTrend() {
    ScorecardRow row =
        only(
            new DomainFigures(
                97, 3, 4, List.of(5L, 10L), List.of(30L, 10L, 21L), 2, 1, 96.5, 0, null));

    assertThat(row.incidents()).isEqualTo(4);
    assertThat(row.medianSecondsToAcknowledge()).isEqualTo(7);
    assertThat(row.medianSecondsToResolve()).isEqualTo(21);
    assertThat(row.driftingContracts()).isEqualTo(2);
    assertThat(row.waivers()).isEqualTo(1);
    assertThat(row.trend()).isEqualTo(0.5);
    assertThat(only(checks(1, 0)).trend()).isNull();
  }

  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwoRoundedDown() {
    assertThat(ScorecardFormula.median(List.of(10L, 21L, 40L, 5L))).isEqualTo(15);
    assertThat(ScorecardFormula.median(List.of())).isNull();
  }

  @Test
  void aMonthIsDueADayAfterItsEnd() {
    assertThat(ScorecardFormula.due(YearMonth.of(2026, 12)))
        .isEqualTo(Instant.parse("2027-01-02T00:00:00Z"));
    assertThat(ScorecardFormula.monthOf(Instant.parse("2026-10-31T23:59:59.999Z")))
        .isEqualTo(YearMonth.of(2026, 10));
  }

  @Property
  void everyCheckCountsOnceAndEveryDomainStandsSomewhere(
      @ForAll("mesh") Map<DomainId, DomainFigures> mesh) {
    Ranking ranking = ScorecardFormula.rank(mesh);

    assertThat(ranking.rows().stream().mapToLong(ScorecardRow::checks).sum())
        .isEqualTo(mesh.values().stream().mapToLong(of -> of.passed() + of.failed()).sum());
    assertThat(ranking.rows().size() + ranking.notMeasured().size()).isEqualTo(mesh.size());
  }

  @Property
  void theRankIsOneMoreThanTheNumberOfBetterOnes(
      @ForAll("mesh") Map<DomainId, DomainFigures> mesh) {
    List<ScorecardRow> rows = ScorecardFormula.rank(mesh).rows();

    for (ScorecardRow row : rows) {
      long better =
          rows.stream()
              .filter(other -> other.compliancePercent() > row.compliancePercent())
              .count();
      assertThat(row.rank()).isEqualTo(better + 1);
    }
  }

  @Property
  void theOrderInWhichDomainsComeDoesNotMatter(@ForAll("mesh") Map<DomainId, DomainFigures> mesh) {
    Map<DomainId, DomainFigures> other = new HashMap<>();
    mesh.keySet().stream()
        .sorted(Comparator.reverseOrder())
        .forEach(domain -> other.put(domain, Objects.requireNonNull(mesh.get(domain))));

    assertThat(ScorecardFormula.rank(other)).isEqualTo(ScorecardFormula.rank(mesh));
  }

  @Provide
  Arbitrary<Map<DomainId, DomainFigures>> mesh() {
    Arbitrary<Long> few = Arbitraries.longs().between(0, 20);
    Arbitrary<DomainFigures> figures =
        Combinators.combine(few, few, Arbitraries.integers().between(0, 4)).as(Figures::checks);
    return Arbitraries.maps(
            Arbitraries.strings().withCharRange('a', 'z').ofLength(3).map(DomainId::new), figures)
        .ofMaxSize(30);
  }

  private static ScorecardRow only(DomainFigures figures) {
    return ScorecardFormula.rank(Map.of(A, figures)).rows().getFirst();
  }
}
