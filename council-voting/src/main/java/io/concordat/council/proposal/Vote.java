package io.concordat.council.proposal;

import io.concordat.messages.council.CastVote;
import io.concordat.messages.council.VoteCast;
import io.concordat.messages.council.VoteChoice;
import org.jspecify.annotations.Nullable;

/**
 * What a domain says in a round.
 *
 * @param reason null where none is given
 * @param requestedChange null where none is asked
 */
record Vote(VoteChoice choice, @Nullable String reason, @Nullable String requestedChange) {

  static Vote of(CastVote command) {
    return new Vote(command.choice(), command.reason(), command.requestedChange());
  }

  static Vote of(VoteCast event) {
    return new Vote(event.choice(), event.reason(), event.requestedChange());
  }

  boolean objects() {
    return choice == VoteChoice.OBJECT;
  }

  /** An objection says why, and what would turn it into consent. */
  boolean wellFounded() {
    return !objects() || (reason != null && requestedChange != null);
  }
}
