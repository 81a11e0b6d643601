package io.concordat.cli.council;

import io.concordat.cli.input.Input;
import io.concordat.cli.policy.PolicyFile;
import io.concordat.cli.report.Finding;
import io.concordat.cli.report.Level;
import io.concordat.cli.report.Outcome;
import io.concordat.cli.report.Sheet;
import io.concordat.contract.example.ExampleResult;
import io.concordat.contract.example.PolicyExamples;
import io.concordat.contract.gate.Gate;
import io.concordat.contract.gate.GateResult;
import io.concordat.contract.gate.Submission;
import io.concordat.contract.gate.UpstreamLookup;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.contract.policy.CompiledPolicySet;
import io.concordat.contract.policy.PolicyCompiler;
import io.concordat.contract.policy.PolicyProblem;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Scalar;
import io.concordat.contract.tree.Sequence;
import io.concordat.contract.tree.Span;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyExample;
import io.concordat.messages.policy.PolicySet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs what policy files say of themselves: that they compile, and that their examples show what
 * they say.
 *
 * @param surroundings semantic types and parameters that policies may name
 */
record PolicyTesting(PolicySet surroundings) {

  private static final String CEL = "cel";
  private static final String EXAMPLE = "example";

  /**
   * A file that was tested.
   *
   * @param policy null where it holds none that compiles
   */
  record Tested(Sheet sheet, @Nullable Policy policy) {}

  /** Tests one file. */
  Tested test(Input input) {
    return switch (input) {
      case Input.Unreadable unreadable ->
          new Tested(
              Sheet.unknown(unreadable.name(), Outcome.UNREADABLE, unreadable.problem()), null);
      case Input.Text text -> {
        PolicyFile file = PolicyFile.read(text.text());
        Policy policy = file.policy();
        if (policy == null) {
          yield new Tested(Sheet.of(text.name(), null, null, file.findings()), null);
        }
        List<Finding> compile =
            PolicyCompiler.check(policy, surroundings.parameters()).stream()
                .map(problem -> finding(file, problem))
                .toList();
        yield compile.isEmpty()
            ? new Tested(Sheet.of(text.name(), null, null, examples(file, policy)), policy)
            : new Tested(Sheet.of(text.name(), null, null, compile), null);
      }
    };
  }

  /**
   * What policies would say of a contract, told as something that fails nothing.
   *
   * @param document a contract that can be read
   */
  Sheet against(Input.Text document, OdcsContract contract, List<Policy> policies) {
    CompiledPolicySet compiled =
        CompiledPolicySet.compile(
            new PolicySet(
                1,
                Instant.EPOCH,
                policies,
                surroundings.semanticTypes(),
                surroundings.parameters(),
                List.of()));
    GateResult result =
        Gate.evaluate(
            Submission.first(contract.id(), document.text(), Instant.EPOCH),
            compiled,
            UpstreamLookup.existing(_ -> true));
    return Sheet.of(
        document.name(),
        contract.id(),
        result.version(),
        result.verdict().violations().stream()
            .map(violation ->
                new Finding(
                    Level.WARNING,
                    violation.policy(),
                    violation.path(),
                    violation.line(),
                    null,
                    violation.message(),
                    null))
            .toList());
  }

  /** A contract as it is read; null where it is none. */
  static @Nullable OdcsContract contract(Input input) {
    return input instanceof Input.Text text ? OdcsReader.read(text.text()).contract() : null;
  }

  private List<Finding> examples(PolicyFile file, Policy policy) {
    List<ExampleResult> results =
        PolicyExamples.run(policy, surroundings.semanticTypes(), surroundings.parameters());
    List<Finding> findings = new ArrayList<>();
    for (int index = 0; index < results.size(); index++) {
      if (!results.get(index).holds()) {
        Span at = placeOf(file, index);
        findings.add(
            new Finding(
                Level.ERROR,
                EXAMPLE,
                "$.examples[" + index + "]",
                at == null ? null : Integer.valueOf(at.line()),
                at == null ? null : Integer.valueOf(at.column()),
                results.get(index).complaint(),
                null));
      }
    }
    Stream.of(
            lacking(policy, PolicyExample::passes, "keeps it"),
            lacking(policy, example -> !example.passes(), "breaks it"))
        .flatMap(List::stream)
        .forEach(findings::add);
    return findings;
  }

  private static List<Finding> lacking(
      Policy policy, Predicate<PolicyExample> kind, String spoken) {
    return policy.examples().stream().anyMatch(kind)
        ? List.of()
        : List.of(
            new Finding(
                Level.WARNING,
                EXAMPLE,
                "$.examples",
                null,
                null,
                "The policy has no example that " + spoken + ".",
                null));
  }

  private static @Nullable Span placeOf(PolicyFile file, int example) {
    Mapping root = file.root();
    return root != null && root.get("examples") instanceof Sequence list
        ? list.items().get(example).span()
        : null;
  }

  /** A place in an expression, as a place in its file. */
  private static Finding finding(PolicyFile file, PolicyProblem problem) {
    Scalar expression = file.scalar("expression");
    Integer line = null;
    Integer column = null;
    if (expression != null) {
      switch (expression.style()) {
        case LITERAL -> line = expression.span().line() + problem.line();
        case FOLDED -> line = expression.span().line() + 1;
        case PLAIN -> {
          line = expression.span().line();
          column =
              problem.line() == 1
                  ? Integer.valueOf(expression.span().column() + problem.column() - 1)
                  : null;
        }
        case SINGLE_QUOTED, DOUBLE_QUOTED -> line = expression.span().line();
      }
    }
    return new Finding(Level.ERROR, CEL, "$.expression", line, column, problem.toString(), null);
  }
}
