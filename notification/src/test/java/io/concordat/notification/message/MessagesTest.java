package io.concordat.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.DomainId;
import io.concordat.notification.Digest;
import io.concordat.notification.Notice;
import io.concordat.notification.NoticeKind;
import io.concordat.notification.Notices;
import io.concordat.notification.Reader;
import io.concordat.notification.routing.Target;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MessagesTest {

  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final URI URL = URI.create("https://receiver.example/in");
  private static final Instant SENT = Instant.ofEpochSecond(1_614_265_330);

  @Test
  void theSignatureIsThatOfThePublishedExample() {
    assertThat(
            WebhookSignature.sign(
                SECRET,
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                SENT,
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "whsec_", "whsec_c2hvcnQ=", "whsec_not base 64 at all, is it?"})
  void aSecretOfAnotherFormIsRefusedWithoutBeingTold(String secret) {
    assertThatThrownBy(() -> WebhookSignature.check(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("c2hvcnQ=")
        .doesNotContain("not base");
  }

  @Test
  void aWebhookGetsASignedCloudEvent() {
    OutgoingMessage message =
        Messages.of(
            Notices.of(NoticeKind.RESOLVED, IncidentSeverity.HIGH),
            new Target.Webhook(URL, SECRET),
            "msg_1",
            SENT);
    assertThat(message.headers())
        .containsEntry("Content-Type", "application/cloudevents+json; charset=utf-8")
        .containsEntry("webhook-id", "msg_1")
        .containsEntry("webhook-timestamp", "1614265330")
        .containsEntry(
            "webhook-signature", WebhookSignature.sign(SECRET, "msg_1", SENT, message.body()));
    assertThat(new String(message.body(), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            {"specversion":"1.0","id":"msg_1","source":"urn:concordat",\
            "datacontenttype":"application/json","type":"io.concordat.incident.resolved",\
            "subject":"%s","time":"2026-03-02T10:15:00Z","data":{"domain":"payments",\
            "product":"payments/settlements",\
            "commitment":"freshness","cause":"FIXED","incident":"%s","severity":"HIGH",\
            "summary":"Nothing since <noon> & before"}}\
            """
                .formatted(Notices.INCIDENT, Notices.INCIDENT));
  }

  @Test
  void thoseDownstreamAreNamed() {
    Notice notice =
        Notices.of(NoticeKind.DOWNSTREAM_TOLD, IncidentSeverity.HIGH)
            .reaching(
                IntStream.rangeClosed(1, 21)
                    .mapToObj(number ->
                        new Reader(
                            "finance:board-" + number,
                            "DASHBOARD",
                            new DomainId("finance"),
                            number))
                    .toList());
    String event =
        new String(
            Messages.of(notice, new Target.Webhook(URL, SECRET), "msg_1", SENT).body(),
            StandardCharsets.UTF_8);
    assertThat(event)
        .contains("\"type\":\"io.concordat.incident.downstream-told\"")
        .contains(
            "\"downstream\":[{\"id\":\"finance:board-1\",\"kind\":\"DASHBOARD\","
                + "\"domain\":\"finance\",\"depth\":1},");
    String text =
        new String(
            Messages.of(notice, new Target.Slack(URL), "msg_1", SENT).body(),
            StandardCharsets.UTF_8);
    assertThat(text).contains("Downstream: finance:board-1, ", "finance:board-20 and 1 more");
  }

  @Test
  void slackGetsATextInWhichNothingIsALinkOrAMention() {
    JsonNode body =
        body(
            Messages.of(
                Notices.of(NoticeKind.OPENED, IncidentSeverity.LOW, "<!channel> & more"),
                new Target.Slack(URL),
                "msg_1",
                SENT));
    assertThat(body.get("text").asString())
        .isEqualTo(
            "LOW incident opened: payments/settlements, freshness\n&lt;!channel&gt; &amp; more\n"
                + "Incident "
                + Notices.INCIDENT);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          OPENED,       CRITICAL, trigger,     critical
          OPENED,       HIGH,     trigger,     error
          OPENED,       MEDIUM,   trigger,     warning
          OPENED,       LOW,      trigger,     info
          ESCALATED,    HIGH,     trigger,     error
          ACKNOWLEDGED, HIGH,     acknowledge,
          RESOLVED,     HIGH,     resolve,
          """)
  void pagerDutyGetsTheActionUnderTheKeyOfTheIncident(
      NoticeKind kind, IncidentSeverity severity, String action, String pagerSeverity) {
    JsonNode body =
        body(
            Messages.of(
                Notices.of(kind, severity, "x".repeat(2_000)),
                new Target.PagerDuty(URL, "key"),
                "msg_1",
                SENT));
    assertThat(body.get("routing_key").asString()).isEqualTo("key");
    assertThat(body.get("event_action").asString()).isEqualTo(action);
    assertThat(body.get("dedup_key").asString())
        .isEqualTo("concordat/incident/" + Notices.INCIDENT);
    if (pagerSeverity == null) {
      assertThat(body.has("payload")).isFalse();
    } else {
      JsonNode payload = body.get("payload");
      assertThat(payload.get("severity").asString()).isEqualTo(pagerSeverity);
      assertThat(payload.get("source").asString()).isEqualTo("payments/settlements");
      assertThat(payload.get("summary").asString()).hasSize(1_024);
      assertThat(payload.get("timestamp").asString()).isEqualTo("2026-03-02T10:15:00Z");
    }
  }

  @Test
  void aDigestTellsWhatHappenedToOneMatterTogether() {
    Notice first = Notices.of(NoticeKind.OPENED, IncidentSeverity.MEDIUM, "No data <yet>.");
    Notice second =
        new Notice(
            NoticeKind.DOMAIN_IN_NEED,
            "2026-02",
            new DomainId("payments"),
            null,
            null,
            null,
            IncidentSeverity.HIGH,
            "94.00 percent of its checks passed in 2026-02: it needs support.",
            null,
            Notices.AT,
            List.of());
    Notice third = Notices.of(NoticeKind.RESOLVED, IncidentSeverity.MEDIUM, "No data <yet>.");
    Digest digest = new Digest("chat", Notices.AT, List.of(first, second, third));

    OutgoingMail mail = Messages.mail(digest, "msg_1");
    assertThat(mail.subject()).isEqualTo("Digest: 3 messages, up to HIGH");
    assertThat(mail.thread()).isEqualTo("digest/chat");
    assertThat(mail.text())
        .isEqualTo(
            """
            Digest: 3 messages, up to HIGH

            MEDIUM incident opened: payments/settlements, freshness
            No data <yet>.
            Incident %s
            then incident resolved (FIXED), 2026-03-02T10:15:00Z

            HIGH domain in-need: payments
            94.00 percent of its checks passed in 2026-02: it needs support.\
            """
                .formatted(Notices.INCIDENT));
    assertThat(
            body(Messages.of(digest, new Target.Slack(URL), "msg_1", SENT)).get("text").asString())
        .contains("No data &lt;yet&gt;.");
    JsonNode event = body(Messages.of(digest, new Target.Webhook(URL, SECRET), "msg_1", SENT));
    assertThat(event.get("type").asString()).isEqualTo("io.concordat.digest");
    assertThat(event.at("/data/notices"))
        .extracting(
            notice -> notice.get("type").asString() + " " + notice.get("subject").asString())
        .containsExactly(
            "io.concordat.incident.opened " + Notices.INCIDENT,
            "io.concordat.domain.in-need 2026-02",
            "io.concordat.incident.resolved " + Notices.INCIDENT);
  }

  @Test
  void ofManyMattersADigestNamesFifty() {
    Digest digest =
        new Digest(
            "chat",
            Notices.AT,
            IntStream.range(0, 52)
                .mapToObj(number ->
                    new Notice(
                        NoticeKind.DOMAIN_RECOGNISED,
                        "2026-02",
                        new DomainId("domain-" + number),
                        null,
                        null,
                        null,
                        IncidentSeverity.LOW,
                        "kept",
                        null,
                        Notices.AT,
                        List.of()))
                .toList());
    assertThat(Messages.mail(digest, "msg_1").text())
        .contains("domain-49\n")
        .doesNotContain("domain-50\n")
        .endsWith("and 2 more");
  }

  private static JsonNode body(OutgoingMessage message) {
    return JsonMapper.shared().readTree(message.body());
  }
}
