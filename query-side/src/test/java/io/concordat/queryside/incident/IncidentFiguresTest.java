package io.concordat.queryside.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.Subject;
import io.concordat.messages.incident.FindIncidentFigures;
import io.concordat.messages.incident.IncidentAcknowledged;
import io.concordat.messages.incident.IncidentAttached;
import io.concordat.messages.incident.IncidentFigures;
import io.concordat.messages.incident.IncidentFigures.Spread;
import io.concordat.messages.incident.IncidentFilter;
import io.concordat.messages.incident.IncidentId;
import io.concordat.messages.incident.IncidentOpened;
import io.concordat.messages.incident.IncidentResolved;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.incident.ListIncidents;
import io.concordat.messages.incident.ResolutionCause;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.paging.PageRequest;
import io.concordat.queryside.ReadSide;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long incidents took, and which are found. */
class IncidentFiguresTest {

  private static final Subject PERSON = new Subject("person");
  private static final Instant FIRST = Instant.parse("2026-10-31T23:59:59Z");
  private static final Instant SECOND = Instant.parse("2026-11-01T00:00:00Z");

  private final ReadSide side = ReadSide.empty();

  @AfterEach
  void close() {
    side.close();
  }

  @Test
  void aMonthIsThatOfOpeningAndTimesAreOfWhatIsKnown() {
    side.happened(
        opened(1, "payments/refunds", FIRST, 4L),
        opened(2, "payments/refunds", SECOND, 60L),
        opened(3, "payments/settlements", SECOND, null),
        opened(4, "finance/ledger", SECOND, 5L),
        new IncidentAcknowledged(id(2), SECOND.plusSeconds(90), PERSON),
        new IncidentResolved(
            id(2), ResolutionCause.FALSE_ALARM, null, SECOND.plusSeconds(600), PERSON));

    List<IncidentFigures> all = ask(null, 10, 11);
    assertThat(all)
        .extracting(row -> row.month() + " " + row.domain() + " " + row.opened())
        .containsExactly("2026-11 finance 1", "2026-11 payments 2", "2026-10 payments 1");
    IncidentFigures november = ask("payments", 11, 11).getFirst();
    assertThat(november)
        .isEqualTo(
            new IncidentFigures(
                new DomainId("payments"),
                YearMonth.of(2026, 11),
                2,
                1,
                1,
                1,
                new Spread(1, 60L, 60L),
                new Spread(1, 90L, 90L),
                new Spread(1, 600L, 600L)));
    assertThat(all.getLast().toResolve()).isEqualTo(new Spread(0, null, null));
    assertThat(ask("payments", 8, 9)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 1", "2, 1, 2", "3, 2, 3", "10, 5, 9", "11, 6, 10", "12, 6, 11", "100, 50, 90"})
  void theMedianIsTheScorecardsAndNineOfTenAreNotAboveTheNinetieth(
      int count, long median, long p90) {
    List<Long> times = LongStream.rangeClosed(1, count).mapToObj(each -> count + 1 - each).toList();
    assertThat(Spread.of(times)).isEqualTo(new Spread(count, median, p90));
  }

  @Test
  void incidentsAreFoundByWhatIsAsked() {
    side.happened(
        opened(1, "payments/refunds", FIRST, null),
        opened(2, "payments/settlements", SECOND, null),
        new IncidentAttached(id(2), id(1), SECOND, PERSON));
    assertThat(list(IncidentFilter.ALL)).containsExactly(2, 1);
    assertThat(list(filter("payments/refunds", null, null, null, false))).containsExactly(1);
    assertThat(list(filter(null, "rows", null, null, false))).isEmpty();
    assertThat(list(filter(null, "freshness", null, null, false))).containsExactly(2, 1);
    assertThat(list(filter(null, null, SECOND, null, false))).containsExactly(2);
    assertThat(list(filter(null, null, null, SECOND, false))).containsExactly(1);
    assertThat(list(filter(null, null, null, null, true))).containsExactly(1);
    assertThat(
            list(
                new IncidentFilter(
                    Set.of(), Set.of(IncidentSeverity.LOW), null, null, null, null, null, false)))
        .isEmpty();
  }

  private static IncidentFilter filter(
      String product, String commitment, Instant from, Instant to, boolean roots) {
    return new IncidentFilter(
        Set.of(),
        Set.of(IncidentSeverity.HIGH),
        null,
        product == null ? null : new ProductId(product),
        commitment,
        from,
        to,
        roots);
  }

  private List<Integer> list(IncidentFilter filter) {
    return side.ask(new ListIncidents(filter, PageRequest.first(10, null))).entries().stream()
        .map(entry -> (int) (entry.node().id().value().getLeastSignificantBits() & 0xff))
        .toList();
  }

  private List<IncidentFigures> ask(String domain, int from, int to) {
    return side.ask(
        new FindIncidentFigures(
            domain == null ? null : new DomainId(domain),
            YearMonth.of(2026, from),
            YearMonth.of(2026, to)));
  }

  private static IncidentId id(int number) {
    return new IncidentId(new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L + number));
  }

  private static IncidentOpened opened(int number, String product, Instant at, Long after) {
    return new IncidentOpened(
        id(number),
        new ProductId(product),
        null,
        "freshness",
        IncidentSeverity.HIGH,
        "Late.",
        at,
        PERSON,
        after == null ? null : at.minusSeconds(after));
  }
}
