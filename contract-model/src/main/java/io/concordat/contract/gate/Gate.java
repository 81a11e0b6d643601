package io.concordat.contract.gate;

import io.concordat.contract.change.Comparison;
import io.concordat.contract.odcs.OdcsContract;
import io.concordat.contract.odcs.OdcsReader;
import io.concordat.contract.odcs.ReadResult;
import io.concordat.contract.outline.Outlines;
import io.concordat.contract.policy.CompiledPolicySet;
import io.concordat.contract.policy.Judged;
import io.concordat.contract.tree.Mapping;
import io.concordat.contract.tree.Span;
import io.concordat.messages.contract.BudgetRead;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.DriftRead;
import io.concordat.messages.policy.Severity;
import io.concordat.messages.policy.Verdict;
import io.concordat.messages.policy.Violation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds documents against policy sets. There is no other approval. */
public final class Gate {

  private Gate() {}

  /**
   * Reads a document and, where it is a valid contract, holds it against every policy. Pure but for
   * what it asks of the lookup: the same answers give the same result. No document makes it throw;
   * what the lookup throws passes through.
   *
   * @param upstream finds the contracts that the document declares upstream
   */
  public static GateResult evaluate(
      Submission submission, CompiledPolicySet policies, UpstreamLookup upstream) {
    ReadResult read = OdcsReader.read(submission.document());
    OdcsContract contract = read.contract();
    if (contract == null) {
      return refused(read, policies, read.violations());
    }
    if (!contract.id().equals(submission.contractId())) {
      return refused(read, policies, List.of(otherId(contract, submission.contractId())));
    }
    Upstream found = Upstream.of(contract, upstream);
    ContractOutline outline = Outlines.of(contract);
    DriftRead drift =
        policies.asksDrift()
            ? upstream
                .drift(submission.contractId(), outline, submission.at())
                .orElseGet(() -> DriftRead.unknown(submission.at()))
            : null;
    BudgetRead budget =
        policies.asksBudget()
            ? upstream
                .budget(submission.contractId(), submission.at())
                .orElseGet(() -> BudgetRead.unknown(submission.at()))
            : null;
    List<Violation> violations =
        policies.evaluate(judged(submission, contract, found, drift, budget, policies)).stream()
            .map(violation -> waived(violation, submission, policies))
            .toList();
    return new GateResult(
        contract,
        outline,
        read.version(),
        new Verdict(policies.number(), violations),
        found.reads(),
        drift,
        budget);
  }

  private static GateResult refused(
      ReadResult read, CompiledPolicySet policies, List<Violation> violations) {
    return new GateResult(
        null,
        null,
        read.version(),
        new Verdict(policies.number(), violations),
        List.of(),
        null,
        null);
  }

  private static Judged judged(
      Submission submission,
      OdcsContract contract,
      Upstream found,
      @Nullable DriftRead drift,
      @Nullable BudgetRead budget,
      CompiledPolicySet policies) {
    OdcsContract previous =
        submission.previousDocument() != null && policies.asksPrevious()
            ? OdcsReader.read(submission.previousDocument()).contract()
            : null;
    return new Judged(
        contract,
        found.unknown(),
        previous,
        previous == null ? List.of() : Comparison.of(previous, contract).changes(),
        policies.asksUpstream() ? found.contracts() : Map.of(),
        drift,
        budget);
  }

  private static Violation waived(
      Violation violation, Submission submission, CompiledPolicySet policies) {
    return policies
        .policySet()
        .waiver(violation.policy(), submission.contractId(), submission.at())
        .map(waiver -> violation.under(waiver.id()))
        .orElse(violation);
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
}
