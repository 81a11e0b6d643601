package io.concordat.cli.incident;

import io.concordat.cli.report.Csv;
import io.concordat.cli.report.Escapes;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Incidents in GraphQL, for people and in tables. */
final class IncidentTexts {

  private static final String FIELDS =
      """
      fragment line on Incident {
        id status severity commitment summary brokenSince openedAt acknowledgedAt resolvedAt cause assignee
        product { id owner { subject } } contract { id } root { id }
      }\
      """;

  private static final String WHOLE =
      """
      fragment whole on Incident {
        ...line openedBy acknowledgedBy resolvedBy note attached { id product { id } }
        toldDownstream { id kind depth } timeline { kind at by text assignee cause }
      }
      """
          + FIELDS;

  /** The question for a page of incidents. */
  static final String LIST =
      """
      query($domain: ID, $status: [IncidentStatus!], $severity: [IncidentSeverity!], $product: ID,
        $commitment: String, $from: DateTime, $to: DateTime, $roots: Boolean, $first: Int, $after: String) {
        incidents(domain: $domain, status: $status, severity: $severity, product: $product,
          commitment: $commitment, openedFrom: $from, openedTo: $to, rootsOnly: $roots,
          first: $first, after: $after) {
          edges { node { ...line } }
          pageInfo { hasNextPage endCursor }
        }
      }
      """
          + FIELDS;

  /** The question for one incident. */
  static final String SHOW = "query($id: ID!) { incident(id: $id) { ...whole } }\n" + WHOLE;

  /** The columns of a table. */
  static final List<String> COLUMNS =
      List.of(
          "id",
          "status",
          "severity",
          "product",
          "contract",
          "commitment",
          "brokenSince",
          "openedAt",
          "acknowledgedAt",
          "resolvedAt",
          "cause",
          "owner",
          "assignee",
          "root",
          "summary");

  private IncidentTexts() {}

  /** A mutation of an incident. */
  static String mutation(String name, String input) {
    return """
    mutation($input: %s!) { %s(input: $input) {
      incident { ...whole } userErrors { code message }
    } }
    """
            .formatted(input, name)
        + WHOLE;
  }

  /** One line of a list. */
  static String line(JsonNode incident) {
    return "%s  %-12s  %-8s  %-26s %-24s %s"
        .formatted(
            text(incident, "id"),
            text(incident, "status"),
            text(incident, "severity"),
            column(incident, "product"),
            text(incident, "commitment"),
            text(incident, "openedAt"));
  }

  /** One row of a table. */
  static String row(JsonNode incident) {
    return Csv.row(COLUMNS.stream().map(column -> column(incident, column)).toList());
  }

  /** All that there is to say of one. */
  static List<String> page(JsonNode incident) {
    List<String> lines = new ArrayList<>();
    for (String name : COLUMNS) {
      fact(lines, name, column(incident, name));
    }
    fact(lines, "note", text(incident, "note"));
    for (JsonNode attached : incident.path("attached")) {
      fact(
          lines,
          "attached",
          text(attached, "id")
              + "  "
              + Escapes.line(attached.path("product").path("id").asString("")));
    }
    for (JsonNode reader : incident.path("toldDownstream")) {
      fact(lines, "told", text(reader, "id") + "  " + reader.path("depth").asInt(0) + " away");
    }
    lines.add("timeline");
    for (JsonNode entry : incident.path("timeline")) {
      lines.add(
          "  %s  %-15s %s  %s"
              .formatted(
                  text(entry, "at"),
                  text(entry, "kind"),
                  text(entry, "by"),
                  String.join(
                      " ", text(entry, "cause"), text(entry, "assignee"), text(entry, "text")))
              .stripTrailing());
    }
    return lines;
  }

  private static String column(JsonNode incident, String name) {
    return switch (name) {
      case "product", "contract", "root" -> text(incident.path(name), "id");
      case "owner" -> text(incident.path("product").path("owner"), "subject");
      default -> text(incident, name);
    };
  }

  private static void fact(List<String> lines, String name, String value) {
    if (!value.isEmpty()) {
      lines.add("%-14s %s".formatted(name, value));
    }
  }

  private static String text(JsonNode node, String name) {
    return Escapes.line(node.path(name).asString(""));
  }
}
