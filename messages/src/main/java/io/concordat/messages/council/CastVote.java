package io.concordat.messages.council;

import io.concordat.messages.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Casts or changes the vote of the caller's domain.
 *
 * <p>Emits {@code proposal.vote-cast}, and {@code proposal.sent-back} where the vote is the
 * objection that reaches the limit; rejects with {@code PROPOSAL_NOT_FOUND}, {@code NO_SEAT},
 * {@code VOTING_NOT_OPEN}, {@code VOTED_FOR_ANOTHER_DOMAIN}, {@code OBJECTION_NEEDS_REASON}.
 *
 * @param reason why, at most 4,000 characters; an objection needs one
 * @param requestedChange what would turn an objection into consent, at most 4,000 characters; an
 *     objection needs one
 */
public record CastVote(
    ProposalId proposal,
    VoteChoice choice,
    @Nullable String reason,
    @Nullable String requestedChange)
    implements ProposalCommand {

  public CastVote {
    reason = Shape.optionalText("reason", reason, 4_000);
    requestedChange = Shape.optionalText("requestedChange", requestedChange, 4_000);
  }

  @Override
  public String stream() {
    return proposal.stream();
  }
}
