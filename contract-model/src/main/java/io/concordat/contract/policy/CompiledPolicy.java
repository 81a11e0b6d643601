package io.concordat.contract.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.concordat.messages.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A policy ready to be evaluated, by any number of threads.
 *
 * @param ast of the whole expression
 * @param whole the expression as it is written
 * @param parts what it joins with {@code &&}, to tell which of them is not kept
 * @param variables that the expression names, and perhaps others of its own
 * @param charactersPerStep how the meter counts text
 */
record CompiledPolicy(
    Policy policy,
    CelAbstractSyntaxTree ast,
    CelRuntime.Program whole,
    List<Part> parts,
    Set<String> variables,
    int charactersPerStep) {

  /** Regular expressions take time per character, other functions hardly any. */
  private static final int WITH_MATCHES = 1;

  private static final int WITHOUT_MATCHES = 16;

  /**
   * One operand of {@code &&}.
   *
   * @param program true where this part is kept
   * @param text to show
   * @param subject what it is about, as a chain of names such as {@code [contract, owners]}; empty
   *     where it names none
   */
  record Part(CelRuntime.Program program, String text, List<String> subject) {}

  CompiledPolicy {
    parts = List.copyOf(parts);
    variables = Set.copyOf(variables);
  }

  /**
   * Compiles a policy.
   *
   * @throws CelValidationException where the expression is not one of the policy's scope
   */
  static CompiledPolicy of(Policy policy) throws CelValidationException, CelEvaluationException {
    return of(policy, CelEnvironment.compile(policy.scope(), policy.expression()).getAst());
  }

  static CompiledPolicy of(Policy policy, CelAbstractSyntaxTree ast) throws CelEvaluationException {
    List<Part> parts = new ArrayList<>();
    for (Conjuncts.Conjunct conjunct : Conjuncts.of(ast)) {
      parts.add(
          new Part(CelEnvironment.program(conjunct.ast()), conjunct.text(), conjunct.subject()));
    }
    return new CompiledPolicy(
        policy,
        ast,
        CelEnvironment.program(ast),
        parts,
        Conjuncts.variables(ast),
        Conjuncts.usesMatches(ast) ? WITH_MATCHES : WITHOUT_MATCHES);
  }
}
