package io.concordat.messages.council;

import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proposal as it is read.
 *
 * @param round number of the current round
 * @param rounds all rounds, the current one last
 * @param policySet number of the policy set that it made; null where it was not adopted
 */
public record ProposalView(
    ProposalId id,
    ProposalStatus status,
    DomainId author,
    Subject openedBy,
    Instant openedAt,
    @Nullable Instant effectiveFrom,
    int round,
    List<RoundView> rounds,
    @Nullable Integer policySet) {

  /** The round that goes on or was the last one. */
  public RoundView current() {
    return rounds.getLast();
  }
}
