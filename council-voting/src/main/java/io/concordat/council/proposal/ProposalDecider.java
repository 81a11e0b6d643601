package io.concordat.council.proposal;

import io.concordat.council.proposal.ProposalState.Discussion;
import io.concordat.council.proposal.ProposalState.Drafted;
import io.concordat.council.proposal.ProposalState.Ended;
import io.concordat.council.proposal.ProposalState.NotOpened;
import io.concordat.council.proposal.ProposalState.Opened;
import io.concordat.council.proposal.ProposalState.SentBack;
import io.concordat.council.proposal.ProposalState.Voting;
import io.concordat.messages.council.CastVote;
import io.concordat.messages.council.CloseVoting;
import io.concordat.messages.council.DraftProposal;
import io.concordat.messages.council.EditDraft;
import io.concordat.messages.council.OpenDraft;
import io.concordat.messages.council.OpenProposal;
import io.concordat.messages.council.ProposalCommand;
import io.concordat.messages.council.ProposalEvent;
import io.concordat.messages.council.ProposalOpened;
import io.concordat.messages.council.ProposalRevised;
import io.concordat.messages.council.ProposalWithdrawn;
import io.concordat.messages.council.ReviseProposal;
import io.concordat.messages.council.StartVoting;
import io.concordat.messages.council.WithdrawProposal;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.Rejection;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.DomainId;
import java.util.Optional;
import java.util.function.Function;

/** Decides about a proposal, from its opening to its end; ballots and drafts elsewhere. Pure. */
final class ProposalDecider {

  private ProposalDecider() {}

  /** The answer to the command; each command's documentation lists its events and rejections. */
  static Decision<ProposalEvent> decide(
      ProposalState state, ProposalCommand command, CouncilFacts facts, DecisionContext context) {
    return switch (state) {
      case NotOpened _ ->
          switch (command) {
            case OpenProposal open -> open(open, facts, context);
            case DraftProposal draft -> DraftDecider.draft(draft, facts, context);
            case EditDraft _,
                OpenDraft _,
                ReviseProposal _,
                StartVoting _,
                CastVote _,
                CloseVoting _,
                WithdrawProposal _ ->
                notFound(command);
          };
      case Opened opened -> decideOpened(opened, command, facts, context);
    };
  }

  private static Decision<ProposalEvent> decideOpened(
      Opened state, ProposalCommand command, CouncilFacts facts, DecisionContext context) {
    return switch (command) {
      case OpenProposal _, DraftProposal _ ->
          Decision.reject(
              RejectionCode.PROPOSAL_EXISTS,
              "Proposal " + state.proposal().id() + " is there; revise it instead.");
      case EditDraft edit ->
          onDraft(state, facts, context, draft -> DraftDecider.edit(draft, edit, context));
      case OpenDraft _ ->
          onDraft(
              state, facts, context, draft -> open(DraftDecider.opening(draft), facts, context));
      case ReviseProposal revise -> revise(state, revise, facts, context);
      case StartVoting start -> BallotDecider.start(state, start, facts, context);
      case CastVote cast -> BallotDecider.cast(state, cast, facts, context);
      case CloseVoting _ -> BallotDecider.close(state, facts, context);
      case WithdrawProposal withdraw -> withdraw(state, withdraw, facts, context);
    };
  }

  private static Decision<ProposalEvent> onDraft(
      Opened state,
      CouncilFacts facts,
      DecisionContext context,
      Function<Drafted, Decision<ProposalEvent>> decide) {
    if (!facts.isAuthor(state, context)) {
      return Refusals.notTheAuthor();
    }
    return state instanceof Drafted draft
        ? decide.apply(draft)
        : Decision.reject(
            RejectionCode.PROPOSAL_NOT_A_DRAFT, "The proposal is " + state.status() + ".");
  }

  private static Decision<ProposalEvent> open(
      OpenProposal command, CouncilFacts facts, DecisionContext context) {
    Optional<DomainId> seat = facts.voice(context);
    if (seat.isEmpty()) {
      return Refusals.noSeat();
    }
    Optional<Rejection> obstacle =
        facts.obstacle(command.proposal(), command.change(), command.effectiveFrom(), context);
    if (obstacle.isPresent()) {
      return new Decision.Rejected<>(obstacle.get());
    }
    return Decision.accept(
        new ProposalOpened(
            command.proposal(),
            seat.get(),
            context.actor().subject(),
            command.title(),
            command.rationale(),
            command.change(),
            command.effectiveFrom(),
            context.now()));
  }

  private static Decision<ProposalEvent> revise(
      Opened state, ReviseProposal command, CouncilFacts facts, DecisionContext context) {
    if (!facts.isAuthor(state, context)) {
      return Refusals.notTheAuthor();
    }
    return switch (state) {
      case Ended ended -> Refusals.closed(ended);
      case Drafted _ ->
          Decision.reject(RejectionCode.PROPOSAL_NOT_SENT_BACK, "A draft is edited, not revised.");
      case Voting _ ->
          Decision.reject(
              RejectionCode.PROPOSAL_NOT_SENT_BACK,
              "A text that is being voted on cannot be changed.");
      case Discussion discussion -> revised(discussion.proposal(), command, facts, context);
      case SentBack sentBack -> revised(sentBack.proposal(), command, facts, context);
    };
  }

  private static Decision<ProposalEvent> revised(
      Proposal proposal, ReviseProposal command, CouncilFacts facts, DecisionContext context) {
    Optional<Rejection> obstacle =
        facts.obstacle(proposal.id(), command.change(), proposal.effectiveFrom(), context);
    if (obstacle.isPresent()) {
      return new Decision.Rejected<>(obstacle.get());
    }
    return Decision.accept(
        new ProposalRevised(
            proposal.id(),
            proposal.round() + 1,
            context.actor().subject(),
            command.title(),
            command.rationale(),
            command.change(),
            proposal.lastObjections().stream().filter(command.addressed()::contains).toList(),
            context.now()));
  }

  private static Decision<ProposalEvent> withdraw(
      Opened state, WithdrawProposal command, CouncilFacts facts, DecisionContext context) {
    if (!facts.isAuthor(state, context) && !tidies(state, facts, context)) {
      return Refusals.notTheAuthor();
    }
    if (state instanceof Ended ended) {
      return Refusals.closed(ended);
    }
    if (state instanceof Voting voting && voting.dueAt(context.now())) {
      return Decision.reject(
          RejectionCode.PROPOSAL_CLOSED,
          "The council decided at " + voting.closesAt() + "; its decision is being recorded.");
    }
    Proposal proposal = state.proposal();
    return Decision.accept(
        new ProposalWithdrawn(
            proposal.id(),
            proposal.round(),
            command.reason(),
            context.actor().subject(),
            context.now()));
  }

  /** Nobody speaks for a domain without a seat; a governance engineer ends what it left behind. */
  private static boolean tidies(Opened state, CouncilFacts facts, DecisionContext context) {
    return context.actor().has(Role.GOVERNANCE_ENGINEER)
        && facts.council().representativeOf(state.proposal().author()).isEmpty();
  }

  private static Decision<ProposalEvent> notFound(ProposalCommand command) {
    return Decision.reject(
        RejectionCode.PROPOSAL_NOT_FOUND, "There is no '" + command.stream() + "'.");
  }
}
