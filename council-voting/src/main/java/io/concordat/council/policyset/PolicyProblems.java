package io.concordat.council.policyset;

import io.concordat.contract.policy.PolicyCompiler;
import io.concordat.messages.policy.Policy;
import java.util.List;

/** What keeps policies from being used, as a fact for decisions. */
public final class PolicyProblems {

  private PolicyProblems() {}

  /**
   * Compiles and type-checks the policies.
   *
   * @return one line for each problem, with the policy's id and the place in its expression, in the
   *     order of the policies; empty where all compile
   */
  public static List<String> of(List<Policy> policies) {
    return policies.stream()
        .flatMap(policy ->
            PolicyCompiler.check(policy).stream().map(problem -> policy.id() + ": " + problem))
        .toList();
  }
}
