package io.concordat.cli.catalog;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What the catalog found, for people and for tables. */
final class Cards {

  private static final int LONGEST = 100;
  private static final int BUCKETS = 5;

  private Cards() {}

  /** Lines for people; what the server sent is in them as it came. */
  static Stream<String> text(JsonNode found) {
    Stream<String> cards =
        found.path("edges").valueStream().map(edge -> edge.path("node")).flatMap(Cards::card);
    long shown = found.path("edges").size();
    long all = found.path("totalCount").asLong(0);
    String count =
        shown == all
            ? all + (all == 1 ? " product." : " products.")
            : "%d of %d products.".formatted(shown, all);
    Stream<String> facets =
        found
            .path("facets")
            .valueStream()
            .filter(facet -> !facet.path("buckets").isEmpty())
            .map(Cards::facet);
    return Stream.of(cards, Stream.of(count), facets).flatMap(lines -> lines);
  }

  /** A table with a head, by RFC 4180; no cell can be taken for a formula. */
  static Stream<String> csv(JsonNode found) {
    return Stream.concat(
        Stream.of("product,name,owner,tags,contracts,deprecated"),
        found
            .path("edges")
            .valueStream()
            .map(edge -> edge.path("node"))
            .map(card ->
                Stream.of(
                        card.path("id").asString(""),
                        card.path("name").asString(""),
                        card.path("owner").path("subject").asString(""),
                        texts(card.path("tags")),
                        card.path("contracts")
                            .valueStream()
                            .map(contract -> contract.path("id").asString(""))
                            .collect(Collectors.joining(" ")),
                        String.join(" ", deprecated(card)))
                    .map(Cards::cell)
                    .collect(Collectors.joining(","))));
  }

  private static Stream<String> card(JsonNode card) {
    String description = card.path("description").asString("");
    return Stream.concat(
        Stream.of(
            card.path("id").asString("") + "  " + card.path("name").asString(""),
            "  "
                + (description.length() > LONGEST
                    ? description.substring(0, LONGEST) + "..."
                    : description)),
        deprecated(card).stream().map(version -> "  deprecated: " + version));
  }

  private static List<String> deprecated(JsonNode card) {
    return card.path("contracts")
        .valueStream()
        .flatMap(contract ->
            contract
                .path("served")
                .valueStream()
                .filter(version -> version.path("status").asString("").equals("DEPRECATED"))
                .map(version ->
                    "%s@%s until %s"
                        .formatted(
                            contract.path("id").asString(""),
                            version.path("version").asString(""),
                            version.path("supportedUntil").asString(""))))
        .toList();
  }

  private static String facet(JsonNode facet) {
    return "  %-15s %s"
        .formatted(
            facet.path("name").asString(""),
            facet
                .path("buckets")
                .valueStream()
                .limit(BUCKETS)
                .map(bucket ->
                    bucket.path("value").asString("") + " " + bucket.path("count").asLong(0))
                .collect(Collectors.joining(", ")));
  }

  private static String texts(JsonNode list) {
    return list.valueStream().map(text -> text.asString("")).collect(Collectors.joining(" "));
  }

  private static String cell(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
