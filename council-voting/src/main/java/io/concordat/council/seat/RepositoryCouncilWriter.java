package io.concordat.council.seat;

import io.concordat.messages.council.CouncilEvent;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.decision.DecisionContext;
import java.time.Instant;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Loads the council into the running unit of work and changes it there. */
@Component
class RepositoryCouncilWriter implements CouncilWriter {

  private final Repository<CouncilAggregate> repository;

  RepositoryCouncilWriter(Repository<CouncilAggregate> repository) {
    this.repository = repository;
  }

  @Override
  public CouncilState current() {
    return council().invoke(CouncilAggregate::state);
  }

  @Override
  public void changeRules(
      ProposalId proposal, CouncilRules rules, @Nullable Instant wished, DecisionContext context) {
    council()
        .execute(council ->
            council.execute(
                state -> CouncilDecider.changeRules(state, proposal, rules, wished, context)));
  }

  private Aggregate<CouncilAggregate> council() {
    return repository.load(CouncilEvent.STREAM);
  }
}
