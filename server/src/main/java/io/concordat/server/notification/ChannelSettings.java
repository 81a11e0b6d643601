package io.concordat.server.notification;

import io.concordat.messages.incident.IncidentSeverity;
import io.concordat.messages.mesh.DomainId;
import io.concordat.notification.NoticeKind;
import io.concordat.notification.message.WebhookSignature;
import io.concordat.notification.routing.Channel;
import io.concordat.notification.routing.DigestTimes;
import io.concordat.notification.routing.QuietHours;
import io.concordat.notification.routing.Target;
import io.concordat.notification.sending.SmtpSender;
import java.net.URI;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A channel as it is set. Its text form tells neither address nor secret.
 *
 * @param url where to post; null for that of PagerDuty itself; of mail {@code smtp://host:port}
 * @param secret of a webhook, {@code whsec_} and Base64; the integration key of PagerDuty; the
 *     password of mail; null for Slack, whose address is the secret
 * @param user who logs in to send mail; null where nobody does
 * @param sender address that mail comes from
 * @param recipients addresses that mail goes to
 * @param domains whose affairs it tells of; empty for all
 * @param from the least severity that it tells of
 * @param kinds what it tells of; empty for all
 * @param quietZone time zone of the quiet hours; null where there are none
 * @param quietFrom such as {@code 22:00}; null where there are none
 * @param quietTo such as {@code 07:00}; null where there are none
 * @param digestZone time zone of the times at which digests are sent; null where there are none
 * @param digestAt such as {@code 08:00}; empty where everything is told by itself
 * @param digestBelow what is of this severity and higher is told at once
 */
record ChannelSettings(
    Type type,
    @Nullable String url,
    @Nullable String secret,
    @Nullable String user,
    @Nullable String sender,
    @DefaultValue List<String> recipients,
    @DefaultValue List<String> domains,
    @DefaultValue("LOW") IncidentSeverity from,
    @DefaultValue List<NoticeKind> kinds,
    @Nullable String quietZone,
    @Nullable String quietFrom,
    @Nullable String quietTo,
    @Nullable String digestZone,
    @DefaultValue List<String> digestAt,
    @DefaultValue("CRITICAL") IncidentSeverity digestBelow) {

  /** The forms of messages. */
  enum Type {
    WEBHOOK,
    SLACK,
    PAGERDUTY,
    MAIL
  }

  /** The channel that this says. */
  Channel named(String name) {
    return new Channel(
        name,
        target(name),
        domains.stream().map(DomainId::new).collect(Collectors.toSet()),
        from,
        Set.copyOf(kinds),
        quiet(name),
        digest(name));
  }

  private Target target(String name) {
    return switch (type) {
      case WEBHOOK -> {
        String key = given(name, "secret", secret);
        WebhookSignature.check(key);
        yield new Target.Webhook(address(name, url), key);
      }
      case SLACK -> new Target.Slack(address(name, url));
      case PAGERDUTY ->
          new Target.PagerDuty(
              address(name, url == null ? "https://events.pagerduty.com/v2/enqueue" : url),
              given(name, "secret", secret));
      case MAIL -> mail(name);
    };
  }

  private Target.Mail mail(String name) {
    URI server = address(name, url);
    if (!"smtp".equals(server.getScheme()) || server.getHost() == null) {
      throw new IllegalArgumentException(
          "concordat.notifications.channels." + name + ".url is not of the form smtp://host:port");
    }
    String from = given(name, "sender", sender);
    if (recipients.isEmpty()) {
      throw new IllegalArgumentException(
          "concordat.notifications.channels." + name + " needs recipients");
    }
    SmtpSender.check(from);
    recipients.forEach(SmtpSender::check);
    Target.Login login =
        user == null ? null : new Target.Login(user, given(name, "secret", secret));
    return new Target.Mail(server, login, from, recipients);
  }

  private @Nullable QuietHours quiet(String name) {
    if (quietZone == null && quietFrom == null && quietTo == null) {
      return null;
    }
    return new QuietHours(
        ZoneId.of(given(name, "quiet-zone", quietZone)),
        LocalTime.parse(given(name, "quiet-from", quietFrom)),
        LocalTime.parse(given(name, "quiet-to", quietTo)));
  }

  private @Nullable DigestTimes digest(String name) {
    if (digestZone == null && digestAt.isEmpty()) {
      return null;
    }
    if (type == Type.PAGERDUTY) {
      throw new IllegalArgumentException(
          "concordat.notifications.channels." + name + " pages: it cannot have digests");
    }
    if (digestAt.isEmpty()) {
      given(name, "digest-at", null);
    }
    return new DigestTimes(
        ZoneId.of(given(name, "digest-zone", digestZone)),
        digestAt.stream().map(LocalTime::parse).toList(),
        digestBelow);
  }

  private static URI address(String name, @Nullable String text) {
    try {
      return URI.create(given(name, "url", text));
    } catch (IllegalArgumentException unreadable) {
      // Its message would tell the address.
      throw new IllegalArgumentException(
          "concordat.notifications.channels." + name + ".url is missing or no address");
    }
  }

  private static String given(String name, String setting, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "concordat.notifications.channels." + name + " needs " + setting);
    }
    return value;
  }

  @Override
  public String toString() {
    return "ChannelSettings " + type;
  }
}
