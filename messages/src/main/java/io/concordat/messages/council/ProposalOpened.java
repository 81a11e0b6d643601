package io.concordat.messages.council;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.ProposedChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A proposal is under discussion; round 1 begins.
 *
 * @param author the domain that proposes
 * @param effectiveFrom from when an adopted change is in force, null for at once
 */
@EventType("proposal.opened")
public record ProposalOpened(
    ProposalId proposal,
    DomainId author,
    Subject openedBy,
    String title,
    String rationale,
    ProposedChange change,
    @Nullable Instant effectiveFrom,
    Instant openedAt)
    implements ProposalEvent {

  @Override
  public String stream() {
    return proposal.stream();
  }
}
