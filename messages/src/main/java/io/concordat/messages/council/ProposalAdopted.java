package io.concordat.messages.council;

import io.concordat.messages.EventType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The proposal carried; the next policy set, or the council's other rules, were made in the same
 * transaction.
 *
 * @param policySet number of that set; null where the council's rules changed
 */
@EventType("proposal.adopted")
public record ProposalAdopted(
    ProposalId proposal, int round, @Nullable Integer policySet, Instant adoptedAt)
    implements ProposalEvent {

  @Override
  public String stream() {
    return proposal.stream();
  }
}
