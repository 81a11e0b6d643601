package io.concordat.cli.request;

import io.concordat.cli.report.Escapes;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Data requests in GraphQL and for people. */
final class RequestTexts {

  private static final String FIELDS =
      """
      fragment whole on DataRequest {
        id status title purpose wanted neededBy openedBy openedAt expectedBy acceptedBy reason closedAt closedBy
        domain { id } contract { id }
      }\
      """;

  /** The question for a page of requests. */
  static final String LIST =
      """
      query($domain: ID, $status: [DataRequestStatus!], $mine: Boolean, $first: Int, $after: String) {
        dataRequests(domain: $domain, status: $status, mine: $mine, first: $first, after: $after) {
          edges { node { ...whole } }
          pageInfo { hasNextPage endCursor }
        }
      }
      """
          + FIELDS;

  /** The question for one request. */
  static final String SHOW = "query($id: ID!) { dataRequest(id: $id) { ...whole } }\n" + FIELDS;

  private RequestTexts() {}

  /** A mutation of a request. */
  static String mutation(String name, String input) {
    return """
    mutation($input: %s!) { %s(input: $input) {
      dataRequest { ...whole } userErrors { code message }
    } }
    """
            .formatted(input, name)
        + FIELDS;
  }

  /** One line of a list. */
  static String line(JsonNode request) {
    return "%s  %-9s  %-16s %s"
        .formatted(
            text(request, "id"),
            text(request, "status"),
            Escapes.line(request.path("domain").path("id").asString("")),
            text(request, "title"));
  }

  /** All that there is to say of one. */
  static List<String> page(JsonNode request) {
    List<String> lines = new ArrayList<>();
    fact(lines, "request", text(request, "id"));
    fact(lines, "status", text(request, "status"));
    fact(lines, "domain", Escapes.line(request.path("domain").path("id").asString("")));
    fact(lines, "title", text(request, "title"));
    fact(lines, "opened", text(request, "openedAt") + " by " + text(request, "openedBy"));
    fact(lines, "needed by", text(request, "neededBy"));
    fact(lines, "expected by", text(request, "expectedBy"));
    fact(lines, "contract", Escapes.line(request.path("contract").path("id").asString("")));
    fact(lines, "closed", text(request, "closedAt"));
    block(lines, "purpose", request);
    block(lines, "wanted", request);
    block(lines, "reason", request);
    return lines;
  }

  private static void fact(List<String> lines, String name, String value) {
    if (!value.isEmpty()) {
      lines.add("%-12s %s".formatted(name, value));
    }
  }

  private static void block(List<String> lines, String name, JsonNode request) {
    String text = request.path(name).asString("");
    if (!text.isEmpty()) {
      lines.add(name);
      text.lines().forEach(line -> lines.add("  " + Escapes.line(line)));
    }
  }

  private static String text(JsonNode node, String name) {
    return Escapes.line(node.path(name).asString(""));
  }
}
