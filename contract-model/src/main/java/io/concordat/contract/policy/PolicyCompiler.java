package io.concordat.contract.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.runtime.CelEvaluationException;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyParameter;
import java.util.List;
import java.util.stream.Collectors;

/** Checks policies before they are proposed. */
public final class PolicyCompiler {

  private PolicyCompiler() {}

  /**
   * Compiles and type-checks a policy's expression for its scope.
   *
   * @param parameters that the expression may name
   * @return all problems in the order of the text; empty where the policy compiles and its result
   *     is a bool
   */
  public static List<PolicyProblem> check(Policy policy, List<PolicyParameter> parameters) {
    CelValidationResult result = CelEnvironment.compile(policy.scope(), policy.expression());
    if (result.hasError()) {
      return CelEnvironment.problems(result);
    }
    try {
      CelAbstractSyntaxTree ast = result.getAst();
      CompiledPolicy.of(policy, ast);
      return ParameterNames.problems(
          ast, parameters.stream().map(PolicyParameter::name).collect(Collectors.toSet()));
    } catch (CelValidationException | CelEvaluationException broken) {
      return List.of(new PolicyProblem(1, 1, String.valueOf(broken.getMessage())));
    }
  }
}
