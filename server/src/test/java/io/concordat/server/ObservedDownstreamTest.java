package io.concordat.server;

import static io.concordat.server.Documents.OPEN_INCIDENT;
import static io.concordat.server.Documents.PUBLISH;
import static io.concordat.server.LineageSender.caughtUp;
import static io.concordat.server.LineageSender.dataset;
import static io.concordat.server.LineageSender.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Jobs make a table of beta from one of alpha, and a file for which nobody answers from that of
 * beta. Gamma declares that it derives from alpha.
 */
class ObservedDownstreamTest {

  private static final String ALPHA = "alpha/things/thing";
  private static final String REPORT =
      Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString("file\nreport".getBytes(StandardCharsets.UTF_8));

  private static Node node;

  @BeforeAll
  static void start() {
    node = Node.start(Stores.fresh());
    Client governance = node.as("governance");
    SmallMesh.seat(governance, List.of("alpha", "beta", "gamma"));
    SmallMesh.offer(governance, List.of("alpha/things", "beta/others", "gamma/more"));
    publish(ALPHA, "");
    publish("beta/others/other", "");
    publish("gamma/more/more", ALPHA);
    LineageSender sender = new LineageSender(node.port());
    String now = Instant.now().toString();
    for (String event :
        List.of(
            run("first", now, List.of(table("alpha")), List.of(table("beta"))),
            run("second", now, List.of(table("beta")), List.of(dataset("report"))))) {
      assertThat(sender.send(event)).isEqualTo(201);
    }
    caughtUp(node);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> file("alpha/things.dot?direction=downstream&depth=2").contains("gamma/more"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void anIncidentNamesWhoDerivesFromItByWhatJobsDid() {
    assertThat(
            node.as("governance")
                .tell(
                    "openIncident",
                    OPEN_INCIDENT,
                    "input",
                    Map.of(
                        "product",
                        "alpha/things",
                        "contract",
                        ALPHA,
                        "commitment",
                        "freshness",
                        "severity",
                        "CRITICAL",
                        "summary",
                        "The table is empty."))
                .at("/incident/downstream")
                .valueStream()
                .map(each -> each.get("id").asString() + " " + each.get("depth").asInt()))
        .containsExactlyInAnyOrder("beta/others 1", "gamma/more 1", REPORT + " 2");
  }

  @Test
  void aDatasetIsDrawnByItsId() {
    assertThat(file(REPORT + ".dot?depth=2"))
        .startsWith("digraph lineage {")
        .contains("report", "beta/others", "alpha/things");
    assertThat(file(REPORT + ".mmd")).startsWith("flowchart").contains("report", "beta/others");
    assertThat(answer("bm90aGluZw.dot").statusCode()).isEqualTo(404);
  }

  @Test
  void aFieldIsDrawnByItsId() {
    assertThat(file(ALPHA + "%23thing.amount.dot?direction=downstream"))
        .startsWith("digraph lineage {")
        .contains("thing.amount");
    assertThat(file(ALPHA + "%23thing.amount.mmd"))
        .startsWith("flowchart")
        .contains("thing.amount");
    assertThat(answer(ALPHA + "%23thing.nothing.dot").statusCode()).isEqualTo(404);
  }

  private static Map<String, Object> table(String database) {
    return Map.of("namespace", "postgres://db:5432", "name", database + ".public.thing");
  }

  private static void publish(String contract, String upstream) {
    String document =
        Documents.contract(contract, "1.0.0", upstream)
            + """
            servers:
              - server: production
                type: postgres
                host: db
                port: 5432
                database: %s
                schema: public
            """
                .formatted(contract.substring(0, contract.indexOf('/')));
    assertThat(
            node.as("owner-test")
                .tell(
                    "publishContractVersion",
                    PUBLISH,
                    "input",
                    Map.of("contract", contract, "document", document))
                .at("/verdict/passed")
                .asBoolean())
        .isTrue();
  }

  private static String file(String file) {
    return answer(file).body();
  }

  private static HttpResponse<String> answer(String file) {
    return Http.get(node.port(), "/api/v1/lineage/" + file, node.as("viewer").token());
  }
}
