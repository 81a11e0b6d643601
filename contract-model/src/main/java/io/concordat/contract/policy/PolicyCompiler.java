package io.concordat.contract.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.runtime.CelEvaluationException;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks policies before they are proposed. */
public final class PolicyCompiler {

  private PolicyCompiler() {}

  /**
   * Compiles and type-checks a policy's expression for its scope, and looks at the names in its
   * message.
   *
   * @param parameters that expression and message may name
   * @return all problems in the order of the text, those of the message last; empty where the
   *     policy compiles, its result is a bool, and every name in the message is filled
   */
  public static List<PolicyProblem> check(Policy policy, List<PolicyParameter> parameters) {
    Set<String> names = parameters.stream().map(PolicyParameter::name).collect(Collectors.toSet());
    List<PolicyProblem> problems = new ArrayList<>(ofExpression(policy, names));
    problems.addAll(MessageNames.problems(policy.message(), names));
    return problems;
  }

  private static List<PolicyProblem> ofExpression(Policy policy, Set<String> parameters) {
    CelValidationResult result = CelEnvironment.compile(policy.scope(), policy.expression());
    if (result.hasError()) {
      return CelEnvironment.problems(result);
    }
    try {
      CelAbstractSyntaxTree ast = result.getAst();
      CompiledPolicy.of(policy, ast);
      return ParameterNames.problems(ast, parameters);
    } catch (CelValidationException | CelEvaluationException broken) {
      return List.of(new PolicyProblem(1, 1, String.valueOf(broken.getMessage())));
    }
  }
}
