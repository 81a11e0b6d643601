package io.concordat.contract.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.concordat.messages.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy ready to be evaluated, by any number of threads.
 *
 * @param whole the expression as it is written
 * @param parts what it joins with {@code &&}, to tell which of them is not kept
 * @param charactersPerStep how the meter counts text
 */
record CompiledPolicy(
    Policy policy, CelRuntime.Program whole, List<Part> parts, int charactersPerStep) {

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
  }

  static CompiledPolicy of(Policy policy) throws CelValidationException, CelEvaluationException {
    CelAbstractSyntaxTree ast =
        CelEnvironment.compile(policy.scope(), policy.expression()).getAst();
    List<Part> parts = new ArrayList<>();
    for (Conjuncts.Conjunct conjunct : Conjuncts.of(ast)) {
      parts.add(
          new Part(CelEnvironment.program(conjunct.ast()), conjunct.text(), conjunct.subject()));
    }
    return new CompiledPolicy(
        policy,
        CelEnvironment.program(ast),
        parts,
        Conjuncts.usesMatches(ast) ? WITH_MATCHES : WITHOUT_MATCHES);
  }
}
