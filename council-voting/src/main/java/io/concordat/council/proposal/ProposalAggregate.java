package io.concordat.council.proposal;

import io.concordat.council.policyset.PolicyProblems;
import io.concordat.council.policyset.PolicySetDecider;
import io.concordat.council.policyset.PolicySetState;
import io.concordat.council.policyset.PolicySetWriter;
import io.concordat.council.policyset.PolicySets;
import io.concordat.council.seat.CouncilSeats;
import io.concordat.council.seat.CouncilState;
import io.concordat.council.seat.CouncilWriter;
import io.concordat.messages.council.AddComment;
import io.concordat.messages.council.CastVote;
import io.concordat.messages.council.CloseVoting;
import io.concordat.messages.council.CommentCommand;
import io.concordat.messages.council.DraftProposal;
import io.concordat.messages.council.EditComment;
import io.concordat.messages.council.EditDraft;
import io.concordat.messages.council.OpenDraft;
import io.concordat.messages.council.OpenProposal;
import io.concordat.messages.council.ProposalAdopted;
import io.concordat.messages.council.ProposalCommand;
import io.concordat.messages.council.ProposalEvent;
import io.concordat.messages.council.RemindVoters;
import io.concordat.messages.council.ReviseProposal;
import io.concordat.messages.council.StartVoting;
import io.concordat.messages.council.WithdrawProposal;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.policy.CouncilRuleChange;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyParameter;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.ProposedChange;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The stream of a proposal: gathers the facts, lets the decider decide, applies the events. */
@Aggregate(
    type = "proposal",
    cache = "aggregateCache",
    commandTargetResolver = "streamTargetResolver")
class ProposalAggregate {

  @AggregateIdentifier private @Nullable String stream;
  private ProposalState state = new ProposalState.NotOpened();
  private final Discourse discourse = new Discourse();
  private VoterReminders reminders = VoterReminders.NONE;

  ProposalAggregate() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(
      OpenProposal command, CouncilSeats seats, PolicySets policySets, DecisionContext context) {
    apply(command, textFacts(command.change(), seats.current(), policySets.current()), context);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(DraftProposal command, CouncilSeats seats, DecisionContext context) {
    apply(command, CouncilFacts.of(seats.current()), context);
  }

  @CommandHandler
  void handle(EditDraft command, CouncilSeats seats, DecisionContext context) {
    apply(command, CouncilFacts.of(seats.current()), context);
  }

  @CommandHandler
  void handle(
      OpenDraft command, CouncilSeats seats, PolicySets policySets, DecisionContext context) {
    CouncilFacts facts =
        state instanceof ProposalState.Drafted draft
            ? textFacts(draft.text().change(), seats.current(), policySets.current())
            : CouncilFacts.of(seats.current());
    apply(command, facts, context);
  }

  @CommandHandler
  void handle(AddComment command, CouncilSeats seats, DecisionContext context) {
    say(command, seats, context);
  }

  @CommandHandler
  void handle(EditComment command, CouncilSeats seats, DecisionContext context) {
    say(command, seats, context);
  }

  @CommandHandler
  void handle(
      ReviseProposal command, CouncilSeats seats, PolicySets policySets, DecisionContext context) {
    apply(command, textFacts(command.change(), seats.current(), policySets.current()), context);
  }

  @CommandHandler
  void handle(StartVoting command, CouncilSeats seats, DecisionContext context) {
    apply(command, CouncilFacts.of(seats.current()), context);
  }

  /** Costs no I/O, save where the council as it was a moment ago does not know who votes. */
  @CommandHandler
  void handle(CastVote command, CouncilSeats seats, DecisionContext context) {
    CouncilState recent = seats.recent();
    boolean suffices = BallotDecider.knowsWhoVotes(state, command, recent, context);
    apply(command, CouncilFacts.of(suffices ? recent : seats.current()), context);
  }

  @CommandHandler
  void handle(WithdrawProposal command, CouncilSeats seats, DecisionContext context) {
    apply(command, CouncilFacts.of(seats.current()), context);
  }

  @CommandHandler
  void handle(RemindVoters command, CouncilSeats seats, DecisionContext context) {
    reminders
        .decide(state, command, seats.current(), context)
        .eventsOrThrow()
        .forEach(AggregateLifecycle::apply);
  }

  /**
   * Adoption changes the policy set or the council in the same unit of work, hence in the same
   * transaction.
   */
  @CommandHandler
  void handle(
      CloseVoting command,
      CouncilSeats seats,
      PolicySetWriter policySets,
      CouncilWriter councils,
      DecisionContext context) {
    CouncilState council = changesCouncil() ? councils.current() : seats.current();
    CouncilFacts facts = new CouncilFacts(council, policySets.current(), List.of());
    for (ProposalEvent event : apply(command, facts, context)) {
      if (event instanceof ProposalAdopted && state instanceof ProposalState.Opened adopted) {
        Proposal proposal = adopted.proposal();
        switch (proposal.change()) {
          case PolicyChange change ->
              policySets.adopt(proposal.id(), change, proposal.effectiveFrom(), context);
          case CouncilRuleChange change ->
              councils.changeRules(
                  proposal.id(), change.rules(), proposal.effectiveFrom(), context);
        }
      }
    }
  }

  @EventSourcingHandler
  void on(ProposalEvent event) {
    stream = event.stream();
    state = ProposalState.evolve(state, event);
    discourse.apply(event);
    reminders = reminders.evolve(event);
  }

  private void say(CommentCommand command, CouncilSeats seats, DecisionContext context) {
    CommentDecider.decide(state, discourse, command, seats.current(), context)
        .eventsOrThrow()
        .forEach(AggregateLifecycle::apply);
  }

  private List<ProposalEvent> apply(
      ProposalCommand command, CouncilFacts facts, DecisionContext context) {
    List<ProposalEvent> events =
        ProposalDecider.decide(state, command, facts, context).eventsOrThrow();
    events.forEach(AggregateLifecycle::apply);
    return events;
  }

  private boolean changesCouncil() {
    return state instanceof ProposalState.Opened opened
        && opened.proposal().change() instanceof CouncilRuleChange;
  }

  private static Optional<Policy> newText(ProposedChange change) {
    return switch (change) {
      case PolicyChange policies -> PolicySetDecider.newText(policies);
      case CouncilRuleChange _ -> Optional.empty();
    };
  }

  private static CouncilFacts textFacts(
      ProposedChange change, CouncilState council, PolicySetState policySets) {
    Optional<Policy> text = newText(change);
    Optional<PolicySet> latest = policySets.latest();
    if (text.isEmpty() || latest.isEmpty()) {
      return new CouncilFacts(council, policySets, List.of());
    }
    List<PolicyParameter> parameters = latest.get().parameters();
    List<String> problems = PolicyProblems.of(List.of(text.get()), parameters);
    List<String> failedExamples =
        problems.isEmpty()
            ? PolicyProblems.ofExamples(text.get(), latest.get().semanticTypes(), parameters)
            : List.of();
    return new CouncilFacts(council, policySets, problems, failedExamples);
  }
}
