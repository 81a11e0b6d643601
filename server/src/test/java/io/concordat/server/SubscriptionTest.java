package io.concordat.server;

import static io.concordat.server.Documents.APPOINT;
import static io.concordat.server.Documents.CAST_VOTE;
import static io.concordat.server.Documents.OPEN_INCIDENT;
import static io.concordat.server.Documents.OPEN_PROPOSAL;
import static io.concordat.server.Documents.RECORD_COMPLIANCE;
import static io.concordat.server.Documents.REGISTER_DOMAIN;
import static io.concordat.server.Documents.REGISTER_PRODUCT;
import static io.concordat.server.Documents.START_VOTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Subscriptions over graphql-transport-ws, the change being made on another node than the one that
 * is watched.
 */
class SubscriptionTest {

  /**
   * The code of graphql-transport-ws. Tomcat gives up telling it after 50 ms, which a busy machine
   * may need longer for, and closes all the same.
   */
  private static final int UNAUTHORIZED = 4401;

  @Test
  void tellsVotesIncidentsAndComplianceAcrossNodes() throws Exception {
    Stores stores = Stores.fresh();
    try (Node one = Node.start(stores);
        Node two = Node.start(stores)) {
      Client governance = one.as("governance");
      governance.tell(
          "registerDomain",
          REGISTER_DOMAIN,
          "input",
          Map.of("id", "alpha", "name", "Alpha", "description", "A domain."));
      governance.tell(
          "appointRepresentative",
          APPOINT,
          "input",
          Map.of("domain", "alpha", "representative", "rep-alpha"));
      governance.tell(
          "registerDataProduct",
          REGISTER_PRODUCT,
          "input",
          Map.of(
              "id", "alpha/things",
              "name", "Things",
              "description", "All things.",
              "owner", "owner-test",
              "sharePercent", 50));
      String proposal =
          one.as("rep-alpha")
              .tell("openProposal", OPEN_PROPOSAL, "input", Documents.tagRule("Tags"))
              .at("/proposal/id")
              .asString();

      one.as("rep-alpha")
          .tell(
              "startVoting",
              START_VOTING,
              "input",
              Map.of(
                  "proposal",
                  proposal,
                  "closesAt",
                  Instant.now().plus(Duration.ofDays(1)).toString()));

      try (Watcher watcher = Watcher.connect(two.port(), two.as("viewer").token())) {
        watcher.subscribe(
            "votes",
            "subscription { proposalChanged(id: \""
                + proposal
                + "\") { status votes { domain { id } choice } } }");
        JsonNode vote =
            watcher
                .untilTold("votes", attempt -> vote(one, proposal, attempt))
                .at("/proposalChanged");
        assertThat(vote.get("status").asString()).isEqualTo("VOTING");
        assertThat(vote.at("/votes/0/domain/id").asString()).isEqualTo("alpha");

        watcher.subscribe(
            "incidents",
            "subscription { incidentChanged(domain: \"alpha\") { status product { id } } }");
        JsonNode incident = watcher.untilTold("incidents", attempt -> open(one, attempt));
        assertThat(incident.at("/incidentChanged/product/id").asString()).isEqualTo("alpha/things");

        watcher.subscribe(
            "compliance",
            "subscription { complianceChanged(domain: \"alpha\")"
                + " { product { id } from to passed failed percent } }");
        JsonNode month =
            watcher
                .untilTold("compliance", attempt -> record(one, attempt))
                .at("/complianceChanged");
        assertThat(month.at("/product/id").asString()).isEqualTo("alpha/things");
        assertThat(month.get("from").asString()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(month.get("to").asString()).isEqualTo("2026-02-01T00:00:00Z");
        assertThat(month.get("passed").asLong())
            .as("all windows of the month so far")
            .isPositive()
            .isEqualTo(9 * month.get("failed").asLong());
        assertThat(month.get("percent").asDouble()).isEqualTo(90.0);
      }
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> Watcher.closeCodeWithoutToken(two.port()), code -> code == UNAUTHORIZED);
    }
  }

  /** Every other vote differs from the one before, so that each is a change. */
  private static void vote(Node node, String proposal, int attempt) {
    node.as("rep-alpha")
        .tell(
            "castVote",
            CAST_VOTE,
            "input",
            Map.of("proposal", proposal, "choice", attempt % 2 == 0 ? "CONSENT" : "ABSTAIN"));
  }

  /** Of one promise one is open at a time, so that each is another's. */
  private static void open(Node node, int attempt) {
    node.as("machine-observer")
        .tell(
            "openIncident",
            OPEN_INCIDENT,
            "input",
            Map.of(
                "product", "alpha/things",
                "commitment", "freshness-" + attempt,
                "severity", "HIGH",
                "summary", "No data."));
  }

  private static void record(Node node, int attempt) {
    Instant from = Instant.parse("2026-01-05T00:00:00Z").plus(Duration.ofHours(attempt));
    node.as("machine-observer")
        .tell(
            "recordCompliance",
            RECORD_COMPLIANCE,
            "input",
            Map.of(
                "product",
                "alpha/things",
                "from",
                from.toString(),
                "to",
                from.plus(Duration.ofHours(1)).toString(),
                "counts",
                List.of(Map.of("commitment", "freshness", "passed", 9, "failed", 1))));
  }

  /** A client of graphql-transport-ws. */
  private static final class Watcher implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, BlockingQueue<JsonNode>> arrived =
        new java.util.concurrent.ConcurrentHashMap<>();
    private final BlockingQueue<Integer> closed = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;

    static Watcher connect(int port, String token) throws InterruptedException {
      Watcher watcher = open(port);
      watcher.send(
          Map.of("type", "connection_init", "payload", Map.of("Authorization", "Bearer " + token)));
      watcher.next("connection_ack");
      return watcher;
    }

    static int closeCodeWithoutToken(int port) throws InterruptedException {
      Watcher watcher = open(port);
      watcher.send(Map.of("type", "connection_init", "payload", Map.of()));
      Integer code = watcher.closed.poll(10, TimeUnit.SECONDS);
      return code == null ? -1 : code;
    }

    private static Watcher open(int port) {
      Watcher watcher = new Watcher();
      watcher.socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .subprotocols("graphql-transport-ws")
              .buildAsync(URI.create("ws://127.0.0.1:" + port + "/graphql"), watcher)
              .join();
      return watcher;
    }

    void subscribe(String id, String query) {
      send(Map.of("id", id, "type", "subscribe", "payload", Map.of("query", query)));
    }

    /**
     * Makes changes until the subscription tells of one: the protocol does not say when a
     * subscription stands, and what changed before is not told.
     */
    JsonNode untilTold(String id, IntConsumer change) throws InterruptedException {
      for (int attempt = 0; attempt < 30; attempt++) {
        change.accept(attempt);
        JsonNode message = queue(id).poll(2, TimeUnit.SECONDS);
        if (message != null) {
          return message;
        }
      }
      throw new AssertionError("nothing was told to " + id);
    }

    JsonNode next(String id) throws InterruptedException {
      JsonNode message = queue(id).poll(20, TimeUnit.SECONDS);
      assertThat(message).as("a message for %s; others: %s", id, arrived).isNotNull();
      return message;
    }

    private void send(Object message) {
      socket.sendText(JSON.writeValueAsString(message), true).join();
    }

    private BlockingQueue<JsonNode> queue(String id) {
      return arrived.computeIfAbsent(id, _ -> new LinkedBlockingQueue<>());
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        JsonNode message = JSON.readTree(part.toString());
        part.setLength(0);
        String id =
            message.hasNonNull("id")
                ? message.get("id").asString()
                : message.get("type").asString();
        if (!message.get("type").asString().equals("complete")) {
          queue(id).add(message.path("payload").path("data"));
        }
      }
      from.request(1);
      return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int statusCode, String reason) {
      closed.add(statusCode);
      return null;
    }

    @Override
    public void close() {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
  }
}
