package io.concordat.cli.notification;

import io.concordat.cli.report.Escapes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Messages to channels in GraphQL, for people and in tables. */
final class DeliveryTexts {

  /** The question for the channels. */
  static final String CHANNELS =
      "{ notificationChannels { name type domains from topics waiting dead } }";

  /** The question for a page of messages. */
  static final String LIST =
      """
      query($channel: String, $state: [DeliveryState!], $topic: [String!], $domain: ID,
        $product: ID, $incident: ID, $since: DateTime, $first: Int, $after: String) {
        deliveries(channel: $channel, state: $state, topic: $topic, domain: $domain,
          product: $product, incident: $incident, since: $since, first: $first, after: $after) {
          edges { node { id channel state topic severity commitment incident createdAt dueAt
            digest domain { id } product { id } attempts { number at status problem } } }
          pageInfo { hasNextPage endCursor }
        }
      }
      """;

  /** The mutation. */
  static final String REDELIVER =
      "mutation($input: RedeliverInput!) { redeliver(input: $input) {"
          + " redelivered userErrors { code message } } }";

  /** The columns of a table. */
  static final List<String> COLUMNS =
      List.of(
          "id",
          "channel",
          "state",
          "topic",
          "severity",
          "domain",
          "product",
          "commitment",
          "incident",
          "digest",
          "createdAt",
          "dueAt",
          "attempts",
          "lastStatus",
          "lastProblem");

  private DeliveryTexts() {}

  /** One row of a table. */
  static List<String> row(JsonNode delivery) {
    return COLUMNS.stream().map(column -> column(delivery, column)).toList();
  }

  /** One line of a list. */
  static String line(JsonNode delivery) {
    return "%s  %-8s  %-16s %-24s %-26s %s  %s"
        .formatted(
            text(delivery, "id"),
            text(delivery, "state"),
            text(delivery, "channel"),
            text(delivery, "topic"),
            Stream.of("product", "domain")
                .map(name -> column(delivery, name))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("-"),
            text(delivery, "createdAt"),
            Stream.of(column(delivery, "lastStatus"), column(delivery, "lastProblem"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" ")))
        .stripTrailing();
  }

  /** One line of the channels. */
  static String channel(JsonNode channel) {
    return "%-20s %-9s from %-8s %s, %s; %d wait, %d put aside"
        .formatted(
            text(channel, "name"),
            text(channel, "type"),
            text(channel, "from"),
            list(channel.path("domains"), "all domains"),
            list(channel.path("topics"), "everything"),
            channel.path("waiting").asLong(0),
            channel.path("dead").asLong(0));
  }

  private static String list(JsonNode values, String all) {
    return values.isEmpty()
        ? all
        : values
            .valueStream()
            .map(value -> Escapes.line(value.asString("")))
            .collect(Collectors.joining(" "));
  }

  private static String column(JsonNode delivery, String name) {
    JsonNode attempts = delivery.path("attempts");
    JsonNode last = attempts.path(attempts.size() - 1);
    return switch (name) {
      case "domain", "product" -> text(delivery.path(name), "id");
      case "attempts" -> Integer.toString(attempts.size());
      case "lastStatus" -> text(last, "status");
      case "lastProblem" -> text(last, "problem");
      default -> text(delivery, name);
    };
  }

  private static String text(JsonNode node, String name) {
    return Escapes.line(node.path(name).asString(""));
  }
}
