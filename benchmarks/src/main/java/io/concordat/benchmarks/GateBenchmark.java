package io.concordat.benchmarks;

import io.concordat.contract.foundation.Foundation;
import io.concordat.contract.gate.Gate;
import io.concordat.contract.gate.GateResult;
import io.concordat.contract.gate.Submission;
import io.concordat.contract.gate.UpstreamLookup;
import io.concordat.contract.odcs.Field;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.contract.policy.CompiledPolicySet;
import io.concordat.contract.policy.Judged;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyFamily;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.SemanticType;
import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long the gate takes for a contract of 200 fields and 100 policies, reading the document and
 * all, and how much longer a rule in CEL takes than the same rule in Java. The policies are the
 * five of the foundation, each twenty times under other ids.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx512m")
public class GateBenchmark {

  private static final int FIELDS = 200;
  private static final int COPIES = 20;
  private static final Policy ONE_RULE =
      new Policy(
          "one-rule",
          "Every field maps to a semantic type that fits",
          PolicyFamily.SCHEMA,
          PolicyScope.FIELD,
          Severity.ERROR,
          "!field.isLeaf || (field.semanticType in semanticTypes"
              + " && field.logicalType in semanticTypes[field.semanticType].logicalTypes)",
          "Map {name}.",
          "For the comparison.");

  private final String document = PlainContract.document("load/gate/one", "1.0.0", FIELDS);
  private final OdcsContract contract =
      Objects.requireNonNull(OdcsReader.read(document).contract());
  private final CompiledPolicySet hundred = CompiledPolicySet.compile(set(hundredPolicies()));
  private final CompiledPolicySet one = CompiledPolicySet.compile(set(List.of(ONE_RULE)));
  private final Map<String, SemanticType> semanticTypes =
      Foundation.semanticTypes().stream()
          .collect(Collectors.toMap(SemanticType::name, Function.identity()));

  /** Runs it as a program. */
  public static void main(String[] args) throws RunnerException {
    new Runner(new OptionsBuilder().include(GateBenchmark.class.getName()).build()).run();
  }

  /** Looks at what is judged, so that no figure is of nothing. */
  @Setup
  public void look() {
    GateResult result = gate();
    if (!result.passed() || hundred.policySet().policies().size() != 100) {
      throw new IllegalStateException("not what was meant: " + result.verdict());
    }
    if (Field.of(contract.objects().getFirst()).size() != FIELDS
        || !oneRuleInCel().isEmpty()
        || !oneRuleInJava()) {
      throw new IllegalStateException("the two rules do not agree");
    }
  }

  /** What a publication or a check asks of the gate. */
  @Benchmark
  public GateResult gate() {
    return Gate.evaluate(
        Submission.first(contract.id(), document, Instant.EPOCH),
        hundred,
        UpstreamLookup.existing(_ -> true));
  }

  /** The policies alone, of a contract that was read before. */
  @Benchmark
  public List<Violation> policies() {
    return hundred.evaluate(Judged.first(contract, Set.of()));
  }

  /** One rule over all fields, in CEL. */
  @Benchmark
  public List<Violation> oneRuleInCel() {
    return one.evaluate(Judged.first(contract, Set.of()));
  }

  /** The baseline: the same rule over the same fields, in Java. */
  @Benchmark
  public boolean oneRuleInJava() {
    for (Field field : Field.of(contract.objects().getFirst())) {
      if (field.leaf()) {
        SemanticType type = semanticTypes.get(Objects.requireNonNullElse(field.semanticType(), ""));
        if (type == null || !type.logicalTypes().contains(field.property().logicalType())) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<Policy> hundredPolicies() {
    List<Policy> policies = new ArrayList<>();
    for (Policy policy : Foundation.policies()) {
      for (int copy = 0; copy < COPIES; copy++) {
        policies.add(
            new Policy(
                policy.id() + "-" + copy,
                policy.title(),
                policy.family(),
                policy.scope(),
                policy.severity(),
                policy.expression(),
                policy.message(),
                policy.documentation()));
      }
    }
    return policies;
  }

  private static PolicySet set(List<Policy> policies) {
    return new PolicySet(
        1, Instant.EPOCH, policies, Foundation.semanticTypes(), Foundation.parameters(), List.of());
  }
}
