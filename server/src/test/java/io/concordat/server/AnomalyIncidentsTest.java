package io.concordat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.concordat.graphql.gateway.MaintenanceDesk;
import io.concordat.messages.mesh.ProductId;
import io.concordat.profile.FieldSketch;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From an unusual window to its incident and back, on two nodes over the same stores. */
class AnomalyIncidentsTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Instant HOUR = Instant.now().truncatedTo(ChronoUnit.HOURS);
  private static final int FIRST = 30;
  private static final String INCIDENTS =
      "{ incidents(first: 100) { edges { node { id status commitment severity summary cause"
          + " contract { id } } } } }";
  private static Stores stores;
  private static Node one;
  private static Node two;

  @BeforeAll
  static void start() {
    ShiftedClock.setAhead(Duration.ZERO);
    stores = Stores.fresh();
    one = Node.start(stores, "--concordat.anomalies.every=50ms");
    two = Node.start(stores, "--concordat.anomalies.every=50ms");
    Client governance = one.as("governance-1");
    SmallMesh.seat(governance, List.of("alpha"));
    SmallMesh.offer(governance, List.of("alpha/things", "alpha/worked-on"));
    for (String contract :
        List.of("alpha/things/recovers", "alpha/things/dismissed", "alpha/worked-on/daily")) {
      governance.tell(
          "publishContractVersion",
          Documents.PUBLISH,
          "input",
          Map.of("contract", contract, "document", Documents.contract(contract, "1.0.0", "")));
    }
  }

  @AfterAll
  static void stop() {
    one.close();
    two.close();
  }

  @Test
  void anUnusualWindowOpensOneIncidentThatTheNextUsualOneResolves() {
    String contract = "alpha/things/recovers";
    baseline(contract, 4);
    send(contract, 3, 400);
    await().atMost(LONG).untilAsserted(() -> assertThat(incidents(contract)).hasSize(1));
    JsonNode opened = incidents(contract).getFirst();
    assertThat(opened.get("commitment").asString()).isEqualTo("anomaly:MEAN:thing.amount");
    assertThat(opened.get("severity").asString()).isEqualTo("MEDIUM");
    assertThat(opened.get("summary").asString())
        .startsWith("Mean of thing.amount from " + HOUR.minus(3, ChronoUnit.HOURS))
        .containsPattern("400(\\.\\d)? was observed, (100|99\\.\\d+|100\\.\\d) was expected");

    send(contract, 3, 400);
    send(contract, 2, 405);
    judged();
    assertThat(incidents(contract)).as("joined").hasSize(1);
    assertThat(detected(contract)).isEqualTo(2);

    send(contract, 1, 100);
    await()
        .atMost(LONG)
        .untilAsserted(() ->
            assertThat(incidents(contract).getFirst().path("cause").asString(""))
                .isEqualTo("RECOVERED"));
    assertThat(incidents(contract)).hasSize(1);
    assertThat(detected(contract)).isEqualTo(2);
    one.as("machine-gateway")
        .tell(
            "recordCompliance",
            Documents.RECORD_COMPLIANCE,
            "input",
            Map.of(
                "product", "alpha/things",
                "from", HOUR.minus(1, ChronoUnit.HOURS).toString(),
                "to", HOUR.toString(),
                "counts", List.of(Map.of("commitment", "freshness", "passed", 9, "failed", 1))));
    JsonNode rows =
        one.as("governance-1")
            .ask(
                "query($month: YearMonth!) { scorecard(month: $month) { rows { incidents } } }",
                "month",
                YearMonth.from(HOUR.minusSeconds(1).atOffset(ZoneOffset.UTC)).toString());
    assertThat(rows.at("/scorecard/rows/0/incidents").asInt(-1)).isZero();
  }

  @Test
  void whatWasDismissedStaysSilentAndWhatIsFartherIsTold() {
    String contract = "alpha/things/dismissed";
    baseline(contract, 5);
    send(contract, 4, 400);
    await().atMost(LONG).untilAsserted(() -> assertThat(incidents(contract)).hasSize(1));
    String incident = incidents(contract).getFirst().get("id").asString();
    one.as("owner-test")
        .tell(
            "resolveIncident",
            "mutation($input: ResolveIncidentInput!) { resolveIncident(input: $input) {"
                + " userErrors { code } } }",
            "input",
            Map.of("incident", incident, "cause", "FALSE_ALARM"));
    await().atMost(LONG).untilAsserted(() -> assertThat(count(contract, "DISMISSED")).isOne());

    send(contract, 3, 398);
    judged();
    assertThat(count(contract, "DETECTED")).isZero();
    send(contract, 2, 900);
    await()
        .atMost(LONG)
        .untilAsserted(() ->
            assertThat(incidents(contract).getFirst().get("status").asString())
                .as("reopened")
                .isEqualTo("OPEN"));
    assertThat(incidents(contract)).hasSize(1);
    assertThat(count(contract, "DISMISSED")).isOne();
  }

  @Test
  void anomaliesAreReadTheLatestFirstAPageAtATime() {
    String contract = "alpha/things/paged";
    baseline(contract, 3);
    send(contract, 2, 400);
    send(contract, 1, 700);
    judged();
    String query =
        "query($after: String) { anomalies(contract: \"alpha/things/paged\", first: 1,"
            + " after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { field"
            + " kind from to observed expected low high state contractId incident { id } } } } }";
    JsonNode first = one.as("viewer").ask(query).get("anomalies");
    assertThat(first.at("/edges/0/node/from").asString())
        .isEqualTo(HOUR.minus(1, ChronoUnit.HOURS).toString());
    assertThat(first.at("/edges/0/node/incident").isNull()).isTrue();
    assertThat(first.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
    int read = 1;
    String cursor = first.at("/pageInfo/endCursor").asString();
    while (!cursor.isEmpty()) {
      JsonNode page = one.as("viewer").ask(query, "after", cursor).get("anomalies");
      read += page.get("edges").size();
      cursor = page.at("/pageInfo/endCursor").asString("");
    }
    assertThat(read).isEqualTo(first.get("totalCount").asInt()).isGreaterThan(1);
    JsonNode neither = one.as("viewer").answer("{ anomalies { totalCount } }");
    assertThat(neither.at("/errors/0/message").asString()).contains("contract");
  }

  @Test
  void ofAContractThatNobodyPublishedItIsKeptAndNothingTold() {
    String contract = "alpha/things/unknown";
    baseline(contract, 2);
    send(contract, 1, 400);
    judged();
    assertThat(count(contract, "DETECTED")).isOne();
    assertThat(incidents(contract)).isEmpty();
    assertThat(detected(contract)).isZero();
  }

  @Test
  void dataOfAMaintenanceWindowOpensNoIncident() {
    String contract = "alpha/worked-on/daily";
    baseline(contract, 1);
    Instant now = Instant.now();
    one.as("owner-test")
        .tell(
            "planMaintenance",
            "mutation($input: PlanMaintenanceInput!) { planMaintenance(input: $input) {"
                + " maintenance { id } userErrors { code } } }",
            "input",
            Map.of(
                "product",
                "alpha/worked-on",
                "from",
                now.plusSeconds(60).toString(),
                "to",
                now.plusSeconds(3_600).toString(),
                "reason",
                "New disks"));
    await().atMost(LONG).until(() -> isPlanned(one) && isPlanned(two));
    send(one, contract, now.minus(57, ChronoUnit.MINUTES), 400, 1);
    judged();
    assertThat(count(contract, "DETECTED")).isOne();
    assertThat(incidents(contract)).isEmpty();
  }

  private static boolean isPlanned(Node node) {
    return !node.bean(MaintenanceDesk.class).of(new ProductId("alpha/worked-on")).isEmpty();
  }

  @Test
  void onlyTheServiceOpensIncidentsAboutAnomalies() {
    assertThat(
            one.as("governance-1")
                .refused(
                    "openIncident",
                    Documents.OPEN_INCIDENT,
                    "input",
                    Map.of(
                        "product", "alpha/things",
                        "commitment", "anomaly:MEAN:thing.amount",
                        "severity", "LOW",
                        "summary", "Not counted, please.")))
        .containsExactly("NOT_ALLOWED");
  }

  private static void baseline(String contract, int until) {
    for (int ago = FIRST; ago >= until; ago--) {
      send(contract, ago, 100);
    }
  }

  /** Waits until every window is judged and all that came of it is sent. */
  private static void judged() {
    await()
        .atMost(LONG)
        .until(() ->
            number("select count(*) from anomaly_job") == 0
                && number("select count(*) from observation_outbox where done_at is null") == 0);
  }

  private static long detected(String contract) {
    return number(
        "select count(*) from domain_event_entry where payload_type = 'anomaly.detected'"
            + " and convert_from(payload, 'UTF8') like '%\"kind\":\"MEAN\"%'"
            + " and convert_from(payload, 'UTF8') like '%"
            + contract
            + "%'");
  }

  private static long count(String contract, String state) {
    return number(
        "select count(*) from field_anomaly where kind = 'MEAN' and state = '"
            + state
            + "' and contract = '"
            + contract
            + "'");
  }

  private static long number(String sql) {
    return one.context().getBean(JdbcClient.class).sql(sql).query(Long.class).single();
  }

  private static List<JsonNode> incidents(String contract) {
    return one.as("governance-1")
        .ask(INCIDENTS)
        .at("/incidents/edges")
        .valueStream()
        .map(edge -> edge.get("node"))
        .filter(node -> node.get("commitment").asString().startsWith("anomaly:MEAN"))
        .filter(node -> node.at("/contract/id").asString().equals(contract))
        .toList();
  }

  private static void send(String contract, int hoursAgo, double mean) {
    send(
        hoursAgo % 2 == 0 ? one : two,
        contract,
        HOUR.minus(hoursAgo, ChronoUnit.HOURS),
        mean,
        hoursAgo);
  }

  private static void send(Node node, String contract, Instant from, double mean, int seed) {
    FieldSketch sketch = new FieldSketch(false);
    Random random = new Random(seed);
    for (int row = 0; row < 1_000; row++) {
      sketch.addNumber(mean + 10 * random.nextGaussian());
    }
    Map<String, Object> body =
        Map.of(
            "contract", contract,
            "from", from.toString(),
            "to", from.plus(1, ChronoUnit.HOURS).toString(),
            "fields", Map.of("thing.amount", Base64.getEncoder().encodeToString(sketch.toBytes())));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + "/api/v1/profiles"))
            .header("Authorization", "Bearer " + node.as("machine-gateway").token())
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build();
    try {
      HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
