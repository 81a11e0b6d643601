package io.concordat.council.proposal;

import io.concordat.messages.council.ProposalDraftEdited;
import io.concordat.messages.council.ProposalDrafted;
import io.concordat.messages.policy.ProposedChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The text of a draft as it was saved last.
 *
 * @param effectiveFrom from when an adopted change is in force, null for at once
 */
record Draft(
    String title, String rationale, ProposedChange change, @Nullable Instant effectiveFrom) {

  static Draft of(ProposalDrafted event) {
    return new Draft(event.title(), event.rationale(), event.change(), event.effectiveFrom());
  }

  static Draft of(ProposalDraftEdited event) {
    return new Draft(event.title(), event.rationale(), event.change(), event.effectiveFrom());
  }
}
