package io.concordat.server;

import static io.concordat.server.Documents.OPEN_INCIDENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From an incident to receivers on loopback: signed, retried, in order, put aside, sent again. */
class NotificationTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String KEY = "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String PROCESSORS = "{ processors { name deadLetters } }";
  private static final String RETRY =
      "mutation { retryDeadLetters(input: { name: \"notification-outbox\" }) {"
          + " processor { deadLetters } userErrors { code } } }";
  private static final String RESET =
      "mutation { resetProcessor(input: { name: \"notification-outbox\" }) {"
          + " processor { lag } userErrors { code } } }";

  private record Received(String path, String id, long at, String signature, String body) {
    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }
  }

  private static final List<Received> RECEIVED = new CopyOnWriteArrayList<>();
  private static final Deque<Integer> HOOK_ANSWERS = new ArrayDeque<>(List.of(500, 307));
  private static volatile int gone = 410;
  private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private static HttpServer receiver;
  private static Node node;

  @BeforeAll
  static void start() throws IOException {
    receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext("/", NotificationTest::receive);
    receiver.start();
    MAIL.start();
    String url = "http://127.0.0.1:" + receiver.getAddress().getPort();
    String channels = "--concordat.notifications.channels.";
    node =
        Node.start(
            Stores.fresh(),
            "--concordat.notifications.first-retry=100ms",
            "--concordat.notifications.pause=100ms",
            channels + "hook.type=webhook",
            channels + "hook.url=" + url + "/hook",
            channels + "hook.secret=whsec_" + KEY,
            channels + "hook.domains=alpha",
            channels + "pager.type=pagerduty",
            channels + "pager.url=" + url + "/pager",
            channels + "pager.secret=integration-key",
            channels + "pager.from=HIGH",
            channels + "post.type=mail",
            channels + "post.url=smtp://127.0.0.1:" + MAIL.getSmtp().getPort(),
            channels + "post.sender=concordat@example.org",
            channels + "post.recipients=gamma-on-call@example.org",
            channels + "post.domains=gamma",
            channels + "left.type=slack",
            channels + "left.url=" + url + "/left",
            channels + "left.kinds=OPENED",
            channels + "left.domains=beta",
            channels + "round.type=webhook",
            channels + "round.url=" + url + "/round",
            channels + "round.secret=whsec_" + KEY,
            channels + "round.domains=delta",
            channels + "round.digest-zone=UTC",
            channels + "round.digest-at=00:00",
            channels + "round.digest-below=HIGH");
    Client governance = node.as("governance-1");
    SmallMesh.seat(governance, List.of("alpha", "beta", "gamma", "delta"));
    SmallMesh.offer(
        governance, List.of("alpha/things", "beta/things", "gamma/things", "delta/things"));
  }

  @AfterAll
  static void stop() {
    node.close();
    receiver.stop(0);
    MAIL.stop();
  }

  private static void receive(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    var headers = exchange.getRequestHeaders();
    String at = headers.getFirst("webhook-timestamp");
    RECEIVED.add(
        new Received(
            path,
            String.valueOf(headers.getFirst("webhook-id")),
            at == null ? 0 : Long.parseLong(at),
            String.valueOf(headers.getFirst("webhook-signature")),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    Integer first = path.equals("/hook") ? HOOK_ANSWERS.poll() : null;
    int status = first != null ? first : path.equals("/left") ? gone : 202;
    if (status == 307) {
      exchange.getResponseHeaders().add("Location", "/stolen");
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  @Test
  void anIncidentIsToldSignedInOrderAndOnceThoughTheReceiverFailsAtFirst() throws Exception {
    String incident = open("alpha/things", "HIGH");
    node.as("owner-test")
        .tell(
            "resolveIncident",
            "mutation($input: ResolveIncidentInput!) { resolveIncident(input: $input) {"
                + " incident { status } userErrors { code } } }",
            "input",
            Map.of("incident", incident, "cause", "FIXED"));

    // 500, a redirect that is not followed, then the beginning, and the end after it.
    await().atMost(LONG).until(() -> of("/hook", incident).size() == 4);
    List<Received> hook = of("/hook", incident);
    assertThat(hook)
        .extracting(received -> received.json().get("type").asString())
        .containsExactly(
            "io.concordat.incident.opened",
            "io.concordat.incident.opened",
            "io.concordat.incident.opened",
            "io.concordat.incident.resolved");
    assertThat(hook.subList(0, 3)).extracting(Received::id).containsOnly(hook.getFirst().id());
    assertThat(hook.getLast().id()).isNotEqualTo(hook.getFirst().id());
    for (Received received : hook) {
      assertThat(received.signature()).isEqualTo(signature(received));
    }
    await().atMost(LONG).until(() -> of("/pager", incident).size() == 2);
    assertThat(of("/pager", incident))
        .extracting(received -> received.json().get("event_action").asString())
        .containsExactly("trigger", "resolve");
    assertThat(RECEIVED).extracting(Received::path).doesNotContain("/stolen");
    assertThat(
            node.bean(JdbcClient.class)
                .sql(
                    "select status from notification_attempt a join notification n"
                        + " on n.position = a.notification"
                        + " where channel = 'hook' order by a.at")
                .query(Integer.class)
                .list())
        .containsExactly(500, 307, 202, 202);
  }

  @Test
  void anIncidentIsToldByMail() throws Exception {
    String incident = open("gamma/things", "LOW");
    await().atMost(LONG).until(() -> bodies().anyMatch(body -> body.contains(incident)));
    assertThat(MAIL.getReceivedMessages())
        .extracting(MimeMessage::getSubject)
        .contains("LOW incident opened: gamma/things, freshness");
  }

  private static Stream<String> bodies() {
    return Arrays.stream(MAIL.getReceivedMessages()).map(GreenMailUtil::getBody);
  }

  @Test
  void aReceiverThatIsGoneHasItsMessagesPutAsideUntilTheyAreSentAgain() {
    String incident = open("beta/things", "LOW");
    Client operator = node.as("operator-1");
    await().atMost(LONG).until(() -> deadLetters(operator) == 1);
    assertThat(of("/left", incident)).hasSize(1);
    JsonNode put = deliveries("left", "DEAD").get(0).get("node");
    assertThat(put.at("/incident").asString()).isEqualTo(incident);
    assertThat(put.at("/topic").asString()).isEqualTo("incident.opened");
    assertThat(put.at("/product/id").asString()).isEqualTo("beta/things");
    assertThat(put.at("/attempts/0/status").asInt()).isEqualTo(410);
    assertThat(deliveries("hook", "DEAD")).isEmpty();
    String id = put.at("/id").asString();
    assertThat(node.as("viewer").refused("redeliver", redeliver("delivery", id)))
        .containsExactly("NOT_ALLOWED");
    assertThat(operator.refused("redeliver", redeliver("delivery", "1-2-3-4-5")))
        .containsExactly("DELIVERY_NOT_FOUND");
    assertThat(operator.refused("redeliver", redeliver("channel", "hok")))
        .containsExactly("CHANNEL_NOT_FOUND");
    assertThat(operator.tell("redeliver", redeliver("channel", "hook")).at("/redelivered").asInt())
        .isZero();
    assertThat(operator.tell("redeliver", redeliver("delivery", id)).at("/redelivered").asInt())
        .isEqualTo(1);
    await().atMost(LONG).until(() -> of("/left", incident).size() == 2);
    await().atMost(LONG).until(() -> deliveries("left", "DEAD").size() == 1);
    gone = 200;
    operator.tell("retryDeadLetters", RETRY);
    await().atMost(LONG).until(() -> of("/left", incident).size() == 3);
    await().atMost(LONG).until(() -> deadLetters(operator) == 0);
    assertThat(deliveries("left", "SENT").get(0).at("/node/attempts"))
        .extracting(attempt -> attempt.get("status").asInt())
        .containsExactly(410, 410, 200);
    assertThat(
            node.as("viewer")
                .ask("{ notificationChannels { name type domains topics dead waiting } }")
                .at("/notificationChannels"))
        .extracting(
            channel -> channel.at("/name").asString() + " " + channel.at("/type").asString())
        .containsExactly(
            "hook webhook", "left slack", "pager pagerduty", "post mail", "round webhook");
    assertThat(of("/pager", incident)).isEmpty();
    assertThat(operator.refused("resetProcessor", RESET))
        .containsExactly("PROCESSOR_NOT_RESETTABLE");
  }

  @Test
  void whatCanWaitIsToldInOneMessageAtItsTime() throws Exception {
    String low = open("delta/things", "freshness", "LOW");
    String medium = open("delta/things", "completeness", "MEDIUM");
    String high = open("delta/things", "accuracy", "HIGH");
    await().atMost(LONG).until(() -> of("/round", high).size() == 1);
    await().atMost(LONG).until(() -> deliveries("round", "WAITING").size() == 2);
    assertThat(of("/round", low)).isEmpty();
    JdbcClient postgres = node.bean(JdbcClient.class);
    postgres.sql("update notification set due_at = now() where gathered").update();

    await().atMost(LONG).until(() -> of("/round", low).size() == 1);
    Received digest = of("/round", low).getFirst();
    assertThat(digest.signature()).isEqualTo(signature(digest));
    assertThat(digest.json().get("type").asString()).isEqualTo("io.concordat.digest");
    assertThat(digest.json().at("/data/notices"))
        .extracting(notice -> notice.get("subject").asString())
        .containsExactly(low, medium);
    await().atMost(LONG).until(() -> deliveries("round", "SENT").size() == 2);
    String sent = deliveries("round", "SENT").get(0).at("/node/id").asString();
    assertThat(deliveries("round", "SENT").get(0).at("/node/topic").asString()).isEqualTo("digest");
    assertThat(deliveries("round", "GATHERED"))
        .extracting(delivery -> delivery.at("/node/digest").asString())
        .containsExactly(sent, sent);
  }

  private static JsonNode deliveries(String channel, String state) {
    return node.as("viewer")
        .ask(
            "query($channel: String, $state: [DeliveryState!]) {"
                + " deliveries(channel: $channel, state: $state, first: 5) { totalCount"
                + " edges { node { id topic incident digest product { id } dueAt"
                + " attempts { number status problem } } } } }",
            "channel",
            channel,
            "state",
            List.of(state))
        .at("/deliveries/edges");
  }

  private static String redeliver(String member, String value) {
    return "mutation { redeliver(input: { %s: \"%s\" }) { redelivered userErrors { code } } }"
        .formatted(member, value);
  }

  private static String open(String product, String severity) {
    return open(product, "freshness", severity);
  }

  private static String open(String product, String commitment, String severity) {
    return node.as("machine-observer")
        .tell(
            "openIncident",
            OPEN_INCIDENT,
            "input",
            Map.of(
                "product",
                product,
                "commitment",
                commitment,
                "severity",
                severity,
                "summary",
                "No data since 04:00."))
        .at("/incident/id")
        .asString();
  }

  private static long deadLetters(Client operator) {
    return operator
        .ask(PROCESSORS)
        .get("processors")
        .valueStream()
        .filter(processor -> processor.get("name").asString().equals("notification-outbox"))
        .mapToLong(processor -> processor.get("deadLetters").asLong())
        .sum();
  }

  private static List<Received> of(String path, String incident) {
    return RECEIVED.stream()
        .filter(received -> received.path().equals(path) && received.body().contains(incident))
        .toList();
  }

  /** Computed here from the text of the standard, as a receiver does. */
  private static String signature(Received received) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(KEY), "HmacSHA256"));
    byte[] digest =
        mac.doFinal(
            (received.id() + "." + received.at() + "." + received.body())
                .getBytes(StandardCharsets.UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(digest);
  }
}
