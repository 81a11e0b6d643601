package io.concordat.graphql.gateway;

import io.concordat.messages.contract.ContractChange;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.policy.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gate without consequences. Blocks. */
public interface GateCheck {

  /**
   * What publishing the document now would meet: the policy set in force, and the latest release.
   * The very document of a version that is served is not judged again, as publishing it changes
   * nothing: the answer is the verdict that the version has.
   */
  Checked check(ContractId contract, String document);

  /**
   * What the gate says.
   *
   * @param changes against the latest release, worst first; empty where there is none, or where the
   *     document is no contract
   * @param suggestedVersion the smallest release that is a large enough step; null in the same
   *     cases, and where the document is served already
   */
  record Checked(Verdict verdict, List<ContractChange> changes, @Nullable String suggestedVersion) {

    public Checked {
      changes = List.copyOf(changes);
    }
  }
}
