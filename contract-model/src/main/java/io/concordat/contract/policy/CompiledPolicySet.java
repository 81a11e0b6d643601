package io.concordat.contract.policy;

import dev.cel.common.CelValidationException;
import dev.cel.common.values.MutableMapValue;
import dev.cel.runtime.CelEvaluationException;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyParameter;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A policy set ready to be evaluated. Compile it once and keep it; it is immutable, and any number
 * of threads may use it.
 */
public final class CompiledPolicySet {

  private static final Comparator<Violation> DOCUMENT_ORDER =
      Comparator.comparingInt((Violation violation) ->
              violation.line() == null ? Integer.MAX_VALUE : violation.line())
          .thenComparing(Violation::policy)
          .thenComparing(Violation::path)
          .thenComparing(Violation::message);

  private final PolicySet policySet;
  private final List<CompiledPolicy> policies;
  private final Map<Policy, String> broken;
  private final Map<?, ?> semanticTypes;
  private final Map<String, Double> parameters;
  private final boolean asksPrevious;
  private final boolean asksUpstream;
  private final boolean asksDrift;
  private final boolean asksBudget;
  private final long mostStepsOfOne;

  private CompiledPolicySet(
      PolicySet policySet,
      List<CompiledPolicy> policies,
      Map<Policy, String> broken,
      long mostStepsOfOne) {
    this.policySet = policySet;
    this.mostStepsOfOne = mostStepsOfOne;
    this.policies = List.copyOf(policies);
    this.broken = broken;
    this.semanticTypes = asIs(PolicyValues.semanticTypes(policySet.semanticTypes()));
    this.parameters = parameters(policySet);
    this.asksPrevious =
        policies.stream()
            .anyMatch(policy ->
                policy.policy().scope() == PolicyScope.CHANGE
                    || policy.variables().contains("previous")
                    || policy.variables().contains("changes"));
    this.asksUpstream =
        policies.stream().anyMatch(policy -> policy.variables().contains("upstreamContracts"));
    this.asksDrift =
        policies.stream().anyMatch(policy -> policy.variables().contains(DriftValues.VARIABLE));
    this.asksBudget =
        policies.stream().anyMatch(policy -> policy.variables().contains(BudgetValues.VARIABLE));
  }

  /**
   * Compiles all policies of a set. Does not throw: a policy that does not compile, which the
   * council's own check keeps out of every set, is violated by every document.
   */
  public static CompiledPolicySet compile(PolicySet policySet) {
    return compile(policySet, Meter.MAX_STEPS);
  }

  /** As {@link #compile}, for the examples of policies: each may take a tenth of the steps. */
  public static CompiledPolicySet forExamples(PolicySet policySet) {
    return compile(policySet, Meter.MAX_STEPS_OF_EXAMPLE);
  }

  private static CompiledPolicySet compile(PolicySet policySet, long mostStepsOfOne) {
    List<CompiledPolicy> compiled = new ArrayList<>();
    Map<Policy, String> broken = new LinkedHashMap<>();
    Set<String> parameters =
        policySet.parameters().stream().map(PolicyParameter::name).collect(Collectors.toSet());
    for (Policy policy : policySet.policies()) {
      try {
        CompiledPolicy made = CompiledPolicy.of(policy);
        List<PolicyProblem> unknown = ParameterNames.problems(made.ast(), parameters);
        if (unknown.isEmpty()) {
          compiled.add(made);
        } else {
          broken.put(policy, unknown.toString());
        }
      } catch (CelValidationException | CelEvaluationException notCompiled) {
        broken.put(policy, String.valueOf(notCompiled.getMessage()));
      }
    }
    return new CompiledPolicySet(policySet, compiled, broken, mostStepsOfOne);
  }

  /** The set's number, from 1. */
  public int number() {
    return policySet.number();
  }

  /** Whether a policy asks for the version before or for what has changed since. */
  public boolean asksPrevious() {
    return asksPrevious;
  }

  /** Whether a policy asks for the documents of upstream contracts. */
  public boolean asksUpstream() {
    return asksUpstream;
  }

  /** Whether a policy asks for what jobs were seen to do. */
  public boolean asksDrift() {
    return asksDrift;
  }

  /** Whether a policy asks for what is left of error budgets. */
  public boolean asksBudget() {
    return asksBudget;
  }

  /** The set as it was compiled. */
  public PolicySet policySet() {
    return policySet;
  }

  /**
   * Holds a contract against every policy.
   *
   * @return all violations in document order; the same input gives the same list. Waivers are not
   *     looked at
   */
  public List<Violation> evaluate(Judged judged) {
    PolicyValues values = PolicyValues.of(judged.contract(), judged.unknownUpstream());
    Map<String, Object> mesh = new HashMap<>();
    mesh.put("contract", values.contract());
    mesh.put("semanticTypes", semanticTypes);
    mesh.put("parameters", asIs(parameters));
    mesh.put("previous", asksPrevious ? previous(judged) : PolicyValues.NO_CONTRACT);
    mesh.put("upstreamContracts", asIs(asksUpstream ? upstream(judged) : Map.of()));
    mesh.put(DriftValues.VARIABLE, DriftValues.of(judged.drift()));
    mesh.put(BudgetValues.VARIABLE, BudgetValues.of(judged.budget()));
    List<PolicyStruct> changes =
        asksPrevious ? PolicyValues.changes(judged.changes(), judged.contract()) : List.of();
    mesh.put("changes", changes);
    Elements elements = new Elements(mesh, values, changes);
    List<Violation> violations = new ArrayList<>();
    broken.forEach((policy, reason) ->
        violations.add(
            Evaluation.failed(
                policy, values.contract().place(), "it does not compile: " + reason)));
    long left = Meter.MAX_STEPS_OF_SET;
    for (CompiledPolicy policy : policies) {
      Meter meter = new Meter(policy.charactersPerStep(), mostStepsOfOne, left);
      violations.addAll(
          new Evaluation(policy, elements.of(policy.policy().scope()), parameters, meter).run());
      left = Math.max(0, left - meter.steps());
    }
    violations.sort(DOCUMENT_ORDER);
    return List.copyOf(violations);
  }

  private static PolicyStruct previous(Judged judged) {
    return judged.previous() == null
        ? PolicyValues.NO_CONTRACT
        : PolicyValues.of(judged.previous(), Set.of()).contract();
  }

  private static Map<String, PolicyStruct> upstream(Judged judged) {
    Map<String, PolicyStruct> contracts = new LinkedHashMap<>();
    judged
        .upstream()
        .forEach(
            (id, contract) -> contracts.put(id, PolicyValues.of(contract, Set.of()).contract()));
    return contracts;
  }

  /** A map that CEL takes as it is; of others it looks at every entry each time it is named. */
  private static Map<?, ?> asIs(Map<?, ?> map) {
    return MutableMapValue.create(map);
  }

  private static Map<String, Double> parameters(PolicySet policySet) {
    Map<String, Double> values = new LinkedHashMap<>();
    policySet
        .parameters()
        .forEach(parameter -> values.put(parameter.name(), parameter.value().doubleValue()));
    return values;
  }
}
