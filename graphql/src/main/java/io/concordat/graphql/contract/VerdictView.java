package io.concordat.graphql.contract;

import io.concordat.graphql.gateway.GateCheck;
import io.concordat.messages.contract.ContractChange;
import io.concordat.messages.contract.ContractVersionView;
import io.concordat.messages.policy.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The verdict on a document, with what has changed. */
record VerdictView(
    boolean passed,
    int policySet,
    List<ViolationView> violations,
    List<ContractChange> changes,
    @Nullable String suggestedVersion) {

  /** On a submission that was published or rejected. */
  static VerdictView of(ContractVersionView version) {
    return of(version.verdict(), version.changes(), null);
  }

  /** On a document that is only checked. */
  static VerdictView of(GateCheck.Checked checked) {
    return of(checked.verdict(), checked.changes(), checked.suggestedVersion());
  }

  static VerdictView of(
      Verdict verdict, List<ContractChange> changes, @Nullable String suggestedVersion) {
    return new VerdictView(
        verdict.passed(),
        verdict.policySet(),
        ViolationView.of(verdict),
        changes,
        suggestedVersion);
  }
}
