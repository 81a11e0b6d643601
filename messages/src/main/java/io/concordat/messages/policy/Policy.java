package io.concordat.messages.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.Shape;
import java.util.List;

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
 *     {name}} and {@code {<name of a parameter>}}
 * @param documentation why the rule exists and how to keep it, Markdown, at most 8,000 characters
 * @param examples contracts that keep it and that break it, at most 20, each name once; stored only
 *     where there are any, so that policies of before examples stay as they are
 */
public record Policy(
    String id,
    String title,
    PolicyFamily family,
    PolicyScope scope,
    Severity severity,
    String expression,
    String message,
    String documentation,
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @JsonSetter(nulls = Nulls.AS_EMPTY, contentNulls = Nulls.FAIL)
        List<PolicyExample> examples) {

  /** Most examples of one policy. */
  public static final int MAX_EXAMPLES = 20;

  public Policy {
    Shape.slug("policyId", id);
    Shape.line("title", title, 200);
    Shape.text("expression", expression, 4_000);
    Shape.line("message", message, 500);
    Shape.text("documentation", documentation, 8_000);
    examples = List.copyOf(examples);
    Shape.between("examples", examples.size(), 0, MAX_EXAMPLES);
    if (examples.stream().map(PolicyExample::name).distinct().count() < examples.size()) {
      throw new InvalidValue("examples", "must each have a name of their own");
    }
  }

  /** A policy without examples. */
  public Policy(
      String id,
      String title,
      PolicyFamily family,
      PolicyScope scope,
      Severity severity,
      String expression,
      String message,
      String documentation) {
    this(id, title, family, scope, severity, expression, message, documentation, List.of());
  }
}
