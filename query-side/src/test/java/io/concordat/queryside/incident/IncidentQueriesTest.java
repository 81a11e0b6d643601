package io.concordat.queryside.incident;

import static io.concordat.queryside.Samples.day;
import static io.concordat.queryside.Samples.incident;
import static io.concordat.queryside.Samples.recorded;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.Subject;
import io.concordat.messages.compliance.CommitmentCount;
import io.concordat.messages.compliance.ComplianceView;
import io.concordat.messages.compliance.FindCompliance;
import io.concordat.messages.compliance.Standing;
import io.concordat.messages.incident.FindIncidents;
import io.concordat.messages.incident.IncidentAcknowledged;
import io.concordat.messages.incident.IncidentAssigned;
import io.concordat.messages.incident.IncidentCommented;
import io.concordat.messages.incident.IncidentEntryKind;
import io.concordat.messages.incident.IncidentEntryView;
import io.concordat.messages.incident.IncidentFilter;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentReopened;
import io.concordat.messages.incident.IncidentResolved;
import io.concordat.messages.incident.IncidentStatus;
import io.concordat.messages.incident.IncidentView;
import io.concordat.messages.incident.ListIncidents;
import io.concordat.messages.incident.ResolutionCause;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import io.concordat.messages.scorecard.FindScorecard;
import io.concordat.messages.scorecard.ScorecardRow;
import io.concordat.messages.scorecard.ScorecardView;
import io.concordat.queryside.ReadSide;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Incidents and compliance, and the scorecard that is made of both. */
class IncidentQueriesTest {

  private static final Subject PERSON = new Subject("person");

  private static ReadSide side;

  @BeforeAll
  static void incidents() {
    side = ReadSide.empty();
    side.happened(
        incident(1, "payments/settlements", 1),
        incident(2, "payments/refunds", 2),
        incident(3, "finance/ledger", 3),
        incident(4, "payments/refunds", -1),
        new IncidentAcknowledged(id(1), day(1).plusSeconds(90), PERSON),
        new IncidentResolved(
            id(1), ResolutionCause.FIXED, "Restarted", day(1).plusSeconds(600), PERSON),
        new IncidentAcknowledged(id(2), day(3), PERSON),
        recorded("payments/settlements", -1, 0, 5),
        recorded("payments/settlements", 0, 100, 0),
        recorded("payments/settlements", 1, 90, 10),
        recorded("payments/refunds", 1, 9, 1),
        recorded("finance/ledger", 30, 100, 0),
        recorded("finance/ledger", 31, 1, 99));
  }

  @AfterAll
  static void close() {
    side.close();
  }

  @Test
  void anIncidentHasTheTimesOfItsEvents() {
    IncidentView resolved = side.ask(new FindIncidents(Set.of(id(1)))).getFirst();

    assertThat(resolved.status()).isEqualTo(IncidentStatus.RESOLVED);
    assertThat(resolved.secondsToAcknowledge()).isEqualTo(90);
    assertThat(resolved.secondsToResolve()).isEqualTo(600);
    assertThat(resolved.cause()).isEqualTo(ResolutionCause.FIXED);
    assertThat(resolved.note()).isEqualTo("Restarted");
    IncidentView open = side.ask(new FindIncidents(Set.of(id(3)))).getFirst();
    assertThat(open.acknowledgedAt()).isNull();
    assertThat(open.cause()).isNull();
  }

  @Test
  void aReopenedIncidentTellsItsWholeStory() {
    IncidentId reopened = id(9);
    Subject other = new Subject("other");
    try (ReadSide own = ReadSide.empty()) {
      own.happened(
          incident(9, "payments/settlements", 1),
          new IncidentAcknowledged(reopened, day(1).plusSeconds(90), PERSON),
          new IncidentAssigned(reopened, other, day(1).plusSeconds(100), PERSON),
          new IncidentCommented(reopened, "Stuck.", day(1).plusSeconds(110), other),
          new IncidentResolved(
              reopened, ResolutionCause.RECOVERED, null, day(1).plusSeconds(600), PERSON),
          new IncidentReopened(reopened, "Late again.", day(1).plusSeconds(700), PERSON),
          recorded("payments/settlements", 1, 90, 10));

      IncidentView view = own.ask(new FindIncidents(Set.of(reopened))).getFirst();

      assertThat(view.status()).isEqualTo(IncidentStatus.OPEN);
      assertThat(view.acknowledgedAt()).isNull();
      assertThat(view.acknowledgedBy()).isNull();
      assertThat(view.resolvedAt()).isNull();
      assertThat(view.cause()).isNull();
      assertThat(view.assignee()).isEqualTo(other);
      assertThat(view.timeline())
          .extracting(IncidentEntryView::kind)
          .containsExactly(
              IncidentEntryKind.OPENED,
              IncidentEntryKind.ACKNOWLEDGED,
              IncidentEntryKind.ASSIGNED,
              IncidentEntryKind.COMMENTED,
              IncidentEntryKind.RESOLVED,
              IncidentEntryKind.REOPENED);
      assertThat(view.timeline().get(2).assignee()).isEqualTo(other);
      assertThat(view.timeline().get(3))
          .isEqualTo(
              new IncidentEntryView(
                  IncidentEntryKind.COMMENTED,
                  day(1).plusSeconds(110),
                  other,
                  "Stuck.",
                  null,
                  null));
      assertThat(view.timeline().get(4).cause()).isEqualTo(ResolutionCause.RECOVERED);
      assertThat(own.ask(new FindScorecard(YearMonth.of(2026, 10), false)).rows().getFirst())
          .returns(1, ScorecardRow::incidents)
          .returns(null, ScorecardRow::medianSecondsToResolve);
    }
  }

  @Test
  void incidentsAreListedTheLatestOpenedFirst() {
    assertThat(list(Set.of(), null)).containsExactly(3, 2, 1, 4);
    assertThat(list(Set.of(), "payments")).containsExactly(2, 1, 4);
    assertThat(list(Set.of(IncidentStatus.ACKNOWLEDGED, IncidentStatus.RESOLVED), null))
        .containsExactly(2, 1);
    assertThat(list(Set.of(IncidentStatus.OPEN), "finance")).containsExactly(3);
  }

  @Test
  void complianceCountsWindowsThatBeginWithinTheSpan() {
    ComplianceView october = compliance("payments/settlements", 0, 31);
    assertThat(october.passed()).isEqualTo(190);
    assertThat(october.failed()).isEqualTo(10);
    assertThat(october.percent()).isEqualTo(95.0);
    assertThat(october.counts())
        .containsExactly(
            new CommitmentCount("accuracy", 0, 10), new CommitmentCount("freshness", 190, 0));

    assertThat(compliance("payments/settlements", 1, 2).passed()).isEqualTo(90);
    assertThat(compliance("payments/settlements", -1_000, 1_000).failed()).isEqualTo(15);
    assertThat(compliance("payments/settlements", 2, 31).percent()).isNull();
    assertThat(compliance("payments/settlements", 1, 1).counts()).isEmpty();
    assertThat(compliance("no/body", 0, 31).counts()).isEmpty();
  }

  @Test
  void theScorecardRanksDomainsOfAMonth() {
    ScorecardView october = scorecard(10);

    assertThat(october.rows())
        .extracting(row ->
            row.rank()
                + " "
                + row.domain()
                + " "
                + row.incidents()
                + " "
                + row.medianSecondsToResolve())
        .containsExactly("1 finance 1 null", "2 payments 2 600");
    assertThat(october.rows().getFirst().standing()).isEqualTo(Standing.RECOGNISED);
    assertThat(october.rows().getLast().compliancePercent()).isEqualTo(100.0 * 199 / 210);
    assertThat(scorecard(9).rows()).hasSize(1);
    assertThat(scorecard(11).rows().getFirst().compliancePercent()).isEqualTo(1.0);
    assertThat(scorecard(12).rows()).isEmpty();
  }

  private static List<Integer> list(Set<IncidentStatus> statuses, String domain) {
    Page<IncidentView> page =
        side.ask(
            new ListIncidents(
                new IncidentFilter(
                    statuses,
                    Set.of(),
                    domain == null ? null : new DomainId(domain),
                    null,
                    null,
                    null,
                    null,
                    false),
                PageRequest.first(10, null)));
    return page.entries().stream()
        .map(entry -> (int) (entry.node().id().value().getLeastSignificantBits() & 0xff))
        .toList();
  }

  private static ComplianceView compliance(String product, int from, int to) {
    return side.ask(new FindCompliance(new ProductId(product), day(from), day(to)));
  }

  private static ScorecardView scorecard(int month) {
    return side.ask(new FindScorecard(YearMonth.of(2026, month), false));
  }

  private static io.concordat.messages.incident.IncidentId id(int number) {
    return incident(number, "x/y", 0).incident();
  }
}
