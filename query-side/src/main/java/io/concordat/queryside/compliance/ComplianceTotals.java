package io.concordat.queryside.compliance;

import com.mongodb.client.model.Filters;
import io.concordat.messages.mesh.DomainId;
import io.concordat.queryside.Documents;
import io.concordat.readstore.document.Views;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Checks passed and failed in a month, summed over windows from the days' documents. */
public final class ComplianceTotals {

  private static final String TOTALS = "totals";

  /** Up to so many documents are asked for one by one, by key; more by their month. */
  private static final long MOST_BY_KEY = 4_000;

  private final Documents documents;

  /** Sums from the read models. */
  public ComplianceTotals(Documents documents) {
    this.documents = documents;
  }

  /**
   * Share of the checks of all domains that passed in a month (UTC), in percent, 0 to 100; null
   * where nothing was checked.
   */
  public @Nullable Double percent(YearMonth month) {
    Tally all = byDomain(month).values().stream().reduce(Tally.NONE, Tally::plus);
    return all.isEmpty() ? null : all.percent();
  }

  /** By domain, for those of which a window begins within the month (UTC). */
  Map<DomainId, Tally> byDomain(YearMonth month) {
    Map<DomainId, Tally> tallies = new HashMap<>();
    documents
        .find(Views.COMPLIANCE_TOTALS, Filters.eq(Views.MONTH, month.toString()))
        .forEach((Document day) ->
            tallies.merge(
                new DomainId(Documents.text(day, Views.DOMAIN)), tally(day), Tally::plus));
    return tallies;
  }

  /**
   * By product, for those of which a window begins on one of these days (UTC), both inclusive.
   *
   * @return percent, 0 to 100
   */
  Map<String, Double> percentByProduct(LocalDate first, LocalDate last) {
    Map<String, Tally> tallies = new HashMap<>();
    windows(
        first,
        last,
        Set.of(),
        (_, product, _, tally) -> tallies.merge(product, tally, Tally::plus));
    Map<String, Double> percent = new HashMap<>();
    tallies.forEach((product, tally) -> {
      if (!tally.isEmpty()) {
        percent.put(product, tally.percent());
      }
    });
    return percent;
  }

  /** Takes windows. */
  @FunctionalInterface
  interface WindowSink {

    /**
     * One window.
     *
     * @param product its id
     * @param from when it begins
     */
    void take(DomainId domain, String product, Instant from, Tally tally);
  }

  /**
   * All windows that are recorded of some days (UTC), both inclusive, in no order.
   *
   * @param domains only theirs; all for an empty set
   */
  void windows(LocalDate first, LocalDate last, Set<DomainId> domains, WindowSink sink) {
    List<String> months = months(first, last);
    Bson filter = Filters.in(Views.MONTH, months);
    if (!domains.isEmpty()) {
      filter =
          ChronoUnit.DAYS.between(first, last) * domains.size() < MOST_BY_KEY
              ? Filters.in(Views.ID, ids(first, last, domains))
              : Filters.and(
                  filter, Filters.in(Views.DOMAIN, domains.stream().map(DomainId::value).toList()));
    }
    documents
        .find(Views.COMPLIANCE_TOTALS, filter)
        .forEach((Document of) -> {
          LocalDate day = day(of);
          if (!day.isBefore(first) && !day.isAfter(last)) {
            DomainId domain = new DomainId(Documents.text(of, Views.DOMAIN));
            Documents.part(of, TOTALS)
                .forEach((product, windows) ->
                    ((Document) windows)
                        .values()
                        .forEach(window -> take(domain, product, day, (List<?>) window, sink)));
          }
        });
  }

  /**
   * Where a read model of an earlier release does not tell when a window begins, its day counts.
   */
  private static void take(
      DomainId domain, String product, LocalDate day, List<?> window, WindowSink sink) {
    Instant from =
        window.size() > 2
            ? Instant.ofEpochMilli(number(window.get(2)))
            : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    sink.take(domain, domain.value() + "/" + product, from, tally(window));
  }

  private static List<String> ids(LocalDate first, LocalDate last, Set<DomainId> domains) {
    return first
        .datesUntil(last.plusDays(1))
        .flatMap(day ->
            domains.stream().map(domain -> Views.complianceDayId(domain.value(), day.toString())))
        .toList();
  }

  private static LocalDate day(Document of) {
    String id = Documents.text(of, Views.ID);
    return LocalDate.parse(id.substring(id.indexOf('@') + 1));
  }

  private static List<String> months(LocalDate first, LocalDate last) {
    return Stream.iterate(YearMonth.from(first), month -> month.plusMonths(1))
        .takeWhile(month -> !month.isAfter(YearMonth.from(last)))
        .map(YearMonth::toString)
        .toList();
  }

  private static Tally windows(Document windows) {
    return windows.values().stream()
        .map(window -> (List<?>) window)
        .map(ComplianceTotals::tally)
        .reduce(Tally.NONE, Tally::plus);
  }

  private static Tally tally(Document day) {
    return Documents.part(day, TOTALS).values().stream()
        .map(product -> windows((Document) product))
        .reduce(Tally.NONE, Tally::plus);
  }

  private static Tally tally(List<?> window) {
    return new Tally(number(window.get(0)), number(window.get(1)));
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
