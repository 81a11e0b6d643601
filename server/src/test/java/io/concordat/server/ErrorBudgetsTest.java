package io.concordat.server;

import static io.concordat.server.ObservationSender.COMPLETENESS;
import static io.concordat.server.ObservationSender.CONTRACT;
import static io.concordat.server.ObservationSender.completeness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An error budget that burns: it is shown, told once, kept over a restart, and told when it ends.
 */
class ErrorBudgetsTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final List<JsonNode> TOLD = new CopyOnWriteArrayList<>();
  private static HttpServer receiver;

  @BeforeAll
  static void start() throws Exception {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          TOLD.add(JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(202, -1);
          exchange.close();
        });
    receiver.start();
  }

  @AfterAll
  static void stop() {
    receiver.stop(0);
  }

  @AfterEach
  void clock() {
    ShiftedClock.setAhead(Duration.ZERO);
  }

  @Test
  void aBudgetThatBurnsIsShownAndToldOnceUntilItEnds() {
    Stores stores = Stores.fresh();
    try (Node node = node(stores)) {
      Client governance = node.as("governance");
      SmallMesh.seat(governance, List.of("alpha"));
      SmallMesh.offer(governance, List.of("alpha/things"));
      governance.tell(
          "publishContractVersion",
          Documents.PUBLISH,
          "input",
          Map.of("contract", CONTRACT, "document", withObjective("1.0.0", 99)));
      Instant at = Instant.now();
      ObservationSender sender = new ObservationSender(node.port(), "machine-checks");
      sender.lines(
          IntStream.range(0, 20)
              .mapToObj(i -> completeness("a" + i, at.plusMillis(i), i < 4 ? 3 : 0))
              .toList());
      await()
          .atMost(LONG)
          .untilAsserted(() -> assertThat(budget(node).get("burns").size()).isEqualTo(2));
      JsonNode budget = budget(node);
      assertThat(budget.get("objective").asDouble()).isEqualTo(99);
      assertThat(budget.get("checks").asLong()).isEqualTo(20);
      assertThat(budget.get("spent").asLong()).isEqualTo(4);
      assertThat(budget.get("burnRate").asDouble()).isEqualTo(20);
      assertThat(budget.get("projected").asDouble()).isEqualTo(2_000);
      assertThat(budget.get("month").asString()).matches("\\d{4}-\\d{2}");
      assertThat(budget.at("/burns/0/speed").asString()).isEqualTo("FAST");
      await().atMost(LONG).until(() -> of("budget.burning").size() == 2);
      assertThat(fast().at("/data/summary").asString()).contains("99 percent", "20.0 times");
    }
    try (Node node = node(stores)) {
      assertThat(budget(node).get("burnRate").asDouble()).isEqualTo(20);
      assertThat(budget(node).get("burns").size()).isEqualTo(2);
      ShiftedClock.setAhead(Duration.ofHours(2));
      await().atMost(LONG).until(() -> of("budget.calm").size() == 1);
      assertThat(of("budget.calm").getFirst().at("/data/burn").asString())
          .isEqualTo(fast().at("/data/burn").asString());
      assertThat(budget(node).at("/burns/0/speed").asString()).isEqualTo("SLOW");
      assertThat(of("budget.burning")).hasSize(2);
    }
  }

  private static Node node(Stores stores) {
    String hook = "--concordat.notifications.channels.hook.";
    return Node.start(
        stores,
        List.of(ShiftedClock.class),
        "--concordat.observations.save=100ms",
        "--concordat.observations.burns=200ms",
        "--concordat.notifications.pause=100ms",
        hook + "type=webhook",
        hook + "url=http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook",
        hook + "secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        hook + "kinds=BUDGET_BURNING,BUDGET_CALM");
  }

  private static List<JsonNode> of(String type) {
    return TOLD.stream()
        .filter(event -> event.get("type").asString().equals("io.concordat." + type))
        .toList();
  }

  /** What was told of the fast burn; the slow one may come before it. */
  private static JsonNode fast() {
    return of("budget.burning").stream()
        .filter(event -> event.at("/data/severity").asString().equals("HIGH"))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode budget(Node node) {
    return node.as("viewer")
        .ask(
            """
            { dataProduct(id: "alpha/things") { standings { commitment budget {
              month objective checks allowed spent remaining percent projected burnRate exhausted
              burns { speed since } } } } }
            """)
        .at("/dataProduct/standings")
        .valueStream()
        .filter(standing -> standing.at("/commitment").asString().equals(COMPLETENESS))
        .findFirst()
        .orElseThrow()
        .get("budget");
  }

  /** A contract that names an objective for its completeness. */
  static String withObjective(String version, int percent) {
    return Documents.contract(CONTRACT, version, "")
        + """
          - property: commitments
            value:
              - {commitment: "%s", objective: %d}
        """
            .formatted(COMPLETENESS, percent);
  }
}
