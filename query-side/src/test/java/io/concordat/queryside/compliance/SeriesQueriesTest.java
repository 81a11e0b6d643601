package io.concordat.queryside.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.Subject;
import io.concordat.messages.compliance.CommitmentCount;
import io.concordat.messages.compliance.ComplianceRecorded;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentOpened;
import io.concordat.messages.incident.IncidentReopened;
import io.concordat.messages.incident.IncidentResolved;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.incident.ResolutionCause;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.series.FindSeries;
import io.concordat.messages.series.Resolution;
import io.concordat.messages.series.SeriesScope;
import io.concordat.messages.series.SeriesScope.OfDomain;
import io.concordat.messages.series.SeriesScope.OfProduct;
import io.concordat.messages.series.SeriesScope.WholeMesh;
import io.concordat.messages.series.SeriesView;
import io.concordat.messages.series.SeriesView.Point;
import io.concordat.queryside.ReadSide;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Series: what counts where, and that nothing is not zero. */
class SeriesQueriesTest {

  private static final SeriesScope MESH = new WholeMesh();
  private static final SeriesScope PAYMENTS = new OfDomain(new DomainId("payments"));
  private static final SeriesScope REFUNDS = new OfProduct(new ProductId("payments/refunds"));
  private static final SeriesScope IDLE = new OfDomain(new DomainId("idle"));

  private final ReadSide side = ReadSide.empty();

  @AfterEach
  void close() {
    side.close();
  }

  @Test
  void windowsCountInTheBucketInWhichTheyBegin() {
    side.happened(
        hour("payments/settlements", "2026-10-05T09:00:00Z", 8, 2),
        hour("payments/refunds", "2026-10-05T09:00:00Z", 10, 0),
        hour("payments/refunds", "2026-10-05T10:00:00Z", 0, 5),
        hour("orders/baskets", "2026-10-05T11:00:00Z", 1, 0),
        hour("orders/baskets", "2026-10-06T11:00:00Z", 1, 0));

    Map<SeriesScope, SeriesView> hours =
        ask(Resolution.HOUR, "2026-10-05T08:30:00Z", "2026-10-05T12:00:00Z");
    assertThat(percents(hours, MESH)).containsExactly(null, 90.0, 0.0, 100.0);
    assertThat(percents(hours, PAYMENTS)).containsExactly(null, 90.0, 0.0, null);
    assertThat(percents(hours, REFUNDS)).containsExactly(null, 100.0, 0.0, null);
    assertThat(percents(hours, IDLE)).containsOnlyNulls();
    assertThat(hours.get(MESH).from()).isEqualTo("2026-10-05T08:00:00Z");
    assertThat(hours.get(MESH).to()).isEqualTo("2026-10-05T12:00:00Z");

    Map<SeriesScope, SeriesView> days =
        ask(Resolution.DAY, "2026-10-04T00:00:00Z", "2026-10-07T00:00:00Z");
    assertThat(days.get(MESH).points()).extracting(Point::passed).containsExactly(null, 19L, 1L);
    Map<SeriesScope, SeriesView> months =
        ask(Resolution.MONTH, "2026-09-04T00:00:00Z", "2026-10-07T00:00:00Z");
    assertThat(months.get(PAYMENTS).points()).extracting(Point::failed).containsExactly(null, 7L);
  }

  @Test
  void incidentsCountWhereTheyWereOpenedAndWhereTheyStandResolved() {
    IncidentId early = new IncidentId(UUID.randomUUID());
    IncidentId again = new IncidentId(UUID.randomUUID());
    side.happened(
        opened(early, "payments/refunds", "2026-10-04T23:00:00Z"),
        opened(again, "payments/settlements", "2026-10-05T01:00:00Z"),
        resolved(early, "2026-10-05T02:10:00Z"),
        resolved(again, "2026-10-05T01:30:00Z"));
    side.happened(
        new IncidentReopened(
            again, "broken again", at("2026-10-05T02:00:00Z"), new Subject("maria.owner")));

    Map<SeriesScope, SeriesView> hours =
        ask(Resolution.HOUR, "2026-10-05T00:00:00Z", "2026-10-05T03:00:00Z");
    assertThat(hours.get(MESH).points()).extracting(Point::opened).containsExactly(0, 1, 0);
    assertThat(hours.get(MESH).points()).extracting(Point::resolved).containsExactly(0, 0, 1);
    assertThat(hours.get(REFUNDS).points()).extracting(Point::resolved).containsExactly(0, 0, 1);
    assertThat(hours.get(REFUNDS).points()).extracting(Point::opened).containsExactly(0, 0, 0);
    assertThat(hours.get(IDLE).points()).extracting(Point::resolved).containsExactly(0, 0, 0);
  }

  private Map<SeriesScope, SeriesView> ask(Resolution resolution, String from, String to) {
    return side.ask(
        new FindSeries(Set.of(MESH, PAYMENTS, REFUNDS, IDLE), at(from), at(to), resolution));
  }

  private static List<Double> percents(Map<SeriesScope, SeriesView> views, SeriesScope scope) {
    return views.get(scope).points().stream().map(Point::percent).toList();
  }

  private static ComplianceRecorded hour(String product, String from, long passed, long failed) {
    return new ComplianceRecorded(
        new ProductId(product),
        at(from),
        at(from).plus(Duration.ofHours(1)),
        List.of(new CommitmentCount("freshness", passed, failed)),
        at(from).plus(Duration.ofHours(2)));
  }

  private static IncidentOpened opened(IncidentId id, String product, String at) {
    return new IncidentOpened(
        id,
        new ProductId(product),
        null,
        "freshness",
        IncidentSeverity.HIGH,
        "late",
        at(at),
        new Subject("machine"));
  }

  private static IncidentResolved resolved(IncidentId id, String at) {
    return new IncidentResolved(
        id, ResolutionCause.FIXED, null, at(at), new Subject("maria.owner"));
  }

  private static Instant at(String text) {
    return Instant.parse(text);
  }
}
