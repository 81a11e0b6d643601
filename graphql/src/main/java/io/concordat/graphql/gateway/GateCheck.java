package io.concordat.graphql.gateway;

import io.concordat.messages.contract.ContractId;
import io.concordat.messages.policy.Verdict;

/** The gate without consequences. Blocks. */
public interface GateCheck {

  /** What the gate says to the document under the policy set in force now. */
  Verdict check(ContractId contract, String document);
}
