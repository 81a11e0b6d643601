package io.concordat.queryside.compliance;

import static io.concordat.queryside.Documents.text;
import static io.concordat.queryside.Documents.time;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.concordat.messages.compliance.CommitmentCount;
import io.concordat.messages.compliance.ComplianceView;
import io.concordat.messages.compliance.FindCompliance;
import io.concordat.messages.compliance.FindScorecard;
import io.concordat.messages.compliance.ScorecardView;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.DomainId;
import io.concordat.queryside.Documents;
import io.concordat.queryside.compliance.ScorecardRules.Incidents;
import io.concordat.queryside.contract.Drift;
import io.concordat.queryside.council.CouncilQueries;
import io.concordat.readstore.document.Times;
import io.concordat.readstore.document.Views;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What a product kept of its promises in a span of time, and the domains' scorecard of a month. */
public final class ComplianceQueries {

  /** Up to so many days are asked for one by one, by key; a longer span by a range of keys. */
  private static final long MOST_DAYS_BY_KEY = 400;

  private final Documents documents;
  private final ComplianceTotals totals;
  private final Drift drift;
  private final Clock clock;

  /**
   * Answers from the read models.
   *
   * @param clock tells whether a month is over
   */
  public ComplianceQueries(Documents documents, ComplianceTotals totals, Drift drift, Clock clock) {
    this.documents = documents;
    this.totals = totals;
    this.drift = drift;
    this.clock = clock;
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

  @QueryHandler
  ScorecardView handle(FindScorecard query) {
    return new ScorecardView(
        query.month(),
        false,
        ScorecardRules.rank(
            totals.byDomain(query.month()), incidents(query.month()), governance(query.month())));
  }

  /** What drifted and what was waived at the end of the month, or now where that is to come. */
  private Map<DomainId, ScorecardRules.Governance> governance(YearMonth month) {
    Instant end = month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant now = clock.instant();
    Instant at = end.isAfter(now) ? now : end.minusNanos(1);
    Map<DomainId, ScorecardRules.Governance> byDomain = new HashMap<>();
    drift
        .contracts(null, at)
        .forEach(contract ->
            byDomain.merge(
                contract.id().product().domain(),
                new ScorecardRules.Governance(1, 0),
                ScorecardRules.Governance::plus));
    CouncilQueries.waiversHeldAt(documents, at)
        .forEach(waiver ->
            byDomain.merge(
                new ContractId(waiver.contract()).product().domain(),
                new ScorecardRules.Governance(0, 1),
                ScorecardRules.Governance::plus));
    return byDomain;
  }

  private Map<DomainId, Incidents> incidents(YearMonth month) {
    Map<DomainId, Incidents> byDomain = new HashMap<>();
    documents
        .find(
            Views.INCIDENTS,
            Filters.and(
                Filters.gte(Views.ORDER, start(month)),
                Filters.lt(Views.ORDER, start(month.plusMonths(1)))))
        .projection(Projections.include(Views.DOMAIN, "openedAt", "resolved"))
        .forEach((Document incident) ->
            byDomain.merge(
                new DomainId(text(incident, Views.DOMAIN)),
                incident(incident),
                ComplianceQueries::both));
    return byDomain;
  }

  private static Incidents incident(Document incident) {
    Document resolved = incident.get("resolved", Document.class);
    return new Incidents(
        1,
        resolved == null
            ? List.of()
            : List.of(
                Duration.between(time(incident, "openedAt"), time(resolved, "at")).toSeconds()));
  }

  private static Incidents both(Incidents first, Incidents second) {
    List<Long> seconds = new ArrayList<>(first.secondsToResolve());
    seconds.addAll(second.secondsToResolve());
    return new Incidents(first.opened() + second.opened(), seconds);
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

  private static String start(YearMonth month) {
    return Times.text(month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
