package io.concordat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.concordat.messages.scorecard.ScorecardFormula;
import io.concordat.sample.SampleMesh;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole of a broken promise on the sample mesh: a feed stops, those who have to know are told,
 * it goes on, and the month keeps the record. {@code docs/a-feed-stops.md} is the same by hand.
 */
class FeedStopsTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration PROMISED = Duration.ofMinutes(1);
  private static final Duration AGE = Duration.ofSeconds(5);
  private static final String PRODUCT = "fraud/fraud-signals";
  private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final List<String> READERS =
      List.of("fraud/fraud-decisions", "fraud/chargeback-risk");
  private static final String DOWNSTREAM =
      "query($id: ID!) { lineage(of: $id, direction: DOWNSTREAM, depth: 3) { nodes { id } } }";
  private static final String INCIDENT =
      """
      query($domain: ID!) { incidents(domain: $domain) { edges { node {
        id status cause openedAt secondsToDetect product { id owner { subject } }
        toldDownstream { id } timeline { kind } } } } }
      """;
  private static final String CARD =
      """
      query($month: YearMonth!) { scorecard(month: $month) {
        rows { domain { id } incidents checks compliancePercent } }
        incidentFigures(domain: "fraud", from: $month, to: $month) {
          domain { id } opened resolved toDetect { count medianSeconds p90Seconds } } }
      """;

  private record Received(String type, JsonNode data, boolean valid) {}

  private static final List<Received> RECEIVED = new CopyOnWriteArrayList<>();
  private static HttpServer receiver;
  private static Node node;
  private static ObservationSender feed;

  private Duration ahead = Duration.ZERO;

  @BeforeAll
  static void start() throws IOException {
    ShiftedClock.setAhead(Duration.ZERO);
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", FeedStopsTest::receive);
    receiver.start();
    String channel = "--concordat.notifications.channels.fraud-hook.";
    node =
        Node.start(
            Stores.fresh(),
            List.of(ShiftedClock.class),
            "--concordat.observations.save=100ms",
            "--concordat.observations.tick=500ms",
            "--concordat.notifications.pause=100ms",
            channel + "type=webhook",
            channel + "url=http://127.0.0.1:" + receiver.getAddress().getPort() + "/",
            channel + "secret=whsec_" + KEY,
            channel + "domains=fraud");
    int exit =
        SampleMesh.run(
            List.of("--url", "http://127.0.0.1:" + node.port(), "--months", "0", "--quiet"),
            System.out,
            System.err);
    assertThat(exit).isZero();
    feed = new ObservationSender(node.port(), "machine-checks");
    await()
        .atMost(LONG)
        .untilAsserted(() ->
            assertThat(node.as("viewer").ask(DOWNSTREAM, "id", PRODUCT).at("/lineage/nodes"))
                .extracting(each -> each.get("id").asString())
                .containsAll(READERS));
  }

  @AfterAll
  static void stop() {
    node.close();
    receiver.stop(0);
    ShiftedClock.setAhead(Duration.ZERO);
  }

  private static void receive(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    JsonNode event = JsonMapper.shared().readTree(body);
    var headers = exchange.getRequestHeaders();
    String signed =
        headers.getFirst("webhook-id") + "." + headers.getFirst("webhook-timestamp") + "." + body;
    RECEIVED.add(
        new Received(
            event.get("type").asString(),
            event.get("data"),
            ("v1," + signature(signed)).equals(headers.getFirst("webhook-signature"))));
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  /** Computed here from the text of the standard, as a receiver does. */
  private static String signature(String signed) throws IOException {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IOException(impossible);
    }
  }

  @Test
  void aFeedThatStopsIsToldToAllWhoHaveToKnowAndTheMonthKeepsIt() {
    Instant last = fresh();
    await().atMost(LONG).until(() -> standing().equals("MET"));

    // Less than what the service takes for an absence of its own.
    goOn(PROMISED.plusSeconds(10));
    await().atMost(LONG).until(() -> incidents().size() == 1);
    JsonNode incident = incidents().get(0).get("node");
    assertThat(incident.at("/product/id").asString()).isEqualTo(PRODUCT);
    assertThat(incident.at("/product/owner/subject").asString()).isNotBlank();
    Instant opened = Instant.parse(incident.get("openedAt").asString());
    assertThat(opened)
        .as("open within a minute of the promise")
        .isBetween(last.minus(AGE).plus(PROMISED), last.minus(AGE).plus(PROMISED.multipliedBy(2)));
    assertThat(incident.get("secondsToDetect").asLong())
        .isEqualTo(Duration.between(last.minus(AGE).plus(PROMISED), opened).toSeconds());
    await().atMost(LONG).until(() -> !told("downstream-told").isEmpty());
    assertThat(told("opened")).hasSize(1).allMatch(Received::valid);
    assertThat(told("downstream-told"))
        .singleElement()
        .satisfies(message -> {
          assertThat(message.valid()).isTrue();
          assertThat(message.data().get("downstream"))
              .extracting(each -> each.get("id").asString())
              .containsAll(READERS);
        });

    fresh();
    goOn(Duration.ofSeconds(1));
    fresh();
    await().atMost(LONG).until(() -> status().equals("RESOLVED"));
    assertThat(incidents()).hasSize(1);
    assertThat(incidents().get(0).at("/node/cause").asString()).isEqualTo("RECOVERED");
    await().atMost(LONG).until(() -> !told("resolved").isEmpty());
    assertThat(told("resolved")).hasSize(1).allMatch(Received::valid);

    // Hours are closed a quarter of an hour after their end.
    goOn(Duration.ofMinutes(76));
    String month = ScorecardFormula.monthOf(opened).toString();
    assertThat(node.as("viewer").ask(CARD, "month", month).at("/incidentFigures"))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.at("/domain/id").asString()).isEqualTo("fraud");
          assertThat(row.get("opened").asInt()).isEqualTo(row.at("/toDetect/count").asInt());
          assertThat(row.at("/toDetect/p90Seconds").asLong()).isLessThanOrEqualTo(60);
        });
    await()
        .atMost(LONG)
        .untilAsserted(() ->
            assertThat(node.as("viewer").ask(CARD, "month", month).at("/scorecard/rows"))
                .filteredOn(row -> row.at("/domain/id").asString().equals("fraud"))
                .singleElement()
                .satisfies(row -> {
                  assertThat(row.get("incidents").asInt()).isEqualTo(1);
                  assertThat(row.get("checks").asInt()).isPositive();
                }));
  }

  private void goOn(Duration by) {
    ahead = ahead.plus(by);
    ShiftedClock.setAhead(ahead);
  }

  /** Says that the newest data is five seconds old; returns when that was. */
  private Instant fresh() {
    Instant now = Instant.now().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
    feed.lines(
        List.of(
            """
            {"id": "feed-%s", "contract": "fraud/fraud-signals/signal", "commitment": "freshness",\
             "value": %d, "unit": "s", "observedAt": "%s"}\
            """
                .formatted(now, AGE.toSeconds(), now)));
    return now;
  }

  private static String standing() {
    return node.as("viewer")
        .ask(
            "query($id: ID!) { dataProduct(id: $id) { standings { commitment state } } }",
            "id",
            PRODUCT)
        .at("/dataProduct/standings")
        .valueStream()
        .filter(each -> each.get("commitment").asString().equals("freshness"))
        .map(each -> each.get("state").asString())
        .findFirst()
        .orElse("");
  }

  private static JsonNode incidents() {
    return node.as("viewer").ask(INCIDENT, "domain", "fraud").at("/incidents/edges");
  }

  private static String status() {
    return incidents().get(0).at("/node/status").asString();
  }

  /** Messages about this product; the sample has incidents of its own. */
  private static List<Received> told(String what) {
    return RECEIVED.stream()
        .filter(message -> message.type().equals("io.concordat.incident." + what))
        .filter(message -> message.data().get("product").asString().equals(PRODUCT))
        .toList();
  }
}
