package io.concordat.server.notification;

import io.concordat.notification.routing.Channel;
import io.concordat.notification.sending.Network;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told, and how patiently.
 *
 * @param channels by name
 * @param allowedNetworks networks that are called although they are not public, and without HTTPS,
 *     such as {@code 10.0.0.0/8}
 * @param timeout longest time for one attempt
 * @param firstRetry pause after the first failed attempt; four times as long after each further
 *     one, six hours at most
 * @param maxAttempts after how many failed attempts a message is put aside
 * @param maxAge what happened longer ago than this is not told any more, such as all of history
 *     when the first channel is set
 * @param keep how long messages that were sent are kept; longer than {@code maxAge}, so that what
 *     happened is not told anew
 * @param pause between two looks for messages of other nodes
 */
@ConfigurationProperties("concordat.notifications")
record NotificationSettings(
    @DefaultValue Map<String, ChannelSettings> channels,
    @DefaultValue List<String> allowedNetworks,
    @DefaultValue("15s") Duration timeout,
    @DefaultValue("5s") Duration firstRetry,
    @DefaultValue("12") int maxAttempts,
    @DefaultValue("1d") Duration maxAge,
    @DefaultValue("90d") Duration keep,
    @DefaultValue("1s") Duration pause) {

  NotificationSettings {
    if (!timeout.isPositive()
        || timeout.compareTo(Duration.ofMinutes(2)) > 0
        || !firstRetry.isPositive()
        || !pause.isPositive()
        || maxAttempts < 1) {
      throw new IllegalArgumentException(
          "concordat.notifications: times and attempts are positive, the timeout 2m at most");
    }
    if (keep.compareTo(maxAge.plus(Duration.ofHours(1))) < 0) {
      throw new IllegalArgumentException(
          "concordat.notifications.keep must be an hour longer than max-age at least");
    }
  }

  List<Channel> routes() {
    return channels.entrySet().stream()
        .map(entry -> entry.getValue().named(entry.getKey()))
        .toList();
  }

  List<Network> networks() {
    return allowedNetworks.stream().map(Network::of).toList();
  }
}
