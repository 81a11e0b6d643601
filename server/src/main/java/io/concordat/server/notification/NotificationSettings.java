package io.concordat.server.notification;

import io.concordat.notification.routing.Channel;
import io.concordat.notification.sending.Network;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who is told of incidents, and how patiently.
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
