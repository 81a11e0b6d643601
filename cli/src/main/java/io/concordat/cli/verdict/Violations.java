package io.concordat.cli.verdict;

import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.Violation;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads violations from the server's answers. */
final class Violations {

  private Violations() {}

  /**
   * The violations of a verdict.
   *
   * @param verdict with {@code violations { policy severity path line message }}
   */
  static List<Violation> of(JsonNode verdict) {
    return verdict.path("violations").valueStream().map(Violations::one).toList();
  }

  private static Violation one(JsonNode node) {
    // A severity that is not known yet blocks rather than being let through.
    boolean warning = node.path("severity").asString("").equals(Severity.WARNING.name());
    return new Violation(
        node.path("policy").asString(""),
        warning ? Severity.WARNING : Severity.ERROR,
        node.path("path").asString("$"),
        node.path("line").isNumber() ? Integer.valueOf(node.path("line").asInt()) : null,
        node.path("message").asString(""));
  }
}
