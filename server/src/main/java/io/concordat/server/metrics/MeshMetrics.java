package io.concordat.server.metrics;

import io.concordat.graphql.gateway.StandingDesk;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.series.FindProductFigures;
import io.concordat.messages.series.ProductFigures;
import io.concordat.server.gateway.Questions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Gauges of what products keep of their promises. Each node tells them of the whole mesh. While a
 * store cannot be asked there are no gauges rather than old ones.
 */
@Component
class MeshMetrics {

  private static final Logger LOG = LoggerFactory.getLogger(MeshMetrics.class);

  private final Questions questions;
  private final StandingDesk standings;
  private final MetricLabels labels;
  private final MetricSettings settings;
  private final Clock clock;
  private final MultiGauge meshCompliance;
  private final MultiGauge domainCompliance;
  private final MultiGauge productCompliance;
  private final MultiGauge incidents;
  private final MultiGauge commitments;

  MeshMetrics(
      Questions questions,
      StandingDesk standings,
      MetricLabels labels,
      MetricSettings settings,
      Clock clock,
      MeterRegistry registry) {
    this.questions = questions;
    this.standings = standings;
    this.labels = labels;
    this.settings = settings;
    this.clock = clock;
    this.meshCompliance =
        gauge(registry, "concordat.mesh.compliance.percent", "checks of all products that passed");
    this.domainCompliance =
        gauge(registry, "concordat.domain.compliance.percent", "checks of a domain that passed");
    this.productCompliance =
        gauge(registry, "concordat.product.compliance.percent", "checks of a product that passed");
    this.incidents = gauge(registry, "concordat.incidents.open", "incidents that are not resolved");
    this.commitments =
        gauge(registry, "concordat.commitments", "promises of served versions by where they stand");
  }

  private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
    return MultiGauge.builder(name).description(description).register(registry);
  }

  /** Compliance and incidents, from the read models. */
  @Scheduled(fixedDelayString = "${concordat.metrics.every:PT15S}")
  void measure() {
    List<ProductFigures> figures = List.of();
    try {
      figures = questions.ask(new FindProductFigures(clock.instant().minus(settings.span())));
    } catch (RuntimeException unknown) {
      LOG.debug("The figures of products cannot be read", unknown);
    }
    Shares mesh = new Shares();
    Shares domains = new Shares();
    Shares products = new Shares();
    Map<Tags, Integer> open = new HashMap<>();
    for (ProductFigures each : figures) {
      Tags labelled = labels.of(each.product());
      mesh.add(Tags.empty(), each);
      domains.add(Tags.of("domain", labels.domain(each.product().domain().value())), each);
      products.add(labelled, each);
      for (IncidentSeverity severity : IncidentSeverity.values()) {
        int count = each.openIncidents().getOrDefault(severity, 0);
        open.merge(labelled.and("severity", severity.name()), count, Integer::sum);
      }
    }
    meshCompliance.register(mesh.rows(), true);
    domainCompliance.register(domains.rows(), true);
    productCompliance.register(products.rows(), true);
    incidents.register(rows(open), true);
  }

  /** Where promises stand, from the saved state of the fold. */
  @Scheduled(fixedDelayString = "${concordat.metrics.standings-every:PT60S}")
  void measureStandings() {
    Map<Tags, Integer> counts = new HashMap<>();
    try {
      var products = new TreeSet<ProductId>();
      questions
          .ask(new FindProductFigures(clock.instant()))
          .forEach(each -> products.add(each.product()));
      standings
          .ofProducts(products)
          .forEach((product, promises) -> {
            Tags labelled = labels.of(product);
            promises.forEach(promise ->
                counts.merge(labelled.and("state", promise.state().name()), 1, Integer::sum));
          });
    } catch (RuntimeException unknown) {
      LOG.debug("Where promises stand cannot be read", unknown);
      counts.clear();
    }
    commitments.register(rows(counts), true);
  }

  private static List<Row<?>> rows(Map<Tags, Integer> counts) {
    List<Row<?>> rows = new ArrayList<>();
    counts.forEach((tags, count) -> rows.add(Row.of(tags, count)));
    return rows;
  }

  /** Checks by label. */
  private static final class Shares {

    private final Map<Tags, long[]> counts = new HashMap<>();

    void add(Tags tags, ProductFigures figures) {
      if (figures.passed() + figures.failed() > 0) {
        long[] count = counts.computeIfAbsent(tags, _ -> new long[2]);
        count[0] += figures.passed();
        count[1] += figures.failed();
      }
    }

    List<Row<?>> rows() {
      List<Row<?>> rows = new ArrayList<>();
      counts.forEach(
          (tags, count) -> rows.add(Row.of(tags, 100.0 * count[0] / (count[0] + count[1]))));
      return rows;
    }
  }
}
