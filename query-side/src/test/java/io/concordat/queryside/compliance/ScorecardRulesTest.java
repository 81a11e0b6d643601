package io.concordat.queryside.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.compliance.ScorecardRowView;
import io.concordat.messages.compliance.Standing;
import io.concordat.messages.mesh.DomainId;
import io.concordat.queryside.compliance.ScorecardRules.Incidents;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScorecardRulesTest {

  private static final DomainId A = new DomainId("a");
  private static final DomainId B = new DomainId("b");
  private static final DomainId C = new DomainId("c");
  private static final DomainId D = new DomainId("d");

  @Test
  void equalComplianceSharesARankAndTheNextCountsAllBefore() {
    List<ScorecardRowView> rows =
        ScorecardRules.rank(
            Map.of(
                C, new Tally(1, 2), A, new Tally(2, 4), B, new Tally(995, 5), D, new Tally(1, 9)),
            Map.of(),
            Map.of());

    assertThat(rows)
        .extracting(ScorecardRowView::domain, ScorecardRowView::rank)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(B, 1),
            org.assertj.core.api.Assertions.tuple(A, 2),
            org.assertj.core.api.Assertions.tuple(C, 2),
            org.assertj.core.api.Assertions.tuple(D, 4));
    assertThat(rows.getFirst().compliancePercent()).isEqualTo(99.5);
    assertThat(rows.getFirst().standing()).isEqualTo(Standing.RECOGNISED);
    assertThat(rows.getLast().standing()).isEqualTo(Standing.NEEDS_SUPPORT);
  }

  @Test
  void aDomainOfWhichNothingWasCheckedIsNotRanked() {
    assertThat(
            ScorecardRules.rank(
                Map.of(A, Tally.NONE), Map.of(A, new Incidents(1, List.of())), Map.of()))
        .isEmpty();
  }

  @Test
  void incidentsCountWhetherResolvedOrNotAndTheMedianIsOfTheResolved() {
    ScorecardRowView row =
        ScorecardRules.rank(
                Map.of(A, new Tally(97, 3)),
                Map.of(A, new Incidents(4, List.of(30L, 10L, 21L))),
                Map.of(A, new ScorecardRules.Governance(2, 1)))
            .getFirst();

    assertThat(row.incidents()).isEqualTo(4);
    assertThat(row.medianSecondsToResolve()).isEqualTo(21);
    assertThat(row.standing()).isEqualTo(Standing.STEADY);
    assertThat(row.driftingContracts()).isEqualTo(2);
    assertThat(row.waivers()).isEqualTo(1);
  }

  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheMiddleTwoRoundedDown() {
    assertThat(ScorecardRules.median(List.of(10L, 21L, 40L, 5L))).isEqualTo(15);
    assertThat(ScorecardRules.median(List.of())).isNull();
  }
}
