package io.concordat.queryside.compliance;

import com.mongodb.client.model.Filters;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.scorecard.FindMonthFigures;
import io.concordat.messages.scorecard.FindOpenMonths;
import io.concordat.messages.scorecard.FindScorecard;
import io.concordat.messages.scorecard.MonthFigures;
import io.concordat.messages.scorecard.ScorecardFormula;
import io.concordat.messages.scorecard.ScorecardPublished;
import io.concordat.messages.scorecard.ScorecardPublished.NotMeasured;
import io.concordat.messages.scorecard.ScorecardView;
import io.concordat.queryside.Documents;
import io.concordat.queryside.contract.Drift;
import io.concordat.readstore.StoreClients;
import io.concordat.readstore.document.Values;
import io.concordat.readstore.document.Views;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.axonframework.queryhandling.QueryHandler;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The domains' scorecard of a month: as it was announced, or counted when it is asked for. */
public final class ScorecardQueries {

  private final Documents documents;
  private final ComplianceTotals totals;
  private final DomainMonths months;

  /**
   * Answers from the read models.
   *
   * @param clock tells whether a month is over
   */
  public ScorecardQueries(Documents documents, ComplianceTotals totals, Drift drift, Clock clock) {
    this.documents = documents;
    this.totals = totals;
    this.months = new DomainMonths(documents, totals, drift, clock);
  }

  @QueryHandler
  ScorecardView handle(FindScorecard query) {
    ScorecardPublished announced = query.recounted() ? null : announced(query.month());
    if (announced != null) {
      return new ScorecardView(
          query.month(),
          true,
          announced.publishedAt(),
          announced.rows(),
          announced.notMeasured().stream().map(NotMeasured::domain).toList());
    }
    ScorecardFormula.Ranking ranking = ScorecardFormula.rank(figures(query.month()).domains());
    return new ScorecardView(
        query.month(),
        false,
        null,
        ranking.rows(),
        ranking.notMeasured().stream().map(NotMeasured::domain).toList());
  }

  @QueryHandler
  MonthFigures handle(FindMonthFigures query) {
    return figures(query.month());
  }

  @QueryHandler
  List<YearMonth> handle(FindOpenMonths query) {
    return open(query.last());
  }

  private MonthFigures figures(YearMonth month) {
    YearMonth before = month.minusMonths(1);
    List<YearMonth> openBefore = open(before);
    ScorecardPublished last = latestBefore(month);
    Map<DomainId, Integer> inNeed = last == null ? new HashMap<>() : inNeed(last);
    for (YearMonth open : openBefore) {
      if (last == null || open.isAfter(last.month())) {
        totals
            .byDomain(open)
            .forEach((domain, tally) ->
                inNeed.put(
                    domain,
                    ScorecardFormula.monthsInNeed(
                        inNeed.getOrDefault(domain, 0), tally.percentOrNull())));
      }
    }
    return new MonthFigures(
        month,
        months.of(month, percent(before), inNeed),
        openBefore.isEmpty() ? null : openBefore.getFirst());
  }

  /** Months with checks that are not closed, up to one and with it, the earliest first. */
  private List<YearMonth> open(YearMonth last) {
    TreeSet<YearMonth> counted = new TreeSet<>();
    documents
        .collection(Views.COMPLIANCE_TOTALS)
        .distinct(Views.MONTH, String.class)
        .maxTime(StoreClients.QUERY_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .forEach(month -> counted.add(YearMonth.parse(month)));
    return counted.headSet(last, true).stream()
        .filter(month -> announced(month) == null && totals.percent(month) != null)
        .toList();
  }

  /** Compliance of a month by domain: as it was announced, else as it was counted. */
  private Map<DomainId, Double> percent(YearMonth month) {
    Map<DomainId, Double> percent = new HashMap<>();
    ScorecardPublished announced = announced(month);
    if (announced != null) {
      announced.rows().forEach(row -> percent.put(row.domain(), row.compliancePercent()));
      return percent;
    }
    totals
        .byDomain(month)
        .forEach((domain, tally) -> {
          if (!tally.isEmpty()) {
            percent.put(domain, tally.percent());
          }
        });
    return percent;
  }

  private static Map<DomainId, Integer> inNeed(ScorecardPublished announced) {
    Map<DomainId, Integer> months = new HashMap<>();
    announced.rows().forEach(row -> months.put(row.domain(), row.monthsInNeed()));
    announced.notMeasured().forEach(each -> months.put(each.domain(), each.monthsInNeed()));
    return months;
  }

  private @Nullable ScorecardPublished announced(YearMonth month) {
    return documents.byId(Views.SCORECARDS, List.of(month.toString())).stream()
        .map(ScorecardQueries::announced)
        .findFirst()
        .orElse(null);
  }

  private @Nullable ScorecardPublished latestBefore(YearMonth month) {
    return documents
        .find(Views.SCORECARDS, Filters.lt(Views.ID, month.toString()))
        .into(new ArrayList<>())
        .stream()
        .max(Comparator.comparing(found -> Documents.text(found, Views.ID)))
        .map(ScorecardQueries::announced)
        .orElse(null);
  }

  private static ScorecardPublished announced(Document scorecard) {
    return Values.parse(Documents.text(scorecard, Views.PUBLISHED), ScorecardPublished.class);
  }
}
