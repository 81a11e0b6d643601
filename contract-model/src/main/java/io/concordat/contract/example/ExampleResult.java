package io.concordat.contract.example;

import io.concordat.messages.policy.PolicyExample;
import io.concordat.messages.policy.Violation;
import java.util.List;

/**
 * What a policy says of one of its examples.
 *
 * @param violations of the policy; empty where it is kept
 * @param problems why the example cannot be judged, such as a document that is no contract; empty
 *     where it can
 */
public record ExampleResult(
    PolicyExample example, List<Violation> violations, List<String> problems) {

  public ExampleResult {
    violations = List.copyOf(violations);
    problems = List.copyOf(problems);
  }

  /** Whether the example shows what it says. */
  public boolean holds() {
    return problems.isEmpty() && example.passes() == violations.isEmpty();
  }

  /** What is wrong, for people; empty text where the example holds. */
  public String complaint() {
    if (!problems.isEmpty()) {
      return "Example '%s' is no contract: %s"
          .formatted(example.name(), String.join("; ", problems));
    }
    if (holds()) {
      return "";
    }
    return example.passes()
        ? "Example '%s' should pass, but: %s"
            .formatted(
                example.name(),
                String.join("; ", violations.stream().map(Violation::message).toList()))
        : "Example '%s' should fail, but the policy is kept.".formatted(example.name());
  }
}
