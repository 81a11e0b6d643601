package io.concordat.queryside.compliance;

import static io.concordat.queryside.Documents.optionalSubject;
import static io.concordat.queryside.Documents.optionalTime;
import static io.concordat.queryside.Documents.text;
import static io.concordat.queryside.Documents.time;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import io.concordat.messages.Subject;
import io.concordat.messages.anomaly.AnomalyKind;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.scorecard.DomainFigures;
import io.concordat.messages.scorecard.ScorecardFormula;
import io.concordat.queryside.Documents;
import io.concordat.queryside.contract.Drift;
import io.concordat.queryside.council.CouncilQueries;
import io.concordat.readstore.document.Times;
import io.concordat.readstore.document.Views;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/** Gathers what the domains' rows of a month are made of. */
final class DomainMonths {

  private final Documents documents;
  private final ComplianceTotals totals;
  private final Drift drift;
  private final Clock clock;

  DomainMonths(Documents documents, ComplianceTotals totals, Drift drift, Clock clock) {
    this.documents = documents;
    this.totals = totals;
    this.drift = drift;
    this.clock = clock;
  }

  private record Incidents(int opened, List<Long> toAcknowledge, List<Long> toResolve) {
    static final Incidents NONE = new Incidents(0, List.of(), List.of());

    Incidents plus(Incidents other) {
      return new Incidents(
          opened + other.opened,
          both(toAcknowledge, other.toAcknowledge),
          both(toResolve, other.toResolve));
    }

    private static List<Long> both(List<Long> some, List<Long> others) {
      List<Long> all = new ArrayList<>(some);
      all.addAll(others);
      return all;
    }
  }

  /**
   * The figures of all domains that were registered by the end of the month, and of others of which
   * anything was counted in it or before.
   *
   * @param before compliance of the month before, in percent
   * @param inNeed months in need of support up to the month before, in a row
   */
  Map<DomainId, DomainFigures> of(
      YearMonth month, Map<DomainId, Double> before, Map<DomainId, Integer> inNeed) {
    Map<DomainId, Tally> checks = totals.byDomain(month);
    Map<DomainId, Incidents> incidents = incidents(month);
    Instant end = ScorecardFormula.end(month);
    Instant now = clock.instant();
    Instant at = end.isAfter(now) ? now : end.minusNanos(1);
    Map<DomainId, Integer> drifting = drifting(at);
    Map<DomainId, Integer> waivers = waivers(at);
    Map<DomainId, Subject> directors = new HashMap<>();
    Set<DomainId> domains = new HashSet<>(checks.keySet());
    domains.addAll(inNeed.keySet());
    documents
        .find(Views.DOMAINS, Filters.empty())
        .projection(Projections.include("director", "registeredAt"))
        .forEach((Document domain) -> {
          DomainId id = new DomainId(text(domain, Views.ID));
          Subject director = optionalSubject(domain, "director");
          if (director != null) {
            directors.put(id, director);
          }
          if (time(domain, "registeredAt").isBefore(end)) {
            domains.add(id);
          }
        });
    Map<DomainId, DomainFigures> figures = new HashMap<>();
    for (DomainId domain : domains) {
      Tally tally = checks.getOrDefault(domain, Tally.NONE);
      Incidents own = incidents.getOrDefault(domain, Incidents.NONE);
      figures.put(
          domain,
          new DomainFigures(
              tally.passed(),
              tally.failed(),
              own.opened(),
              own.toAcknowledge(),
              own.toResolve(),
              drifting.getOrDefault(domain, 0),
              waivers.getOrDefault(domain, 0),
              before.get(domain),
              inNeed.getOrDefault(domain, 0),
              directors.get(domain)));
    }
    return figures;
  }

  private Map<DomainId, Integer> drifting(Instant at) {
    Map<DomainId, Integer> byDomain = new HashMap<>();
    drift
        .contracts(null, at)
        .forEach(contract -> byDomain.merge(contract.id().product().domain(), 1, Integer::sum));
    return byDomain;
  }

  private Map<DomainId, Integer> waivers(Instant at) {
    Map<DomainId, Integer> byDomain = new HashMap<>();
    CouncilQueries.waiversHeldAt(documents, at)
        .forEach(waiver ->
            byDomain.merge(new ContractId(waiver.contract()).product().domain(), 1, Integer::sum));
    return byDomain;
  }

  private Map<DomainId, Incidents> incidents(YearMonth month) {
    Map<DomainId, Incidents> byDomain = new HashMap<>();
    documents
        .find(
            Views.INCIDENTS,
            Filters.and(
                Filters.gte(Views.ORDER, Times.text(ScorecardFormula.start(month))),
                Filters.lt(Views.ORDER, Times.text(ScorecardFormula.end(month)))))
        .projection(
            Projections.include(Views.DOMAIN, "commitment", "openedAt", "acknowledged", "resolved"))
        .forEach((Document incident) -> {
          // What is unusual was not promised, and so is not broken.
          if (!AnomalyKind.isCommitment(text(incident, "commitment"))) {
            byDomain.merge(
                new DomainId(text(incident, Views.DOMAIN)), incident(incident), Incidents::plus);
          }
        });
    return byDomain;
  }

  private static Incidents incident(Document incident) {
    return new Incidents(1, seconds(incident, "acknowledged"), seconds(incident, "resolved"));
  }

  /** From the opening until something happened; none where it has not, or was undone. */
  private static List<Long> seconds(Document incident, String what) {
    Instant at = optionalTime(incident.get(what, Document.class), "at");
    return at == null
        ? List.of()
        : List.of(Duration.between(time(incident, "openedAt"), at).toSeconds());
  }
}
