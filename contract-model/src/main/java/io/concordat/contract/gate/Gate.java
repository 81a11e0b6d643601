package io.concordat.contract.gate;

import io.concordat.contract.odcs.CustomProperties;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.contract.odcs.Outlines;
import io.concordat.contract.odcs.ReadResult;
import io.concordat.contract.policy.CompiledPolicySet;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Span;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.Verdict;
import io.concordat.messages.policy.Violation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Holds documents against policy sets. There is no other approval. */
public final class Gate {

  private Gate() {}

  /**
   * Reads a document and, where it is a valid contract, holds it against every policy. Pure but for
   * what it asks of the lookup: the same answers give the same result. No document makes it throw;
   * what the lookup throws passes through.
   *
   * @param contractId as which the document was submitted; its own id must be the same
   * @param document YAML or JSON
   * @param upstream tells which contracts exist
   */
  public static GateResult evaluate(
      String contractId, String document, CompiledPolicySet policies, UpstreamLookup upstream) {
    ReadResult read = OdcsReader.read(document);
    OdcsContract contract = read.contract();
    if (contract == null) {
      return new GateResult(
          null, null, read.version(), new Verdict(policies.number(), read.violations()));
    }
    if (!contract.id().equals(contractId)) {
      Violation otherId = otherId(contract, contractId);
      return new GateResult(
          null, null, read.version(), new Verdict(policies.number(), List.of(otherId)));
    }
    List<Violation> violations = policies.evaluate(contract, unknown(contract, upstream));
    return new GateResult(
        contract,
        Outlines.of(contract),
        read.version(),
        new Verdict(policies.number(), violations));
  }

  private static Violation otherId(OdcsContract contract, String contractId) {
    Span span =
        contract.at().node() instanceof Mapping root
            ? root.spanOf("id")
            : contract.at().node().span();
    return new Violation(
        "odcs",
        Severity.ERROR,
        "$.id",
        span.line(),
        span.column(),
        "The document's id is '%s', but it was submitted as '%s'; make them the same."
            .formatted(contract.id(), contractId));
  }

  private static Set<String> unknown(OdcsContract contract, UpstreamLookup upstream) {
    Set<String> unknown = new LinkedHashSet<>();
    for (String id : CustomProperties.upstream(contract).orElse(List.of())) {
      if (!isContractId(id) || !upstream.exists(id)) {
        unknown.add(id);
      }
    }
    return unknown;
  }

  private static boolean isContractId(String text) {
    try {
      return new ContractId(text).value().equals(text);
    } catch (InvalidValue notAnId) {
      return false;
    }
  }
}
