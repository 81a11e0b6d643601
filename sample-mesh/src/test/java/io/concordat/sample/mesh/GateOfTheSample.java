package io.concordat.sample.mesh;

import io.concordat.contract.foundation.Foundation;
import io.concordat.contract.gate.Gate;
import io.concordat.contract.gate.GateResult;
import io.concordat.contract.gate.Submission;
import io.concordat.contract.gate.UpstreamLookup;
import io.concordat.contract.policy.CompiledPolicySet;
import io.concordat.messages.policy.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The gate with the policies that a mesh starts with. */
public final class GateOfTheSample {

  private static final CompiledPolicySet FIRST =
      CompiledPolicySet.compile(Foundation.policySet(Instant.parse("2026-01-01T00:00:00Z")));

  private static final Pattern REFERENCE =
      Pattern.compile("([a-z0-9-]+/[a-z0-9-]+/[a-z0-9-]+)#([A-Za-z0-9_]+\\.[A-Za-z0-9_.\\[\\]]+)");

  private GateOfTheSample() {}

  /** What is wrong with all documents together, one line each; empty where all pass. */
  public static List<String> judge(List<ContractDocument> documents, Set<String> published) {
    return documents.parallelStream()
        .flatMap(document ->
            judge(document.id(), document.text(), published).verdict().violations().stream()
                .map(violation -> document.source() + ":" + told(violation)))
        .toList();
  }

  /** What the gate says of one document. */
  public static GateResult judge(String contract, String text, Set<String> published) {
    return Gate.evaluate(
        Submission.first(contract, text, Instant.EPOCH),
        FIRST,
        UpstreamLookup.existing(published::contains));
  }

  /** Families whose policies a document breaks. */
  public static Set<String> families(GateResult result) {
    Set<String> families = new TreeSet<>();
    result
        .verdict()
        .violations()
        .forEach(violation ->
            families.add(
                Foundation.policies().stream()
                    .filter(policy -> policy.id().equals(violation.policy()))
                    .map(policy -> policy.family().name())
                    .findFirst()
                    .orElse(violation.policy())));
    return families;
  }

  private static String told(Violation violation) {
    return violation.line()
        + ": "
        + violation.policy()
        + " at "
        + violation.path()
        + ": "
        + violation.message();
  }

  /**
   * Field lineage that names an undeclared contract or a field that is not there, one line each.
   */
  public static List<String> brokenLineage(Mesh mesh) {
    Map<String, Set<String>> fields = fields(mesh);
    return Stream.concat(mesh.contracts().stream(), mesh.successors().stream())
        .flatMap(contract ->
            REFERENCE
                .matcher(contract.text())
                .results()
                .filter(reference ->
                    !contract.upstream().contains(reference.group(1))
                        || !fields
                            .getOrDefault(reference.group(1), Set.of())
                            .contains(reference.group(2)))
                .map(reference -> contract.source() + " -> " + reference.group()))
        .toList();
  }

  /** All fields of the first versions as {@code object.field}, by contract. */
  public static Map<String, Set<String>> fields(Mesh mesh) {
    return mesh.contracts().parallelStream()
        .collect(Collectors.toMap(ContractDocument::id, GateOfTheSample::fields));
  }

  private static Set<String> fields(ContractDocument contract) {
    GateResult result =
        Gate.evaluate(
            Submission.first(contract.id(), contract.text(), Instant.EPOCH),
            FIRST,
            UpstreamLookup.existing(_ -> true));
    return result.outline().objects().stream()
        .flatMap(
            object -> object.fields().stream().map(field -> object.name() + "." + field.path()))
        .collect(Collectors.toSet());
  }
}
