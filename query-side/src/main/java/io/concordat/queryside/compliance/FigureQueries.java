package io.concordat.queryside.compliance;

import static io.concordat.queryside.Documents.text;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.incident.IncidentStatus;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.series.FindProductFigures;
import io.concordat.messages.series.ProductFigures;
import io.concordat.queryside.Documents;
import io.concordat.readstore.document.Views;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;

/** How all products do at present: for metrics. */
public final class FigureQueries {

  private final Documents documents;
  private final ComplianceTotals totals;
  private final Clock clock;

  /** Answers from the read models. */
  public FigureQueries(Documents documents, ComplianceTotals totals, Clock clock) {
    this.documents = documents;
    this.totals = totals;
    this.clock = clock;
  }

  @QueryHandler
  List<ProductFigures> handle(FindProductFigures query) {
    Set<String> products = new TreeSet<>();
    documents
        .find(Views.PRODUCTS, Filters.eq(Views.REGISTERED, true))
        .projection(Projections.include(Views.ID))
        .forEach((Document product) -> products.add(text(product, Views.ID)));
    Map<String, Tally> checks = checks(query.since());
    Map<String, Map<IncidentSeverity, Integer>> open = openIncidents();
    return products.stream()
        .map(product -> {
          Tally tally = checks.getOrDefault(product, Tally.NONE);
          return new ProductFigures(
              new ProductId(product),
              tally.passed(),
              tally.failed(),
              open.getOrDefault(product, Map.of()));
        })
        .toList();
  }

  private Map<String, Tally> checks(Instant since) {
    Map<String, Tally> checks = new HashMap<>();
    Instant now = clock.instant();
    if (since.isBefore(now)) {
      totals.windows(
          LocalDate.ofInstant(since, ZoneOffset.UTC),
          LocalDate.ofInstant(now, ZoneOffset.UTC),
          Set.of(),
          (_, product, from, tally) -> {
            if (!from.isBefore(since)) {
              checks.merge(product, tally, Tally::plus);
            }
          });
    }
    return checks;
  }

  private Map<String, Map<IncidentSeverity, Integer>> openIncidents() {
    Map<String, Map<IncidentSeverity, Integer>> open = new HashMap<>();
    documents
        .find(
            Views.INCIDENTS,
            Filters.in(
                Views.STATE + "." + Views.STATUS,
                IncidentStatus.OPEN.name(),
                IncidentStatus.ACKNOWLEDGED.name()))
        .projection(Projections.include("product", "severity"))
        .forEach((Document incident) ->
            open.computeIfAbsent(
                    text(incident, "product"), _ -> new EnumMap<>(IncidentSeverity.class))
                .merge(IncidentSeverity.valueOf(text(incident, "severity")), 1, Integer::sum));
    return open;
  }
}
