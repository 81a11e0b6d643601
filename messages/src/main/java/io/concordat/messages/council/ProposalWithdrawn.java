package io.concordat.messages.council;

import io.concordat.messages.EventType;
import io.concordat.messages.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The author took the proposal back. */
@EventType("proposal.withdrawn")
public record ProposalWithdrawn(
    ProposalId proposal,
    int round,
    @Nullable String reason,
    Subject withdrawnBy,
    Instant withdrawnAt)
    implements ProposalEvent {

  @Override
  public String stream() {
    return proposal.stream();
  }
}
