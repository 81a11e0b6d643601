package io.concordat.server;

import static io.concordat.server.Documents.OPEN_INCIDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What nobody acknowledges is taken to the owner, the representative and the director. */
class IncidentEscalatingTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String SHOW =
      "query($id: ID!) { incident(id: $id) { timeline { kind text assignee } } }";
  private static final String ACKNOWLEDGE =
      """
      mutation($input: IncidentInput!) { acknowledgeIncident(input: $input) {
        incident { status } receipt { position revision readable } userErrors { code message } } }
      """;

  private final List<JsonNode> received = new CopyOnWriteArrayList<>();

  @Test
  void eachIsAskedOnceAndNobodyWhereSomebodyIsOnIt() throws IOException {
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          received.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
    Stores stores = Stores.fresh();
    String channel = "--concordat.notifications.channels.all.";
    String[] settings = {
      "--concordat.notifications.pause=100ms",
      "--concordat.incidents.escalation.critical=PT4S",
      channel + "type=webhook",
      channel + "url=http://127.0.0.1:" + receiver.getAddress().getPort() + "/",
      channel + "secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
      channel + "kinds=ESCALATED"
    };
    try (Node one = Node.start(stores, settings);
        Node two = Node.start(stores, settings)) {
      Client governance = one.as("governance");
      SmallMesh.seat(governance, List.of("alpha"));
      SmallMesh.offer(governance, List.of("alpha/things"));
      String ignored = open(one, "CRITICAL");
      String patient = open(one, "HIGH");
      await().atMost(LONG).until(() -> appointments(stores, patient) == 3);
      assertThat(
              governance
                  .tell("acknowledgeIncident", ACKNOWLEDGE, "input", Map.of("incident", patient))
                  .at("/incident/status")
                  .asString())
          .isEqualTo("ACKNOWLEDGED");
      await().atMost(LONG).until(() -> appointments(stores, patient) == 0);

      await().atMost(LONG).until(() -> levels(two, ignored).contains("DIRECTOR"));
      await().atMost(LONG).until(() -> received.size() >= levels(two, ignored).size());

      assertThat(levels(two, ignored)).containsExactly("OWNER", "REPRESENTATIVE", "DIRECTOR");
      assertThat(escalations(two, ignored))
          .extracting(entry -> entry.get("assignee").asString(""))
          .containsExactly("owner-test", "rep-alpha", "");
      assertThat(escalations(two, patient)).isEmpty();
      assertThat(received)
          .extracting(event -> event.get("type").asString() + " " + event.get("subject").asString())
          .containsOnly("io.concordat.incident.escalated " + ignored)
          .hasSize(3);
    } finally {
      receiver.stop(0);
    }
  }

  private static long appointments(Stores stores, String incident) throws SQLException {
    try (Connection connection = DriverManager.getConnection(stores.postgres());
        PreparedStatement count =
            connection.prepareStatement(
                "select count(*) from scheduled_tasks where task_name = 'escalate-incident'"
                    + " and task_instance like ?")) {
      count.setString(1, incident + "/%");
      try (ResultSet found = count.executeQuery()) {
        found.next();
        return found.getLong(1);
      }
    }
  }

  private static List<String> levels(Node node, String incident) {
    return escalations(node, incident).stream().map(entry -> entry.get("text").asString()).toList();
  }

  private static List<JsonNode> escalations(Node node, String incident) {
    return node.as("viewer")
        .ask(SHOW, "id", incident)
        .at("/incident/timeline")
        .valueStream()
        .filter(entry -> entry.get("kind").asString().equals("ESCALATED"))
        .toList();
  }

  private static String open(Node node, String severity) {
    return node.as("machine-observer")
        .tell(
            "openIncident",
            OPEN_INCIDENT,
            "input",
            Map.of(
                "product",
                "alpha/things",
                "commitment",
                "freshness-" + severity,
                "severity",
                severity,
                "summary",
                "No data since 04:00."))
        .at("/incident/id")
        .asString();
  }
}
