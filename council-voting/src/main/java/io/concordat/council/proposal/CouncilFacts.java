package io.concordat.council.proposal;

import io.concordat.council.policyset.PolicySetState;
import io.concordat.council.seat.CouncilState;
import java.util.List;

/**
 * What a decision about a proposal may know of other streams.
 *
 * @param council seats and rules
 * @param policySets needed to open, revise and adopt; empty for all else
 * @param problems what the compiler says of the policy that the command brings
 */
record CouncilFacts(CouncilState council, PolicySetState policySets, List<String> problems) {

  /** For decisions that look at the council only. */
  static CouncilFacts of(CouncilState council) {
    return new CouncilFacts(council, PolicySetState.EMPTY, List.of());
  }
}
