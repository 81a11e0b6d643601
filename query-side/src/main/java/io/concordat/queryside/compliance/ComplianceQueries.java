package io.concordat.queryside.compliance;

import static io.concordat.queryside.Documents.time;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.concordat.messages.compliance.CommitmentCount;
import io.concordat.messages.compliance.ComplianceView;
import io.concordat.messages.compliance.FindCompliance;
import io.concordat.queryside.Documents;
import io.concordat.readstore.document.Views;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What a product kept of its promises in a span of time. */
public final class ComplianceQueries {

  /** Up to so many days are asked for one by one, by key; a longer span by a range of keys. */
  private static final long MOST_DAYS_BY_KEY = 400;

  private final Documents documents;

  /** Answers from the read models. */
  public ComplianceQueries(Documents documents) {
    this.documents = documents;
  }

  @QueryHandler
  ComplianceView handle(FindCompliance query) {
    String domain = query.product().domain().value();
    String slug = query.product().value().substring(domain.length() + 1);
    Map<String, Tally> byCommitment = new TreeMap<>();
    if (query.from().isBefore(query.to())) {
      documents
          .find(Views.COMPLIANCE, days(domain, day(query.from()), day(query.to())))
          .projection(Projections.include("windows." + slug))
          .forEach((Document day) -> add(query, day, slug, byCommitment));
    }
    Tally all = byCommitment.values().stream().reduce(Tally.NONE, Tally::plus);
    return new ComplianceView(
        query.product(),
        query.from(),
        query.to(),
        all.passed(),
        all.failed(),
        byCommitment.entrySet().stream()
            .map(entry ->
                new CommitmentCount(
                    entry.getKey(), entry.getValue().passed(), entry.getValue().failed()))
            .toList());
  }

  private static void add(
      FindCompliance query, Document day, String slug, Map<String, Tally> byCommitment) {
    Documents.parts(day.get("windows", new Document()), slug)
        .filter(window -> !time(window, "from").isBefore(query.from()))
        .filter(window -> time(window, "from").isBefore(query.to()))
        .flatMap(window -> Objects.requireNonNull(window.getList("counts", List.class)).stream())
        .forEach(count ->
            byCommitment.merge(
                (String) count.get(0),
                new Tally(((Number) count.get(1)).longValue(), ((Number) count.get(2)).longValue()),
                Tally::plus));
  }

  private static Bson days(String domain, LocalDate first, LocalDate last) {
    return ChronoUnit.DAYS.between(first, last) < MOST_DAYS_BY_KEY
        ? Filters.in(
            Views.ID,
            first
                .datesUntil(last.plusDays(1))
                .map(day -> Views.complianceDayId(domain, day.toString()))
                .toList())
        : Filters.and(
            Filters.gte(Views.ID, Views.complianceDayId(domain, first.toString())),
            Filters.lte(Views.ID, Views.complianceDayId(domain, last.toString())));
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
