package io.concordat.contract.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which parameters an expression names. A parameter is named by its text alone, as in {@code
 * parameters['max-missing-percent']}, so that it is known before anything is evaluated.
 */
final class ParameterNames {

  private static final String VARIABLE = "parameters";
  private static final String INDEX = Operator.INDEX.getFunction();

  private ParameterNames() {}

  /** What is wrong with the parameters that an expression names; empty where all are known. */
  static List<PolicyProblem> problems(CelAbstractSyntaxTree ast, Set<String> known) {
    List<PolicyProblem> problems = new ArrayList<>();
    CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .filter(node -> isParameters(node.expr()))
        .forEach(node -> {
          Optional<String> name = node.parent().flatMap(parent -> named(parent.expr(), node));
          if (name.isEmpty()) {
            problems.add(
                problem(ast, node, "name one parameter, as in parameters['max-missing-percent']"));
          } else if (!known.contains(name.get())) {
            problems.add(
                problem(
                    ast,
                    node,
                    "there is no parameter '%s' (%s)"
                        .formatted(
                            name.get(),
                            known.isEmpty()
                                ? "the set has none"
                                : "there are " + String.join(", ", new TreeSet<>(known)))));
          }
        });
    return problems;
  }

  private static boolean isParameters(CelExpr expr) {
    return expr.getKind() == CelExpr.ExprKind.Kind.IDENT && expr.ident().name().equals(VARIABLE);
  }

  private static Optional<String> named(CelExpr parent, CelNavigableExpr node) {
    if (parent.getKind() == CelExpr.ExprKind.Kind.CALL
        && parent.call().function().equals(INDEX)
        && parent.call().args().size() == 2
        && parent.call().args().getFirst().id() == node.id()
        && parent.call().args().getLast().getKind() == CelExpr.ExprKind.Kind.CONSTANT
        && parent.call().args().getLast().constant().getKind() == CelConstant.Kind.STRING_VALUE) {
      return Optional.of(parent.call().args().getLast().constant().stringValue());
    }
    return Optional.empty();
  }

  private static PolicyProblem problem(
      CelAbstractSyntaxTree ast, CelNavigableExpr node, String message) {
    CelSourceLocation at =
        ast.getSource()
            .getOffsetLocation(ast.getSource().getPositionsMap().getOrDefault(node.id(), 0))
            .orElse(CelSourceLocation.of(1, 0));
    return new PolicyProblem(at.getLine(), at.getColumn() + 1, message);
  }
}
