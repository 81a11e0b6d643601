package io.concordat.council.policyset;

import io.concordat.contract.policy.PolicyCompiler;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyParameter;
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
}
