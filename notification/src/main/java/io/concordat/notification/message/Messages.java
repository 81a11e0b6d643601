package io.concordat.notification.message;

import io.concordat.messages.incident.DownstreamReader;
import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.notification.Notice;
import io.concordat.notification.routing.Target;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Notices in the forms of CloudEvents 1.0 (structured JSON), of Slack's incoming webhooks, and of
 * PagerDuty's Events API v2.
 */
public final class Messages {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** PagerDuty cuts a summary off here. */
  private static final int PAGER_SUMMARY = 1_024;

  /** So many of those downstream are named in a text for people. */
  private static final int NAMED = 20;

  private Messages() {}

  /**
   * The message that tells a notice to a target.
   *
   * @param id of the message: the same at each attempt, no full stop in it
   * @param at of the attempt
   */
  public static OutgoingMessage of(Notice notice, Target.Http target, String id, Instant at) {
    return switch (target) {
      case Target.Webhook(URI url, String secret) -> {
        byte[] body = JSON.writeValueAsBytes(cloudEvent(notice, id));
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
      case Target.Slack(URI url) -> json(url, Map.of("text", slackText(notice)));
      case Target.PagerDuty(URI url, String key) -> json(url, pagerEvent(notice, key));
    };
  }

  /**
   * The e-mail that tells a notice.
   *
   * @param id of the message: the same at each attempt
   */
  public static OutgoingMail mail(Notice notice, String id) {
    return new OutgoingMail(
        id, oneLine(headline(notice)), plainText(notice), "incident/" + notice.incident());
  }

  private static OutgoingMessage json(URI url, Map<String, Object> body) {
    return new OutgoingMessage(
        url, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(body));
  }

  private static Map<String, Object> cloudEvent(Notice notice, String id) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("specversion", "1.0");
    event.put("id", id);
    event.put("source", "urn:concordat");
    event.put("type", "io.concordat." + notice.kind().topic());
    event.put("subject", notice.incident().toString());
    event.put("time", notice.at().toString());
    event.put("datacontenttype", "application/json");
    Map<String, Object> data = new LinkedHashMap<>(details(notice));
    data.put(about(notice), notice.incident().toString());
    data.put("severity", notice.severity().name());
    data.put("summary", notice.summary());
    if (!notice.downstream().isEmpty()) {
      data.put("downstream", notice.downstream().stream().map(Messages::reader).toList());
    }
    event.put("data", data);
    return event;
  }

  private static Map<String, Object> pagerEvent(Notice notice, String routingKey) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("routing_key", routingKey);
    event.put(
        "event_action",
        switch (notice.kind()) {
          case OPENED, REOPENED, ESCALATED, BUDGET_BURNING -> "trigger";
          case ACKNOWLEDGED -> "acknowledge";
          case RESOLVED, BUDGET_CALM -> "resolve";
          case DOWNSTREAM_TOLD ->
              throw new IllegalArgumentException("nobody is paged for what is upstream of them");
        });
    event.put("dedup_key", "concordat/" + about(notice) + "/" + notice.incident());
    if (event.get("event_action").equals("trigger")) {
      Map<String, Object> payload = new LinkedHashMap<>();
      String summary = notice.product() + ": " + notice.summary();
      payload.put("summary", summary.substring(0, Math.min(PAGER_SUMMARY, summary.length())));
      payload.put("source", notice.product().value());
      payload.put("severity", pagerSeverity(notice.severity()));
      payload.put("timestamp", notice.at().toString());
      payload.put("class", notice.commitment());
      payload.put("group", notice.product().domain().value());
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
    details.put("product", notice.product().value());
    if (notice.contract() != null) {
      details.put("contract", notice.contract().toString());
    }
    details.put("commitment", notice.commitment());
    if (notice.cause() != null) {
      details.put("cause", notice.cause().name());
    }
    return details;
  }

  private static Map<String, Object> reader(DownstreamReader reader) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", reader.id());
    told.put("kind", reader.kind().name());
    told.put("domain", reader.domain().value());
    told.put("depth", reader.depth());
    return told;
  }

  /** A line of those whom it reaches; empty where nobody is named. */
  private static String reached(Notice notice) {
    List<DownstreamReader> all = notice.downstream();
    if (all.isEmpty()) {
      return "";
    }
    String named =
        all.stream().limit(NAMED).map(DownstreamReader::id).collect(Collectors.joining(", "));
    return "\nDownstream: "
        + named
        + (all.size() > NAMED ? " and " + (all.size() - NAMED) + " more" : "");
  }

  private static String headline(Notice notice) {
    String cause = notice.cause() == null ? "" : " (" + notice.cause().name() + ")";
    return notice.severity()
        + " "
        + notice.kind().topic().replace('.', ' ')
        + cause
        + ": "
        + notice.product()
        + ", "
        + notice.commitment();
  }

  private static String plainText(Notice notice) {
    return headline(notice)
        + "\n"
        + notice.summary()
        + reached(notice)
        + (notice.kind().isOfBudget() ? "" : "\nIncident " + notice.incident());
  }

  /** A line break in a subject would begin another header. */
  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  private static String slackText(Notice notice) {
    // The three signs by which Slack knows links and mentions.
    return plainText(notice).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String about(Notice notice) {
    return notice.kind().isOfBudget() ? "burn" : "incident";
  }
}
