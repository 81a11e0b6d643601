package io.concordat.council.seat;

import io.concordat.messages.council.CouncilEvent;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.decision.DecisionContext;
import java.time.Instant;

/** A council that is changed at once. */
public final class InMemoryCouncil implements CouncilWriter {

  private CouncilState state;

  public InMemoryCouncil(CouncilState state) {
    this.state = state;
  }

  @Override
  public CouncilState current() {
    return state;
  }

  @Override
  public void changeRules(
      ProposalId proposal, CouncilRules rules, Instant wished, DecisionContext context) {
    for (CouncilEvent event :
        CouncilDecider.changeRules(state, proposal, rules, wished, context).eventsOrThrow()) {
      state = state.evolve(event);
    }
  }
}
