package io.concordat.notification.message;

import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.notification.Digest;
import io.concordat.notification.Letter;
import io.concordat.notification.Notice;
import io.concordat.notification.Reader;
import io.concordat.notification.routing.Target;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Letters in the forms of CloudEvents 1.0 (structured JSON), of Slack's incoming webhooks, and of
 * PagerDuty's Events API v2.
 */
public final class Messages {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** PagerDuty cuts a summary off here. */
  private static final int PAGER_SUMMARY = 1_024;

  private Messages() {}

  /**
   * The message that tells a letter to a target. A digest is never for PagerDuty.
   *
   * @param id of the message: the same at each attempt, no full stop in it
   * @param at of the attempt
   */
  public static OutgoingMessage of(Letter letter, Target.Http target, String id, Instant at) {
    return switch (target) {
      case Target.Webhook(URI url, String secret) -> {
        byte[] body = JSON.writeValueAsBytes(cloudEvent(letter, id));
        yield new OutgoingMessage(
            url,
            Map.of(
                "Content-Type",
                "application/cloudevents+json; charset=utf-8",
                "webhook-id",
                id,
                "webhook-timestamp",
                Long.toString(at.getEpochSecond()),
                "webhook-signature",
                WebhookSignature.sign(secret, id, at, body)),
            body);
      }
      case Target.Slack(URI url) -> json(url, Map.of("text", slackText(letter)));
      case Target.PagerDuty(URI url, String key) -> json(url, pagerEvent(letter, key));
    };
  }

  /**
   * The e-mail that tells a letter.
   *
   * @param id of the message: the same at each attempt
   */
  public static OutgoingMail mail(Letter letter, String id) {
    return new OutgoingMail(
        id, oneLine(Texts.headline(letter)), Texts.text(letter), thread(letter));
  }

  /** Its characters are those that may stand in the id of a message. */
  private static String thread(Letter letter) {
    return letter.subject().replaceAll("[^A-Za-z0-9._-]+", "/");
  }

  private static OutgoingMessage json(URI url, Map<String, Object> body) {
    return new OutgoingMessage(
        url, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(body));
  }

  private static Map<String, Object> cloudEvent(Letter letter, String id) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", id);
    event.put("source", "urn:concordat");
    event.put("datacontenttype", "application/json");
    switch (letter) {
      case Notice notice -> tell(event, notice);
      case Digest digest -> {
        event.put("type", type(digest));
        event.put("subject", digest.channel());
        event.put("time", digest.at().toString());
        event.put(
            "data",
            Map.of(
                "notices",
                digest.notices().stream()
                    .map(notice -> tell(new LinkedHashMap<>(), notice))
                    .toList()));
      }
    }
    return event;
  }

  private static Map<String, Object> tell(Map<String, Object> event, Notice notice) {
    event.put("type", type(notice));
    event.put("subject", notice.about());
    event.put("time", notice.at().toString());
    Map<String, Object> data = new LinkedHashMap<>(details(notice));
    data.put(notice.kind().matter().key(), notice.about());
    data.put("severity", notice.severity().name());
    data.put("summary", notice.summary());
    if (!notice.readers().isEmpty()) {
      data.put("downstream", notice.readers().stream().map(Messages::reader).toList());
    }
    event.put("data", data);
    return event;
  }

  private static String type(Letter letter) {
    return "io.concordat." + letter.topic();
  }

  private static Map<String, Object> pagerEvent(Letter letter, String routingKey) {
    if (!(letter instanceof Notice notice) || !notice.kind().isPaged()) {
      throw new IllegalArgumentException("nobody is paged for " + letter.topic());
    }
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("routing_key", routingKey);
    event.put(
        "event_action",
        switch (notice.kind()) {
          case ACKNOWLEDGED -> "acknowledge";
          case RESOLVED, BUDGET_CALM -> "resolve";
          default -> "trigger";
        });
    event.put("dedup_key", "concordat/" + notice.kind().matter().key() + "/" + notice.about());
    if (event.get("event_action").equals("trigger")) {
      Map<String, Object> payload = new LinkedHashMap<>();
      String source = notice.product() == null ? notice.domain().value() : notice.product().value();
      String summary = source + ": " + notice.summary();
      payload.put("summary", summary.substring(0, Math.min(PAGER_SUMMARY, summary.length())));
      payload.put("source", source);
      payload.put("severity", pagerSeverity(notice.severity()));
      payload.put("timestamp", notice.at().toString());
      payload.put("class", notice.commitment());
      payload.put("group", notice.domain().value());
      payload.put("custom_details", details(notice));
      event.put("payload", payload);
    }
    return event;
  }

  private static String pagerSeverity(IncidentSeverity severity) {
    return switch (severity) {
      case CRITICAL -> "critical";
      case HIGH -> "error";
      case MEDIUM -> "warning";
      case LOW -> "info";
    };
  }

  private static Map<String, Object> details(Notice notice) {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("domain", notice.domain().value());
    if (notice.product() != null) {
      details.put("product", notice.product().value());
    }
    if (notice.contract() != null) {
      details.put("contract", notice.contract().toString());
    }
    if (notice.commitment() != null) {
      details.put("commitment", notice.commitment());
    }
    if (notice.cause() != null) {
      details.put("cause", notice.cause().name());
    }
    return details;
  }

  private static Map<String, Object> reader(Reader reader) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", reader.id());
    told.put("kind", reader.kind());
    told.put("domain", reader.domain().value());
    told.put("depth", reader.depth());
    return told;
  }

  /** A line break in a subject would begin another header. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  private static String slackText(Letter letter) {
    // The three signs by which Slack knows links and mentions.
    return Texts.text(letter).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
