package io.concordat.cli.consumer;

import io.concordat.cli.report.Csv;
import io.concordat.cli.report.Escapes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Consumers in GraphQL, for people and for tables. */
final class ConsumerTexts {

  private static final String FIELDS =
      """
      fragment whole on Consumer {
        id name kind purpose lastSeenAt registeredBy registeredAt retiredAt retiredFor
        jobs { namespace name }
        reads { contractId fields version observedVersions lastSeenAt }
      }\
      """;

  /** The question for a page of consumers. */
  static final String LIST =
      """
      query($domain: ID, $kind: ConsumerKind, $contract: ID, $retired: Boolean, $first: Int, $after: String) {
        consumers(domain: $domain, kind: $kind, contract: $contract, retired: $retired, first: $first, after: $after) {
          edges { node { ...whole } }
          pageInfo { hasNextPage endCursor }
        }
      }
      """
          + FIELDS;

  /** The question for one consumer. */
  static final String SHOW =
      """
      query($id: ID!) { node(id: $id) { ... on Consumer { ...whole
        sightings { contractId versions source firstSeenAt lastSeenAt } } } }
      """
          + FIELDS;

  private ConsumerTexts() {}

  /** A mutation of a consumer. */
  static String mutation(String name, String input) {
    return """
    mutation($input: %s!) { %s(input: $input) {
      consumer { ...whole } userErrors { code message }
    } }
    """
            .formatted(input, name)
        + FIELDS;
  }

  /** One line of a list. */
  static String line(JsonNode consumer) {
    return Escapes.line(
        "%-32s %-11s  seen %-24s  %s"
            .formatted(
                text(consumer, "id"),
                text(consumer, "kind"),
                seen(consumer),
                text(consumer, "name")));
  }

  /** A table with a line for each read, each with its end of line. */
  static Stream<String> csv(List<JsonNode> consumers) {
    return Stream.concat(
        Stream.of(
            Csv.row(
                List.of(
                    "consumer",
                    "kind",
                    "name",
                    "contract",
                    "fields",
                    "declared_version",
                    "observed_versions",
                    "last_seen_at",
                    "retired_at"))),
        consumers.stream().flatMap(ConsumerTexts::rows));
  }

  private static Stream<String> rows(JsonNode consumer) {
    return consumer
        .path("reads")
        .valueStream()
        .map(read ->
            Csv.row(
                List.of(
                    text(consumer, "id"),
                    text(consumer, "kind"),
                    text(consumer, "name"),
                    text(read, "contractId"),
                    list(read, "fields", " "),
                    text(read, "version"),
                    list(read, "observedVersions", " "),
                    text(read, "lastSeenAt"),
                    text(consumer, "retiredAt"))));
  }

  /** All that there is to say of one, a line each, as it came. */
  static Stream<String> page(JsonNode consumer) {
    return Stream.of(
            fact("consumer", text(consumer, "id")),
            fact("name", text(consumer, "name")),
            fact("kind", text(consumer, "kind")),
            fact("purpose", text(consumer, "purpose")),
            fact(
                "declared",
                text(consumer, "registeredAt") + " by " + text(consumer, "registeredBy")),
            fact("last seen", seen(consumer)),
            fact("retired", text(consumer, "retiredAt")),
            fact("reason", text(consumer, "retiredFor")),
            consumer
                .path("jobs")
                .valueStream()
                .map(job -> "job          " + text(job, "namespace") + "  " + text(job, "name")),
            consumer.path("reads").valueStream().map(ConsumerTexts::read),
            consumer.path("sightings").valueStream().map(ConsumerTexts::sighting))
        .flatMap(lines -> lines);
  }

  private static String read(JsonNode read) {
    String version = text(read, "version");
    String observed = list(read, "observedVersions", " or ");
    String fields = list(read, "fields", ", ");
    return "reads        %s  declared %s, observed %s, last seen %s%s"
        .formatted(
            text(read, "contractId"),
            version.isEmpty() ? "no version" : version,
            observed.isEmpty() ? "no version" : observed,
            seen(read),
            fields.isEmpty() ? "" : "  (" + fields + ")");
  }

  private static String sighting(JsonNode sighting) {
    String versions = list(sighting, "versions", " or ");
    return "seen         %s  %s, %s to %s, %s"
        .formatted(
            text(sighting, "contractId"),
            versions.isEmpty() ? "version not told" : versions,
            text(sighting, "firstSeenAt"),
            text(sighting, "lastSeenAt"),
            text(sighting, "source"));
  }

  private static String seen(JsonNode node) {
    String at = text(node, "lastSeenAt");
    return at.isEmpty() ? "never" : at;
  }

  private static Stream<String> fact(String name, String value) {
    return value.isEmpty() ? Stream.empty() : Stream.of("%-12s %s".formatted(name, value));
  }

  private static String list(JsonNode node, String name, String between) {
    return node.path(name)
        .valueStream()
        .map(JsonNode::asString)
        .collect(Collectors.joining(between));
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asString("");
  }
}
