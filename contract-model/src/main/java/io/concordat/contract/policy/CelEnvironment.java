package io.concordat.contract.policy;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import io.concordat.messages.policy.PolicyScope;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The language of policies: CEL with Concordat's variables, types and functions. */
final class CelEnvironment {

  private static final int MAX_EXPRESSION = 8_000;
  private static final int MAX_NESTING = 60;
  private static final int MAX_ITERATIONS = 200_000;
  private static final int MAX_REGEX_PROGRAM = 300;

  private static final CelOptions OPTIONS =
      CelOptions.current()
          .maxExpressionCodePointSize(MAX_EXPRESSION)
          .maxParseRecursionDepth(MAX_NESTING)
          .maxParseErrorRecoveryLimit(20)
          .comprehensionMaxIterations(MAX_ITERATIONS)
          .maxRegexProgramSize(MAX_REGEX_PROGRAM)
          .enableHeterogeneousNumericComparisons(true)
          .populateMacroCalls(true)
          .build();

  /** Those string functions whose result is not larger than what they are given. */
  private static final CelStringExtensions STRINGS =
      CelExtensions.strings(
          CelStringExtensions.Function.LOWER_ASCII,
          CelStringExtensions.Function.UPPER_ASCII,
          CelStringExtensions.Function.TRIM,
          CelStringExtensions.Function.INDEX_OF,
          CelStringExtensions.Function.SUBSTRING,
          CelStringExtensions.Function.SPLIT);

  private static final Map<PolicyScope, CelCompiler> COMPILERS = new EnumMap<>(PolicyScope.class);

  static {
    for (PolicyScope scope : PolicyScope.values()) {
      COMPILERS.put(scope, compiler(scope));
    }
  }

  private static final CelRuntime RUNTIME =
      CelRuntimeFactory.plannerRuntimeBuilder()
          .setOptions(OPTIONS)
          .setTypeProvider(PolicyTypes.PROVIDER)
          .addLibraries(STRINGS)
          .addFunctionBindings(PolicyFunctions.bindings())
          .build();

  private CelEnvironment() {}

  private static CelCompiler compiler(PolicyScope scope) {
    CelCompilerBuilder builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setTypeProvider(PolicyTypes.PROVIDER)
            .addLibraries(STRINGS)
            .setResultType(SimpleType.BOOL)
            .addVar("contract", PolicyTypes.reference(PolicyTypes.CONTRACT))
            .addVar("previous", PolicyTypes.reference(PolicyTypes.CONTRACT))
            .addVar("changes", PolicyTypes.CHANGES)
            .addVar("upstreamContracts", PolicyTypes.CONTRACTS)
            .addVar(DriftValues.VARIABLE, PolicyTypes.reference(PolicyTypes.DRIFT))
            .addVar(BudgetValues.VARIABLE, PolicyTypes.reference(PolicyTypes.BUDGET))
            .addVar("semanticTypes", PolicyTypes.SEMANTIC_TYPES)
            .addVar("parameters", PolicyTypes.PARAMETERS)
            .addFunctionDeclarations(PolicyFunctions.declarations());
    switch (scope) {
      case CONTRACT -> {}
      case OBJECT -> builder.addVar("object", PolicyTypes.reference(PolicyTypes.OBJECT));
      case FIELD ->
          builder
              .addVar("object", PolicyTypes.reference(PolicyTypes.OBJECT))
              .addVar("field", PolicyTypes.reference(PolicyTypes.FIELD));
      case SLA -> builder.addVar("sla", PolicyTypes.reference(PolicyTypes.SLA));
      case QUALITY_RULE -> builder.addVar("rule", PolicyTypes.reference(PolicyTypes.QUALITY_RULE));
      case CHANGE -> builder.addVar("change", PolicyTypes.reference(PolicyTypes.CHANGE));
    }
    return builder.build();
  }

  static CelValidationResult compile(PolicyScope scope, String expression) {
    CelCompiler compiler = COMPILERS.get(scope);
    if (compiler == null) {
      throw new IllegalArgumentException("no language for scope " + scope);
    }
    return compiler.compile(expression);
  }

  static CelRuntime.Program program(CelAbstractSyntaxTree ast) throws CelEvaluationException {
    return RUNTIME.createProgram(ast);
  }

  static List<PolicyProblem> problems(CelValidationResult result) {
    return result.getErrors().stream().map(CelEnvironment::problem).toList();
  }

  private static PolicyProblem problem(CelIssue issue) {
    return new PolicyProblem(
        Math.max(1, issue.getSourceLocation().getLine()),
        Math.max(1, issue.getSourceLocation().getColumn() + 1),
        issue.getMessage());
  }
}
