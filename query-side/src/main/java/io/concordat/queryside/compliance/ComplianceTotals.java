package io.concordat.queryside.compliance;

import com.mongodb.client.model.Filters;
import io.concordat.messages.mesh.DomainId;
import io.concordat.queryside.Documents;
import io.concordat.readstore.document.Views;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Checks passed and failed in a month, summed over windows from the days' documents. */
public final class ComplianceTotals {

  private static final String TOTALS = "totals";

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
    List<String> months =
        Stream.iterate(YearMonth.from(first), month -> month.plusMonths(1))
            .takeWhile(month -> !month.isAfter(YearMonth.from(last)))
            .map(YearMonth::toString)
            .toList();
    documents
        .find(Views.COMPLIANCE_TOTALS, Filters.in(Views.MONTH, months))
        .forEach((Document of) -> {
          String id = Documents.text(of, Views.ID);
          LocalDate day = LocalDate.parse(id.substring(id.indexOf('@') + 1));
          if (!day.isBefore(first) && !day.isAfter(last)) {
            String domain = Documents.text(of, Views.DOMAIN);
            Documents.part(of, TOTALS)
                .forEach((product, windows) ->
                    tallies.merge(
                        domain + "/" + product, windows((Document) windows), Tally::plus));
          }
        });
    Map<String, Double> percent = new HashMap<>();
    tallies.forEach((product, tally) -> {
      if (!tally.isEmpty()) {
        percent.put(product, tally.percent());
      }
    });
    return percent;
  }

  private static Tally windows(Document windows) {
    return windows.values().stream()
        .map(window -> (List<?>) window)
        .map(window -> new Tally(number(window.getFirst()), number(window.getLast())))
        .reduce(Tally.NONE, Tally::plus);
  }

  private static Tally tally(Document day) {
    return Documents.part(day, TOTALS).values().stream()
        .map(product -> windows((Document) product))
        .reduce(Tally.NONE, Tally::plus);
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
