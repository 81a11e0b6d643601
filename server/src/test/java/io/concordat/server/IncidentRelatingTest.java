package io.concordat.server;

import static io.concordat.server.Documents.OPEN_INCIDENT;
import static io.concordat.server.Documents.PUBLISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Incidents along the lineage: those downstream follow from the root, whose readers are told. */
class IncidentRelatingTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String SHOW =
      """
      query($id: ID!) { incident(id: $id) { root { id } attached { id }
        toldDownstream { id kind depth domain { id } } timeline { kind text } } }
      """;

  private static final List<JsonNode> RECEIVED = new CopyOnWriteArrayList<>();
  private static HttpServer receiver;
  private static Node node;

  @BeforeAll
  static void start() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          RECEIVED.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
    String channel = "--concordat.notifications.channels.down.";
    node =
        Node.start(
            Stores.fresh(),
            "--concordat.notifications.pause=100ms",
            channel + "type=webhook",
            channel + "url=http://127.0.0.1:" + receiver.getAddress().getPort() + "/",
            channel + "secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            channel + "domains=gamma");
    Client governance = node.as("governance");
    SmallMesh.seat(governance, List.of("alpha", "beta", "gamma"));
    SmallMesh.offer(governance, List.of("alpha/things", "beta/things", "gamma/things"));
    publish("alpha", "");
    publish("beta", "alpha/things/thing");
    publish("gamma", "beta/things/thing");
    await()
        .atMost(LONG)
        .until(() ->
            node.as("viewer")
                    .ask(
                        "{ lineage(of: \"alpha/things\", direction: DOWNSTREAM, depth: 5) { nodes { id } } }")
                    .at("/lineage/nodes")
                    .size()
                == 3);
  }

  @AfterAll
  static void stop() {
    node.close();
    receiver.stop(0);
  }

  @Test
  void whatIsBrokenDownstreamFollowsFromTheRootWhoseReadersAreToldOnce() {
    String early = open("gamma/things");
    await().atMost(LONG).until(() -> kinds(early).contains("OPENED"));
    String root = open("alpha/things");
    await().atMost(LONG).until(() -> show(root).at("/attached").size() == 1);
    assertThat(show(early).at("/root/id").asString()).isEqualTo(root);
    String late = open("beta/things");
    await().atMost(LONG).until(() -> show(root).at("/attached").size() == 2);
    assertThat(show(late).at("/root/id").asString()).isEqualTo(root);

    await().atMost(LONG).until(() -> kinds(root).contains("DOWNSTREAM_TOLD"));
    assertThat(show(root).at("/toldDownstream"))
        .extracting(each -> each.get("id").asString() + " " + each.get("depth").asInt())
        .containsExactly("beta/things 1", "gamma/things 2");
    assertThat(kinds(late)).containsExactly("OPENED", "ATTACHED");

    await().atMost(LONG).until(() -> told().size() == 1);
    JsonNode message = told().getFirst();
    assertThat(message.at("/subject").asString()).isEqualTo(root);
    assertThat(message.at("/data/product").asString()).isEqualTo("alpha/things");
    assertThat(message.at("/data/downstream"))
        .extracting(each -> each.get("id").asString())
        .containsExactly("gamma/things");
  }

  private static List<JsonNode> told() {
    return RECEIVED.stream()
        .filter(
            event -> event.get("type").asString().equals("io.concordat.incident.downstream-told"))
        .toList();
  }

  private static List<String> kinds(String incident) {
    return show(incident)
        .at("/timeline")
        .valueStream()
        .map(entry -> entry.get("kind").asString())
        .toList();
  }

  private static JsonNode show(String incident) {
    return node.as("viewer").ask(SHOW, "id", incident).get("incident");
  }

  private static String open(String product) {
    return node.as("machine-observer")
        .tell(
            "openIncident",
            OPEN_INCIDENT,
            "input",
            Map.of(
                "product",
                product,
                "commitment",
                "freshness",
                "severity",
                "HIGH",
                "summary",
                "No data since 04:00."))
        .at("/incident/id")
        .asString();
  }

  private static void publish(String domain, String upstream) {
    String contract = domain + "/things/thing";
    assertThat(
            node.as("owner-test")
                .tell(
                    "publishContractVersion",
                    PUBLISH,
                    "input",
                    Map.of(
                        "contract",
                        contract,
                        "document",
                        Documents.contract(contract, "1.0.0", upstream)))
                .at("/verdict/passed")
                .asBoolean(false))
        .isTrue();
  }
}
