package io.concordat.council.policyset;

import io.concordat.contract.example.PolicyExamples;
import io.concordat.contract.policy.PolicyCompiler;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyParameter;
import io.concordat.messages.policy.SemanticType;
import java.util.List;

/** What keeps policies from being used, as a fact for decisions. */
public final class PolicyProblems {

  private PolicyProblems() {}

  /**
   * Compiles and type-checks the policies.
   *
   * @param parameters that they may name
   * @return one line for each problem, with the policy's id and the place in its expression, in the
   *     order of the policies; empty where all compile
   */
  public static List<String> of(List<Policy> policies, List<PolicyParameter> parameters) {
    return policies.stream()
        .flatMap(policy ->
            PolicyCompiler.check(policy, parameters).stream()
                .map(problem -> policy.id() + ": " + problem))
        .toList();
  }

  /**
   * Runs a policy's examples.
   *
   * @param policy that compiles
   * @param semanticTypes that it may name
   * @param parameters that it may name
   * @return one line for each example that does not show what it says; empty where all do
   */
  public static List<String> ofExamples(
      Policy policy, List<SemanticType> semanticTypes, List<PolicyParameter> parameters) {
    return PolicyExamples.run(policy, semanticTypes, parameters).stream()
        .filter(result -> !result.holds())
        .map(result -> policy.id() + ": " + result.complaint())
        .toList();
  }
}
