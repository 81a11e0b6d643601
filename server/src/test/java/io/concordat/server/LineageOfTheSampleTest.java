package io.concordat.server;

import static io.concordat.server.Documents.PUBLISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.concordat.sample.SampleMesh;
import io.concordat.sample.mesh.ContractDocument;
import io.concordat.sample.mesh.Mesh;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole sample mesh, which is a month old: who is hit, who would have been, and what a job was
 * seen to do.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LineageOfTheSampleTest {

  private static final String LINES = "orders/order-lines/line";
  private static final String REVENUE = "finance/revenue/monthly";
  private static final String DROPPED = "order_line.net_amount";
  private static final Duration LONG = Duration.ofSeconds(60);

  private static final String IMPACT =
      """
      query($of: ID!, $fields: [String!], $asOf: DateTime) {
        impact(of: $of, fields: $fields, asOf: $asOf) {
          truncated consumers(kinds: [DASHBOARD, MODEL]) { id level fields depth } } }
      """;

  private static Node node;
  private static Mesh mesh;

  @BeforeAll
  static void start() {
    ShiftedClock.setAhead(Duration.ZERO);
    node = Node.start(Stores.fresh(), List.of(ShiftedClock.class));
    mesh = io.concordat.sample.mesh.Documents.mesh();
    int exit =
        SampleMesh.run(
            List.of("--url", "http://127.0.0.1:" + node.port(), "--months", "0", "--quiet"),
            System.out,
            System.err);
    assertThat(exit).isZero();
  }

  @AfterAll
  static void stop() {
    node.close();
    ShiftedClock.setAhead(Duration.ZERO);
  }

  @Test
  @Order(1)
  void impactNamesExactlyTheDashboardsAndModelsThatReadAField() {
    List<String> expected =
        new ReadersByTheDocuments(mesh.contracts(), mesh.consumers())
            .dashboardsAndModels(LINES, DROPPED);
    assertThat(expected)
        .as("several hops away")
        .anyMatch(reader -> reader.startsWith("finance:cfo-dashboard 2"))
        .anyMatch(reader -> reader.startsWith("orders:trading-board 1"))
        .anyMatch(reader -> reader.startsWith("customer:churn-propensity 2"));
    assertThat(impact(null)).isEqualTo(expected);
  }

  /** Every field of every contract, so that no case of the sample is left out. */
  @Test
  @Order(2)
  void impactIsRightForEachFieldOfTheSample() {
    ReadersByTheDocuments documents = new ReadersByTheDocuments(mesh.contracts(), mesh.consumers());
    for (ContractDocument contract : mesh.contracts()) {
      for (String field : documents.fields(contract.id())) {
        assertThat(impact(contract.id(), field, null))
            .as("%s#%s", contract.id(), field)
            .isEqualTo(documents.dashboardsAndModels(contract.id(), field));
      }
    }
  }

  @Test
  @Order(3)
  void lineageAndImpactAreDrawn() {
    String token = node.as("viewer").token();
    HttpResponse<String> dot =
        Http.get(
            node.port(), "/api/v1/lineage/finance/revenue.dot?direction=downstream&depth=2", token);
    assertThat(dot.statusCode()).isEqualTo(200);
    assertThat(dot.headers().firstValue("Content-Type").orElse("")).startsWith("text/vnd.graphviz");
    assertThat(dot.body())
        .startsWith("digraph lineage {")
        .contains("finance/revenue")
        .contains("finance:cfo-dashboard");
    assertThat(Http.get(node.port(), "/api/v1/lineage/orders/order-lines/line.mmd", token).body())
        .startsWith("flowchart LR")
        .contains("orders/order-headers");
    assertThat(answer("orders/order-lines.dot?asOf=2020-01-01T00:00:00Z", token))
        .isEqualTo("404 PRODUCT_NOT_FOUND");
    assertThat(answer("no/such.dot", token)).isEqualTo("404 PRODUCT_NOT_FOUND");
    assertThat(answer("finance/revenue.dot?depth=51", token)).isEqualTo("400 INVALID_DEPTH");
    assertThat(answer("finance/revenue.dot?depth=x", token)).isEqualTo("400 INVALID_DEPTH");
    assertThat(answer("finance/revenue.dot?direction=up", token))
        .isEqualTo("400 INVALID_DIRECTION");
    assertThat(answer("finance/revenue.mmd?asOf=yesterday", token)).isEqualTo("400 INVALID_AS_OF");
    assertThat(Http.get(node.port(), "/api/v1/lineage/finance/revenue.dot", "none").statusCode())
        .isEqualTo(401);

    String drawing =
        node.as("viewer")
            .ask(
                "query($of: ID!, $fields: [String!]) { impact(of: $of, fields: $fields) {"
                    + " drawing(format: DOT) } }",
                "of",
                LINES,
                "fields",
                List.of(DROPPED))
            .at("/impact/drawing")
            .asString();
    assertThat(drawing)
        .contains("orders/order-lines", "finance/revenue", "finance:cfo-dashboard")
        .contains("orders:trading-board", "customer:churn-propensity")
        .doesNotContain("warehouse/picks");
  }

  private static String answer(String file, String token) {
    HttpResponse<String> answer = Http.get(node.port(), "/api/v1/lineage/" + file, token);
    return answer.statusCode()
        + " "
        + JsonMapper.shared().readTree(answer.body()).path("code").asString("");
  }

  @Test
  @Order(4)
  void asOfLastMonthGivesLastMonthsAnswer() {
    List<String> lastMonth = impact(null);

    ShiftedClock.setAhead(Duration.ofDays(25));
    publish("owner-order-lines", LINES, withoutTheField(text(LINES)));
    publish("owner-revenue", REVENUE, fromTheLedgerOnly(text(REVENUE)));

    ShiftedClock.setAhead(Duration.ofDays(40));
    List<ContractDocument> changed =
        mesh.contracts().stream()
            .map(contract ->
                contract.id().equals(REVENUE)
                    ? new ContractDocument(
                        contract.source(),
                        contract.id(),
                        "1.1.0",
                        contract.owner(),
                        contract.upstream(),
                        fromTheLedgerOnly(contract.text()))
                    : contract)
            .toList();
    List<String> now =
        new ReadersByTheDocuments(changed, mesh.consumers()).dashboardsAndModels(LINES, DROPPED);
    assertThat(now).isNotEmpty().isNotEqualTo(lastMonth);
    await().atMost(LONG).untilAsserted(() -> assertThat(impact(null)).isEqualTo(now));

    Instant today = Instant.now().plus(Duration.ofDays(40));
    assertThat(impact(today.minus(Duration.ofDays(30)))).isEqualTo(lastMonth);
    assertThat(impact(today)).isEqualTo(now);
  }

  @Test
  @Order(5)
  void whatASparkJobReadsShowsThoughNobodyDeclaredIt() throws Exception {
    assertThat(undeclared("payments/settlements")).isEmpty();

    assertThat(
            Http.post(node.port(), "/api/v1/lineage", sparkJob(), node.as("machine-spark").token()))
        .isEqualTo(201);

    await()
        .atMost(LONG)
        .untilAsserted(() ->
            assertThat(undeclared("payments/settlements"))
                .containsExactly("fraud/fraud-decisions/decision"));
    assertThat(upstream("payments/settlements"))
        .containsExactlyInAnyOrder(
            "fraud/fraud-decisions OBSERVED [treasury/settle.execute_merge_into_command]",
            "payments/transactions BOTH [treasury/settle.execute_merge_into_command]");
    JsonNode hit =
        node.as("viewer")
            .ask(IMPACT, "of", "fraud/fraud-decisions/decision", "fields", null, "asOf", null);
    assertThat(hit.at("/impact/consumers").valueStream().map(one -> one.get("id").asString()))
        .as("dashboards that read what a job made of it")
        .contains("payments:settlement-cockpit", "finance:cfo-dashboard");
  }

  /** What a product derives from directly, by whom it is told, and the jobs. */
  private static List<String> upstream(String product) {
    return node.as("viewer")
        .ask(
            "query($of: ID!) { lineage(of: $of, direction: UPSTREAM, depth: 1) {"
                + " edges { upstream downstream origin jobs } } }",
            "of",
            product)
        .at("/lineage/edges")
        .valueStream()
        .filter(edge -> edge.get("downstream").asString().equals(product))
        .map(edge ->
            edge.get("upstream").asString()
                + " "
                + edge.get("origin").asString()
                + " "
                + edge.get("jobs").valueStream().map(JsonNode::asString).toList())
        .toList();
  }

  /** Contracts from which a product was seen to derive, and which it does not declare. */
  private static List<String> undeclared(String product) {
    return node.as("viewer")
        .ask(
            "query($id: ID!) { dataProduct(id: $id) { lineageDrift {"
                + " undeclared { contract { id } } } } }",
            "id",
            product)
        .at("/dataProduct/lineageDrift/undeclared")
        .valueStream()
        .map(upstream -> upstream.at("/contract/id").asString())
        .toList();
  }

  /** As Spark's listener sends it: by the names of the data, which no contract is told of. */
  private static String sparkJob() {
    return """
    {"eventType": "COMPLETE", "eventTime": "%s", "producer": "https://github.com/OpenLineage/OpenLineage/tree/1.40.1/integration/spark",
     "schemaURL": "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent",
     "run": {"runId": "0195f0a1-0000-7000-8000-00000000000a",
             "facets": {"spark_properties": {"_producer": "https://example.com", "_schemaURL": "https://example.com/s.json",
                                             "properties": {"spark.master": "yarn"}}}},
     "job": {"namespace": "treasury", "name": "settle.execute_merge_into_command"},
     "inputs": [{"namespace": "postgres://pg-fraud.internal.example:5433", "name": "fraud.decisions.fraud_decision"},
                {"namespace": "kafka://kafka.pay.example.com:9093", "name": "payments.transaction.v1"}],
     "outputs": [{"namespace": "snowflake://example-eu", "name": "PAYMENTS.SETTLEMENT.SETTLEMENT_DAILY"}]}
    """
        .formatted(Instant.now());
  }

  private static List<String> impact(Instant asOf) {
    return impact(LINES, DROPPED, asOf);
  }

  private static List<String> impact(String contract, String field, Instant asOf) {
    JsonNode impact =
        node.as("viewer")
            .ask(
                IMPACT,
                "of",
                contract,
                "fields",
                List.of(field),
                "asOf",
                asOf == null ? null : asOf.toString())
            .get("impact");
    assertThat(impact.get("truncated").asBoolean()).isFalse();
    return impact
        .get("consumers")
        .valueStream()
        .map(LineageOfTheSampleTest::told)
        .sorted()
        .toList();
  }

  private static String told(JsonNode consumer) {
    List<String> fields = new ArrayList<>();
    consumer.get("fields").forEach(field -> fields.add(field.asString()));
    return consumer.get("id").asString()
        + " "
        + consumer.get("depth").asInt()
        + " "
        + (consumer.get("level").asString().equals("FIELD")
            ? fields.stream().sorted().toList()
            : "PRODUCT");
  }

  private static void publish(String owner, String contract, String document) {
    JsonNode answer =
        node.as(owner)
            .tell(
                "publishContractVersion",
                PUBLISH,
                "input",
                Map.of("contract", contract, "document", document));
    assertThat(answer.at("/verdict/passed").asBoolean()).as(answer.toString()).isTrue();
  }

  private static String text(String contract) {
    return mesh.contracts().stream()
        .filter(document -> document.id().equals(contract))
        .findFirst()
        .orElseThrow()
        .text();
  }

  /** The rule of accuracy, without which no contract passes, goes to the field before it. */
  private static String withoutTheField(String document) {
    int from = document.indexOf("      - name: net_amount\n");
    int to = document.indexOf("        quality:\n", from);
    assertThat(from).isPositive();
    return (document.substring(0, from) + document.substring(to))
        .replace("\nversion: 1.0.0\n", "\nversion: 2.0.0\n")
        .replace("net_follows_from_parts", "discount_is_no_more_than_the_price")
        .replaceAll("WHERE abs\\(net_amount .*", "WHERE discount_amount > quantity * unit_price");
  }

  private static String fromTheLedgerOnly(String document) {
    String source = "          - orders/order-lines/line#order_line.net_amount\n";
    assertThat(document).contains(source);
    return document.replace(source, "").replace("\nversion: 1.0.0\n", "\nversion: 1.1.0\n");
  }
}
