package io.concordat.cli.remote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads connections of GraphQL, page by page. */
public final class Pages {

  private static final int PAGE = 100;

  private Pages() {}

  /**
   * All that a connection holds, in its order.
   *
   * @param document one query with the variables {@code first} and {@code after}, which asks for
   *     {@code edges { node }} and {@code pageInfo { hasNextPage endCursor }}
   * @param field name of the connection
   */
  public static List<JsonNode> all(
      Remote remote,
      String document,
      Map<String, ? extends @Nullable Object> variables,
      String field) {
    List<JsonNode> found = new ArrayList<>();
    Map<String, @Nullable Object> asked = new HashMap<>(variables);
    asked.put("first", PAGE);
    JsonNode page;
    do {
      page = remote.ask(document, asked).path(field);
      page.path("edges").forEach(edge -> found.add(edge.path("node")));
      asked.put("after", page.path("pageInfo").path("endCursor").asString(""));
    } while (page.path("pageInfo").path("hasNextPage").asBoolean(false));
    return found;
  }
}
