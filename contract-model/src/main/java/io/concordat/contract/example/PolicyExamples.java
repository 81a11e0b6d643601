package io.concordat.contract.example;

import io.concordat.contract.Digest;
import io.concordat.contract.gate.Gate;
import io.concordat.contract.gate.GateResult;
import io.concordat.contract.gate.Submission;
import io.concordat.contract.gate.UpstreamContract;
import io.concordat.contract.gate.UpstreamLookup;
import io.concordat.contract.policy.CompiledPolicySet;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyExample;
import io.concordat.messages.policy.PolicyParameter;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.SemanticType;
import io.concordat.messages.policy.Violation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds a policy against its own examples, the way the gate would.
 *
 * <p>In an example every contract exists, as a copy of the specimen, save those of the domain
 * {@code unknown}, and no job was seen to do anything.
 */
public final class PolicyExamples {

  private static final String UNKNOWN = "unknown/";

  private PolicyExamples() {}

  /**
   * Runs all examples of a policy, in their order. Never throws; a policy that does not compile
   * breaks every example.
   *
   * @param semanticTypes that the policy may name
   * @param parameters that the policy may name
   */
  public static List<ExampleResult> run(
      Policy policy, List<SemanticType> semanticTypes, List<PolicyParameter> parameters) {
    if (policy.examples().isEmpty()) {
      return List.of();
    }
    CompiledPolicySet alone =
        CompiledPolicySet.forExamples(
            new PolicySet(1, Instant.EPOCH, List.of(policy), semanticTypes, parameters, List.of()));
    return policy.examples().stream().map(example -> run(policy, example, alone)).toList();
  }

  private static ExampleResult run(Policy policy, PolicyExample example, CompiledPolicySet alone) {
    Specimen.Variant document = Specimen.with(example.document());
    Specimen.Variant previous =
        example.previous() == null
            ? new Specimen.Variant(null, List.of())
            : Specimen.with(example.previous());
    if (document.document() == null || !previous.problems().isEmpty()) {
      List<String> problems = new ArrayList<>(document.problems());
      problems.addAll(previous.problems());
      return new ExampleResult(example, List.of(), problems);
    }
    GateResult result =
        Gate.evaluate(
            new Submission(
                Specimen.idOf(document.document()),
                document.document(),
                previous.document(),
                Instant.EPOCH),
            alone,
            UpstreamLookup.withoutJobs(PolicyExamples::upstream));
    List<Violation> all = result.verdict().violations();
    if (result.contract() == null) {
      return new ExampleResult(
          example,
          List.of(),
          all.stream().map(violation -> violation.path() + ": " + violation.message()).toList());
    }
    return new ExampleResult(
        example,
        all.stream().filter(violation -> violation.policy().equals(policy.id())).toList(),
        List.of());
  }

  private static Optional<UpstreamContract> upstream(String id) {
    if (id.startsWith(UNKNOWN)) {
      return Optional.empty();
    }
    String document = Specimen.as(id);
    return Optional.of(
        new UpstreamContract(
            id, Specimen.VERSION, Digest.sha256(document), () -> Optional.of(document)));
  }
}
