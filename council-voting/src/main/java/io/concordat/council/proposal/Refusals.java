package io.concordat.council.proposal;

import io.concordat.messages.council.ProposalEvent;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.RejectionCode;

/** What several decisions about a proposal refuse alike. */
final class Refusals {

  private Refusals() {}

  static Decision<ProposalEvent> noSeat() {
    return Decision.reject(
        RejectionCode.NO_SEAT,
        "Only the representative of a domain, or its delegate, proposes and votes.");
  }

  static Decision<ProposalEvent> notTheAuthor() {
    return Decision.reject(
        RejectionCode.NOT_THE_AUTHOR, "Only who acts for the domain that proposes it may do this.");
  }

  static Decision<ProposalEvent> closed(ProposalState.Ended ended) {
    return Decision.reject(
        RejectionCode.PROPOSAL_CLOSED, "The proposal is " + ended.status() + ".");
  }
}
