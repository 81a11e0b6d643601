package io.concordat.contract.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.Operator;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.navigation.TraversalOrder;
import dev.cel.parser.CelUnparserVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Takes an expression apart at its outermost {@code &&}. */
final class Conjuncts {

  private static final String AND = Operator.LOGICAL_AND.getFunction();
  private static final String OR = Operator.LOGICAL_OR.getFunction();

  private Conjuncts() {}

  /**
   * One operand.
   *
   * @param ast the operand with what stands in front of it, as in {@code a || (b && c)}
   * @param text the operand alone, to show
   * @param subject the first variable it names, with the fields it goes through; of {@code a || b}
   *     that of b
   */
  record Conjunct(CelAbstractSyntaxTree ast, String text, List<String> subject) {}

  static List<Conjunct> of(CelAbstractSyntaxTree ast) {
    List<Conjunct> conjuncts = new ArrayList<>();
    collect(ast, ast.getExpr(), UnaryOperator.identity(), conjuncts);
    return conjuncts;
  }

  static boolean usesMatches(CelAbstractSyntaxTree ast) {
    return CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .anyMatch(expr ->
            expr.getKind() == CelExpr.ExprKind.Kind.CALL
                && expr.call().function().equals("matches"));
  }

  /** The names that an expression refers to. */
  static Set<String> variables(CelAbstractSyntaxTree ast) {
    return CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .map(CelNavigableExpr::expr)
        .filter(expr -> expr.getKind() == CelExpr.ExprKind.Kind.IDENT)
        .map(expr -> expr.ident().name())
        .collect(Collectors.toSet());
  }

  private static void collect(
      CelAbstractSyntaxTree ast,
      CelExpr expr,
      UnaryOperator<CelExpr> guarded,
      List<Conjunct> conjuncts) {
    if (isCall(expr, AND)) {
      expr.call().args().forEach(operand -> collect(ast, operand, guarded, conjuncts));
    } else if (isCall(expr, OR) && isCall(expr.call().args().getLast(), AND)) {
      collect(
          ast,
          expr.call().args().getLast(),
          operand -> guarded.apply(withLast(expr, operand)),
          conjuncts);
    } else {
      CelAbstractSyntaxTree whole =
          CelAbstractSyntaxTree.newCheckedAst(
              guarded.apply(expr), ast.getSource(), ast.getReferenceMap(), ast.getTypeMap());
      conjuncts.add(new Conjunct(whole, new Text(ast).of(expr), subject(expr)));
    }
  }

  private static CelExpr withLast(CelExpr call, CelExpr last) {
    CelExpr.CelCall changed = call.call().toBuilder().setArg(1, last).build();
    return call.toBuilder().setCall(changed).build();
  }

  private static boolean isCall(CelExpr expr, String function) {
    return expr.getKind() == CelExpr.ExprKind.Kind.CALL
        && expr.call().function().equals(function)
        && expr.call().args().size() == 2;
  }

  private static List<String> subject(CelExpr expr) {
    if (isCall(expr, OR)) {
      return subject(expr.call().args().getLast());
    }
    return CelNavigableExpr.fromExpr(expr)
        .allNodes(TraversalOrder.PRE_ORDER)
        .map(CelNavigableExpr::expr)
        .map(Conjuncts::chain)
        .filter(chain -> chain.size() > 1)
        .findFirst()
        .orElse(List.of());
  }

  private static List<String> chain(CelExpr expr) {
    return switch (expr.getKind()) {
      case IDENT -> List.of(expr.ident().name());
      case SELECT -> {
        List<String> before = chain(expr.select().operand());
        if (before.isEmpty()) {
          yield List.of();
        }
        List<String> chain = new ArrayList<>(before);
        chain.add(expr.select().field());
        yield chain;
      }
      case NOT_SET, CONSTANT, CALL, LIST, STRUCT, MAP, COMPREHENSION -> List.of();
    };
  }

  /** Writes a part of an expression. */
  private static final class Text extends CelUnparserVisitor {

    Text(CelAbstractSyntaxTree ast) {
      super(ast);
    }

    String of(CelExpr expr) {
      return unparse(expr);
    }
  }
}
