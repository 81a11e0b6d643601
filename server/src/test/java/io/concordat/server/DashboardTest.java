package io.concordat.server;

import static io.concordat.server.ObservationSender.CONTRACT;
import static io.concordat.server.ObservationSender.completeness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What dashboards draw: figures over time by GraphQL, and metrics for Prometheus. */
class DashboardTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Path DEPLOY = Path.of(System.getProperty("user.dir"), "..", "deploy");
  private static final Pattern METRIC = Pattern.compile("\\bconcordat_[a-z_]+\\b");

  private static Node node;

  @BeforeAll
  static void start() {
    node =
        Node.start(
            Stores.fresh(),
            "--concordat.observations.save=100ms",
            "--concordat.metrics.every=PT1S",
            "--concordat.metrics.standings-every=PT1S",
            "--concordat.metrics.products=1");
    Client governance = node.as("governance");
    ObservationSender.offer(governance);
    SmallMesh.offer(governance, List.of("alpha/zebras"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void aPageIsOneRequestAndNothingIsNotZero() {
    Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(3));
    record("alpha/things", hour, 9, 1);
    record("alpha/zebras", hour.plus(Duration.ofHours(1)), 0, 4);

    JsonNode page =
        node.as("viewer")
            .ask(
                """
                query($from: DateTime!, $to: DateTime!) {
                  mesh { intake { lag lagSeconds waiting mostWaiting turnedAway }
                    series(from: $from, to: $to) { resolution from points { from percent opened } } }
                  domain(id: "alpha") {
                    series(from: $from, to: $to, resolution: DAY) { resolution points { passed failed } }
                    products(first: 5) { edges { node { id
                      series(from: $from, to: $to) { points { percent } } } } } } }
                """,
                "from",
                hour.plusSeconds(1).toString(),
                "to",
                hour.plus(Duration.ofHours(3)).toString());

    assertThat(page.at("/mesh/series/resolution").asString()).isEqualTo("HOUR");
    assertThat(Instant.parse(page.at("/mesh/series/from").asString())).isEqualTo(hour);
    JsonNode points = page.at("/mesh/series/points");
    assertThat(points.size()).isEqualTo(3);
    assertThat(points.at("/0/percent").asDouble()).isEqualTo(90.0);
    assertThat(points.at("/1/percent").asDouble()).as("all failed").isEqualTo(0.0);
    assertThat(points.at("/2/percent").isNull()).as("nothing was checked").isTrue();
    assertThat(page.at("/domain/series/resolution").asString()).isEqualTo("DAY");
    JsonNode products = page.at("/domain/products/edges");
    assertThat(products.at("/0/node/series/points/0/percent").asDouble()).isEqualTo(90.0);
    assertThat(products.at("/1/node/series/points/0/percent").isNull()).isTrue();
    assertThat(products.at("/1/node/series/points/1/percent").asDouble()).isEqualTo(0.0);
    assertThat(page.at("/mesh/intake/mostWaiting").asInt()).isEqualTo(4000);
    assertThat(page.at("/mesh/intake/turnedAway").asInt()).isZero();
  }

  @Test
  void aResolutionThatIsTooFineIsRefused() {
    JsonNode errors =
        node.as("viewer")
            .answer(
                "{ mesh { series(from: \"2020-01-01T00:00:00Z\", to: \"2026-01-01T00:00:00Z\","
                    + " resolution: HOUR) { resolution } } }");
    assertThat(errors.toString()).contains("INVALID_RESOLUTION");
  }

  @Test
  void everyMetricOfTheExamplesIsThereAndProductsBeyondTheBoundShareOne() throws IOException {
    Instant now = Instant.now();
    ObservationSender machine = new ObservationSender(node.port(), "machine-checks");
    machine.lines(
        List.of(
            completeness("d1", now.minusSeconds(2), 0),
            completeness("d2", now.minusSeconds(1), 0).replace(CONTRACT, "made/up/name"),
            "nonsense"));
    record("alpha/zebras", now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(9)), 1, 0);
    open("alpha/things");

    Set<String> named = new TreeSet<>();
    for (String example :
        List.of("grafana/concordat-mesh.json", "prometheus/concordat-rules.yml")) {
      METRIC
          .matcher(Files.readString(DEPLOY.resolve(example)))
          .results()
          .map(MatchResult::group)
          .forEach(named::add);
    }
    assertThat(named).hasSizeGreaterThan(12);
    await()
        .atMost(LONG)
        .untilAsserted(() -> {
          String metrics = metrics();
          assertThat(names(metrics)).containsAll(named);
          assertThat(metrics)
              .contains(
                  "concordat_commitments{domain=\"alpha\",product=\"alpha/things\",state=\"UNKNOWN\"}",
                  "concordat_incidents_open{domain=\"alpha\",product=\"alpha/things\",severity=\"HIGH\"} 1.0",
                  "concordat_product_compliance_percent{domain=\"alpha\",product=\"other\"}",
                  "concordat_observations_total{domain=\"alpha\",outcome=\"accepted\",product=\"alpha/things\"} 1.0",
                  "concordat_observations_total{domain=\"unknown\",outcome=\"apart\",product=\"unknown\"} 1.0",
                  "concordat_observations_total{domain=\"unknown\",outcome=\"refused\",product=\"unknown\"} 1.0",
                  "concordat_observations_aside_total{reason=\"OBSERVATION_CONTRACT_UNKNOWN\"} 1.0")
              .doesNotContain("zebras", "made/up");
        });
  }

  @Test
  void metricsAreReadWithARoleThatChangesNothing() {
    try (Node strict =
        Node.start(
            Stores.fresh(),
            "--concordat.security.local-issuer=false",
            "--concordat.security.issuer=http://127.0.0.1:" + node.port())) {
      String path = "/actuator/prometheus";
      assertThat(Http.get(strict.port(), path, node.as("metrics").token()).statusCode())
          .isEqualTo(200);
      assertThat(Http.get(strict.port(), path, node.as("viewer").token()).statusCode())
          .isEqualTo(403);
      assertThat(Http.post(strict.port(), "/api/v1/observations", "[]", node.as("metrics").token()))
          .isEqualTo(403);
    }
  }

  @Test
  void theDashboardIsWhatGrafanaReads() throws IOException {
    JsonNode board =
        JsonMapper.shared()
            .readTree(Files.readString(DEPLOY.resolve("grafana/concordat-mesh.json")));
    assertThat(board.get("schemaVersion").asInt()).isPositive();
    assertThat(board.get("panels").valueStream().map(panel -> panel.get("id").asInt()))
        .doesNotHaveDuplicates();
    board
        .get("panels")
        .forEach(panel -> {
          assertThat(panel.at("/gridPos/x").asInt() + panel.at("/gridPos/w").asInt())
              .isLessThanOrEqualTo(24);
          assertThat(panel.at("/targets/0/expr").asString()).isNotBlank();
        });
  }

  private static Set<String> names(String metrics) {
    return metrics
        .lines()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("[{ ]", 2)[0])
        .collect(Collectors.toSet());
  }

  private static String metrics() {
    return Http.get(node.port(), "/actuator/prometheus");
  }

  private static void record(String product, Instant from, long passed, long failed) {
    node.as("machine-checks")
        .tell(
            "recordCompliance",
            Documents.RECORD_COMPLIANCE,
            "input",
            Map.of(
                "product",
                product,
                "from",
                from.toString(),
                "to",
                from.plus(Duration.ofHours(1)).toString(),
                "counts",
                List.of(Map.of("commitment", "freshness", "passed", passed, "failed", failed))));
  }

  private static void open(String product) {
    node.as("machine-checks")
        .tell(
            "openIncident",
            "mutation($input: OpenIncidentInput!) { openIncident(input: $input) {"
                + " incident { id } receipt { readable } userErrors { code message } } }",
            "input",
            Map.of(
                "product", product,
                "commitment", "freshness",
                "severity", "HIGH",
                "summary", "It is late."));
  }
}
