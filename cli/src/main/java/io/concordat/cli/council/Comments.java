package io.concordat.cli.council;

import io.concordat.cli.host.ExitCode;
import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.ServerOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is said about a proposal. */
final class Comments {

  private static final int PAGE = 100;

  private static final String FIELDS =
      "id round parent author domain { id } body commentedAt editedAt";

  private static final String LIST =
      """
      query($id: ID!, $first: Int, $after: String) { proposal(id: $id) {
        comments(first: $first, after: $after) {
          edges { node { %s } } pageInfo { hasNextPage endCursor } } } }\
      """
          .formatted(FIELDS);

  private static final String ADD =
      """
      mutation($input: AddCommentInput!) { addComment(input: $input) {
        comment { %s } userErrors { code message path } } }\
      """
          .formatted(FIELDS);

  private Comments() {}

  /** Lists all comments, the oldest first. */
  static int list(Asking asking, Host host, ServerOptions server, String proposal, boolean json) {
    List<JsonNode> found = new ArrayList<>();
    try (Remote remote = server.remote(host)) {
      Map<String, Object> variables = new HashMap<>(Map.of("id", proposal, "first", PAGE));
      JsonNode page;
      do {
        JsonNode answer = remote.ask(LIST, variables).path("proposal");
        if (!answer.isObject()) {
          throw Stop.usage("There is no proposal '" + proposal + "' on the server.");
        }
        page = answer.path("comments");
        page.path("edges").forEach(edge -> found.add(edge.path("node")));
        variables.put("after", page.path("pageInfo").path("endCursor").asString(""));
      } while (page.path("pageInfo").path("hasNextPage").asBoolean(false));
    }
    if (json) {
      asking.json(found);
    } else {
      found.forEach(comment -> lines(comment).forEach(asking.out()::println));
      asking.out().println(Page.plural(found.size(), "comment") + ".");
    }
    return ExitCode.FINE.code();
  }

  /** Says something. */
  static int add(
      Asking asking,
      ServerOptions server,
      String proposal,
      String body,
      @Nullable String parent,
      boolean json) {
    Map<String, Object> input = new HashMap<>(Map.of("proposal", proposal, "body", body));
    if (parent != null) {
      input.put("parent", parent);
    }
    return asking.tell(server, ADD, "addComment", "comment", input, json, Comments::lines);
  }

  private static List<String> lines(JsonNode comment) {
    String domain = Page.of(comment.path("domain"), "id");
    String parent = Page.of(comment, "parent");
    String edited = Page.of(comment, "editedAt");
    return new Page()
        .line(
            "%s  %s  round %d  %s%s%s%s"
                .formatted(
                    Page.of(comment, "id"),
                    Page.of(comment, "commentedAt"),
                    Page.number(comment, "round"),
                    Page.of(comment, "author"),
                    domain.isEmpty() ? "" : " for " + domain,
                    parent.isEmpty() ? "" : ", answers " + parent,
                    edited.isEmpty() ? "" : ", edited " + edited))
        .text(comment.path("body").asString(""))
        .lines();
  }
}
