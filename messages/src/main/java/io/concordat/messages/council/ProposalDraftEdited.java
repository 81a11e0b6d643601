package io.concordat.messages.council;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import io.concordat.messages.policy.ProposedChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Another text was saved in the place of the one before.
 *
 * @param effectiveFrom from when an adopted change is in force, null for at once
 */
@EventType("proposal.draft-edited")
public record ProposalDraftEdited(
    ProposalId proposal,
    Subject editedBy,
    String title,
    String rationale,
    ProposedChange change,
    @Nullable Instant effectiveFrom,
    Instant editedAt)
    implements ProposalEvent {
  @Override
  public String stream() {
    return proposal.stream();
  }
}
