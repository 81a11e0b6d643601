package io.concordat.contract.policy;

import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.runtime.CelEvaluationException;
import io.concordat.messages.policy.Policy;
import java.util.List;

/** Checks policies before they are proposed. */
public final class PolicyCompiler {

  private PolicyCompiler() {}

  /**
   * Compiles and type-checks a policy's expression for its scope.
   *
   * @return all problems in the order of the text; empty where the policy compiles and its result
   *     is a bool
   */
  public static List<PolicyProblem> check(Policy policy) {
    CelValidationResult result = CelEnvironment.compile(policy.scope(), policy.expression());
    if (result.hasError()) {
      return CelEnvironment.problems(result);
    }
    try {
      CompiledPolicy.of(policy);
      return List.of();
    } catch (CelValidationException | CelEvaluationException broken) {
      return List.of(new PolicyProblem(1, 1, String.valueOf(broken.getMessage())));
    }
  }
}
