package io.concordat.contract.policy;

import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
  private final Map<String, PolicyStruct> semanticTypes;

  private CompiledPolicySet(
      PolicySet policySet, List<CompiledPolicy> policies, Map<Policy, String> broken) {
    this.policySet = policySet;
    this.policies = List.copyOf(policies);
    this.broken = broken;
    this.semanticTypes = PolicyValues.semanticTypes(policySet.semanticTypes());
  }

  /**
   * Compiles all policies of a set. Does not throw: a policy that does not compile, which the
   * council's own check keeps out of every set, is violated by every document.
   */
  public static CompiledPolicySet compile(PolicySet policySet) {
    List<CompiledPolicy> compiled = new ArrayList<>();
    Map<Policy, String> broken = new LinkedHashMap<>();
    for (Policy policy : policySet.policies()) {
      try {
        compiled.add(CompiledPolicy.of(policy));
      } catch (CelValidationException | CelEvaluationException notCompiled) {
        broken.put(policy, String.valueOf(notCompiled.getMessage()));
      }
    }
    return new CompiledPolicySet(policySet, compiled, broken);
  }

  /** The set's number, from 1. */
  public int number() {
    return policySet.number();
  }

  /** The set as it was compiled. */
  public PolicySet policySet() {
    return policySet;
  }

  /**
   * Holds a contract against every policy.
   *
   * @param unknownUpstream those contracts of the declared upstream that do not exist
   * @return all violations in document order; the same contract gives the same list
   */
  public List<Violation> evaluate(OdcsContract contract, Set<String> unknownUpstream) {
    PolicyValues values = PolicyValues.of(contract, unknownUpstream);
    List<Violation> violations = new ArrayList<>();
    broken.forEach((policy, reason) ->
        violations.add(
            Evaluation.failed(
                policy, values.contract().place(), "it does not compile: " + reason)));
    for (CompiledPolicy policy : policies) {
      violations.addAll(new Evaluation(policy, semanticTypes, values).run());
    }
    violations.sort(DOCUMENT_ORDER);
    return List.copyOf(violations);
  }
}
