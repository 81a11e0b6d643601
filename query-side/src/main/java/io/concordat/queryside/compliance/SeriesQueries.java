package io.concordat.queryside.compliance;

import static io.concordat.queryside.Documents.optionalTime;
import static io.concordat.queryside.Documents.text;
import static io.concordat.queryside.Documents.time;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.series.FindSeries;
import io.concordat.messages.series.Resolution;
import io.concordat.messages.series.SeriesScope;
import io.concordat.messages.series.SeriesScope.OfDomain;
import io.concordat.messages.series.SeriesScope.OfProduct;
import io.concordat.messages.series.SeriesScope.WholeMesh;
import io.concordat.messages.series.SeriesView;
import io.concordat.queryside.Documents;
import io.concordat.readstore.document.Times;
import io.concordat.readstore.document.Views;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Figures over time: the read models are read once, however many scopes are asked for. */
public final class SeriesQueries {

  private static final String RESOLVED = "resolved.at";

  private final Documents documents;
  private final ComplianceTotals totals;

  /** Answers from the read models. */
  public SeriesQueries(Documents documents, ComplianceTotals totals) {
    this.documents = documents;
    this.totals = totals;
  }

  @QueryHandler
  Map<SeriesScope, SeriesView> handle(FindSeries query) {
    Resolution resolution = query.resolution();
    List<Instant> starts = resolution.starts(query.from(), query.to());
    Map<SeriesScope, SeriesBuckets> buckets = new HashMap<>();
    query.scopes().forEach(scope -> buckets.put(scope, new SeriesBuckets(resolution, starts)));
    Instant from = starts.getFirst();
    Instant to = resolution.next(starts.getLast());
    Set<DomainId> domains = domains(query.scopes());
    totals.windows(
        day(from),
        day(to.minusNanos(1)),
        domains,
        (domain, product, at, tally) ->
            each(buckets, domain, product, series -> series.checked(at, tally)));
    incidents(buckets, domains, from, to);
    Map<SeriesScope, SeriesView> views = new HashMap<>();
    buckets.forEach((scope, series) -> views.put(scope, series.view()));
    return views;
  }

  private void incidents(
      Map<SeriesScope, SeriesBuckets> buckets, Set<DomainId> domains, Instant from, Instant to) {
    String first = Times.text(from);
    String end = Times.text(to);
    Bson within =
        Filters.or(
            Filters.and(Filters.gte(Views.ORDER, first), Filters.lt(Views.ORDER, end)),
            Filters.and(Filters.gte(RESOLVED, first), Filters.lt(RESOLVED, end)));
    documents
        .find(
            Views.INCIDENTS,
            domains.isEmpty()
                ? within
                : Filters.and(
                    Filters.in(Views.DOMAIN, domains.stream().map(DomainId::value).toList()),
                    within))
        .projection(Projections.include(Views.DOMAIN, "product", "openedAt", "resolved"))
        .forEach((Document incident) -> {
          Instant opened = time(incident, "openedAt");
          Instant resolved = optionalTime(incident.get("resolved", Document.class), "at");
          each(
              buckets,
              new DomainId(text(incident, Views.DOMAIN)),
              text(incident, "product"),
              series -> {
                series.opened(opened);
                if (resolved != null) {
                  series.resolved(resolved);
                }
              });
        });
  }

  /** The series that what belongs to a product counts in. */
  private static void each(
      Map<SeriesScope, SeriesBuckets> buckets,
      DomainId domain,
      String product,
      Consumer<SeriesBuckets> action) {
    for (SeriesScope scope :
        List.of(new WholeMesh(), new OfDomain(domain), new OfProduct(new ProductId(product)))) {
      SeriesBuckets series = buckets.get(scope);
      if (series != null) {
        action.accept(series);
      }
    }
  }

  /** Domains that must be read; empty for all. */
  private static Set<DomainId> domains(Set<SeriesScope> scopes) {
    Set<DomainId> domains = new HashSet<>();
    for (SeriesScope scope : scopes) {
      switch (scope) {
        case WholeMesh() -> {
          return Set.of();
        }
        case OfDomain(DomainId domain) -> domains.add(domain);
        case OfProduct(ProductId product) -> domains.add(product.domain());
      }
    }
    return domains;
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
