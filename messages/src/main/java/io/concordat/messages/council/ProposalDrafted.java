package io.concordat.messages.council;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.ProposedChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text was saved; it is not under discussion.
 *
 * @param author the domain whose draft it is
 * @param effectiveFrom from when an adopted change is in force, null for at once
 */
@EventType("proposal.drafted")
public record ProposalDrafted(
    ProposalId proposal,
    DomainId author,
    Subject draftedBy,
    String title,
    String rationale,
    ProposedChange change,
    @Nullable Instant effectiveFrom,
    Instant draftedAt)
    implements ProposalEvent {
  @Override
  public String stream() {
    return proposal.stream();
  }
}
