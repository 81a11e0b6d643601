package io.concordat.messages.policy;

import io.concordat.messages.Shape;

/**
 * One rule as code.
 *
 * @param id slug, unique within a policy set
 * @param title one line for people, at most 200 characters
 * @param family what it is about
 * @param scope what the expression is evaluated for
 * @param severity what a violation means
 * @param expression CEL, true where the rule is kept; at most 4,000 characters
 * @param message what a violation says, at most 500 characters; placeholders {@code {path}}, {@code
 *     {name}}
 * @param documentation why the rule exists and how to keep it, Markdown, at most 8,000 characters
 */
public record Policy(
    String id,
    String title,
    PolicyFamily family,
    PolicyScope scope,
    Severity severity,
    String expression,
    String message,
    String documentation) {

  public Policy {
    Shape.slug("policyId", id);
    Shape.line("title", title, 200);
    Shape.text("expression", expression, 4_000);
    Shape.line("message", message, 500);
    Shape.text("documentation", documentation, 8_000);
  }
}
