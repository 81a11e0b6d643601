package io.concordat.queryside.compliance;

import com.mongodb.client.model.Filters;
import io.concordat.messages.mesh.DomainId;
import io.concordat.queryside.Documents;
import io.concordat.readstore.document.Views;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static Tally tally(Document day) {
    return Documents.part(day, TOTALS).values().stream()
        .flatMap(product -> ((Document) product).values().stream())
        .map(window -> (List<?>) window)
        .map(window -> new Tally(number(window.getFirst()), number(window.getLast())))
        .reduce(Tally.NONE, Tally::plus);
  }

  private static long number(Object value) {
    return ((Number) value).longValue();
  }
}
