package io.concordat.council.proposal;

import io.concordat.council.policyset.PolicySetDecider;
import io.concordat.council.proposal.ProposalState.Discussion;
import io.concordat.council.proposal.ProposalState.Ended;
import io.concordat.council.proposal.ProposalState.NotOpened;
import io.concordat.council.proposal.ProposalState.Opened;
import io.concordat.council.proposal.ProposalState.SentBack;
import io.concordat.council.proposal.ProposalState.Voting;
import io.concordat.council.seat.CouncilState;
import io.concordat.messages.council.CastVote;
import io.concordat.messages.council.CloseVoting;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.OpenProposal;
import io.concordat.messages.council.ProposalAdopted;
import io.concordat.messages.council.ProposalCommand;
import io.concordat.messages.council.ProposalEvent;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalLapsed;
import io.concordat.messages.council.ProposalOpened;
import io.concordat.messages.council.ProposalRevised;
import io.concordat.messages.council.ProposalSentBack;
import io.concordat.messages.council.ProposalWithdrawn;
import io.concordat.messages.council.ReviseProposal;
import io.concordat.messages.council.SentBackReason;
import io.concordat.messages.council.StartVoting;
import io.concordat.messages.council.VoteCast;
import io.concordat.messages.council.VotingStarted;
import io.concordat.messages.council.WithdrawProposal;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.Rejection;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.PolicyChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides everything about a proposal, from its opening to its end. Pure. */
final class ProposalDecider {

  private ProposalDecider() {}

  /** The answer to the command; each command's documentation lists its events and rejections. */
  static Decision<ProposalEvent> decide(
      ProposalState state, ProposalCommand command, CouncilFacts facts, DecisionContext context) {
    return switch (state) {
      case NotOpened _ ->
          command instanceof OpenProposal open ? open(open, facts, context) : notFound(command);
      case Opened opened -> decideOpened(opened, command, facts, context);
    };
  }

  /**
   * Whether a council that may be a moment old is enough to decide the caller's vote: it seats the
   * caller and, where objections have to be counted, every domain that has voted. Where not,
   * somebody may have been seated since.
   */
  static boolean knowsWhoVotes(
      ProposalState state, CastVote command, CouncilState council, DecisionContext context) {
    return council.seatOf(context.actor().subject()).isPresent()
        && (!Vote.of(command).objects()
            || !(state instanceof Voting voting)
            || council.seatedDomains().containsAll(voting.ballot().votes().keySet()));
  }

  private static Decision<ProposalEvent> decideOpened(
      Opened state, ProposalCommand command, CouncilFacts facts, DecisionContext context) {
    return switch (command) {
      case OpenProposal open ->
          Decision.reject(
              RejectionCode.PROPOSAL_EXISTS,
              "Proposal " + open.proposal() + " was opened before; revise it instead.");
      case ReviseProposal revise -> revise(state, revise, facts, context);
      case StartVoting start -> startVoting(state, start, facts, context);
      case CastVote cast -> castVote(state, cast, facts, context);
      case CloseVoting _ -> closeVoting(state, facts, context);
      case WithdrawProposal withdraw -> withdraw(state, withdraw, facts, context);
    };
  }

  private static Decision<ProposalEvent> open(
      OpenProposal command, CouncilFacts facts, DecisionContext context) {
    Optional<DomainId> seat = seatOfCaller(facts, context);
    if (seat.isEmpty()) {
      return noSeat();
    }
    Optional<Rejection> obstacle =
        obstacle(command.proposal(), command.change(), command.effectiveFrom(), facts, context);
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
    if (!callerIsAuthor(state, facts, context)) {
      return notTheAuthor();
    }
    return switch (state) {
      case Ended ended -> closed(ended);
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
        obstacle(proposal.id(), command.change(), proposal.effectiveFrom(), facts, context);
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

  private static Decision<ProposalEvent> startVoting(
      Opened state, StartVoting command, CouncilFacts facts, DecisionContext context) {
    if (!callerIsAuthor(state, facts, context)) {
      return notTheAuthor();
    }
    if (!(state instanceof Discussion discussion)) {
      return Decision.reject(
          RejectionCode.PROPOSAL_NOT_IN_DISCUSSION,
          "A ballot opens from discussion; the proposal is " + state.status() + ".");
    }
    CouncilRules rules = facts.council().rules().orElse(CouncilRules.DEFAULT);
    if (!withinBounds(rules, context.now(), command.closesAt())) {
      return Decision.reject(
          RejectionCode.VOTING_PERIOD_OUT_OF_BOUNDS,
          "The ballot must close between %s and %s."
              .formatted(
                  context.now().plus(rules.shortestRound()),
                  context.now().plus(rules.longestRound())));
    }
    return Decision.accept(
        new VotingStarted(
            discussion.proposal().id(),
            discussion.proposal().round(),
            context.now(),
            command.closesAt(),
            rules,
            context.actor().subject()));
  }

  private static Decision<ProposalEvent> castVote(
      Opened state, CastVote command, CouncilFacts facts, DecisionContext context) {
    Optional<DomainId> seat = seatOfCaller(facts, context);
    if (seat.isEmpty()) {
      return noSeat();
    }
    if (!(state instanceof Voting voting)) {
      return Decision.reject(
          RejectionCode.VOTING_NOT_OPEN,
          "Round %d takes no votes: the proposal is %s."
              .formatted(state.proposal().round(), state.status()));
    }
    if (voting.dueAt(context.now())) {
      return Decision.reject(
          RejectionCode.VOTING_NOT_OPEN,
          "Round %d took votes until %s.".formatted(voting.proposal().round(), voting.closesAt()));
    }
    Vote vote = Vote.of(command);
    if (!vote.wellFounded()) {
      return Decision.reject(
          RejectionCode.OBJECTION_NEEDS_REASON,
          "Say why you object (reason) and what would win your consent (requestedChange).");
    }
    if (vote.equals(voting.ballot().voteOf(seat.get()))) {
      return Decision.nothingToDo();
    }
    return voted(voting, seat.get(), vote, facts, context);
  }

  /** The objection that reaches the limit closes the round at once. */
  private static Decision<ProposalEvent> voted(
      Voting voting, DomainId domain, Vote vote, CouncilFacts facts, DecisionContext context) {
    Proposal proposal = voting.proposal();
    VoteCast cast =
        new VoteCast(
            proposal.id(),
            proposal.round(),
            domain,
            context.actor().subject(),
            vote.choice(),
            vote.reason(),
            vote.requestedChange(),
            context.now());
    if (!vote.objects()) {
      return Decision.accept(cast);
    }
    Tally tally = tally(voting, voting.ballot().with(domain, vote), facts);
    return tally.objectionLimitReached()
        ? Decision.accept(cast, sentBack(proposal, SentBackReason.OBJECTIONS, tally, context.now()))
        : Decision.accept(cast);
  }

  private static Decision<ProposalEvent> closeVoting(
      Opened state, CouncilFacts facts, DecisionContext context) {
    if (!(state instanceof Voting voting)) {
      return Decision.nothingToDo();
    }
    if (!voting.dueAt(context.now())) {
      return Decision.reject(
          RejectionCode.VOTING_STILL_OPEN, "The ballot closes at " + voting.closesAt() + ".");
    }
    Proposal proposal = voting.proposal();
    Tally tally = tally(voting, voting.ballot(), facts);
    return switch (tally.outcome(proposal.author())) {
      case OBJECTED ->
          Decision.accept(sentBack(proposal, SentBackReason.OBJECTIONS, tally, context.now()));
      case NOT_CARRIED ->
          Decision.accept(sentBack(proposal, SentBackReason.NOT_CARRIED, tally, context.now()));
      case NO_QUORUM ->
          Decision.accept(
              new ProposalLapsed(
                  proposal.id(),
                  proposal.round(),
                  tally.voted(),
                  tally.votesNeeded(),
                  context.now()));
      case CARRIED -> Decision.accept(carried(proposal, tally, facts, context));
    };
  }

  /**
   * Adopted where the change still fits the policy sets; else back to its author, who can revise it
   * to what has become of them since.
   */
  private static ProposalEvent carried(
      Proposal proposal, Tally tally, CouncilFacts facts, DecisionContext context) {
    boolean fits =
        PolicySetDecider.obstacle(
                facts.policySets(),
                proposal.id(),
                proposal.change(),
                proposal.effectiveFrom(),
                context)
            .isEmpty();
    return fits
        ? new ProposalAdopted(
            proposal.id(), proposal.round(), facts.policySets().nextNumber(), context.now())
        : sentBack(proposal, SentBackReason.NOT_CARRIED, tally, context.now());
  }

  private static Decision<ProposalEvent> withdraw(
      Opened state, WithdrawProposal command, CouncilFacts facts, DecisionContext context) {
    if (!callerIsAuthor(state, facts, context)) {
      return notTheAuthor();
    }
    if (state instanceof Ended ended) {
      return closed(ended);
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

  /** A person votes and proposes for the domain whose seat they hold, and for no other. */
  private static Optional<DomainId> seatOfCaller(CouncilFacts facts, DecisionContext context) {
    return facts.council().seatOf(context.actor().subject());
  }

  private static boolean callerIsAuthor(Opened state, CouncilFacts facts, DecisionContext context) {
    return seatOfCaller(facts, context).filter(state.proposal().author()::equals).isPresent();
  }

  private static boolean withinBounds(CouncilRules rules, Instant now, Instant closesAt) {
    Duration length = Duration.between(now, closesAt);
    return length.compareTo(rules.shortestRound()) >= 0
        && length.compareTo(rules.longestRound()) <= 0;
  }

  private static Optional<Rejection> obstacle(
      ProposalId proposal,
      PolicyChange change,
      @Nullable Instant effectiveFrom,
      CouncilFacts facts,
      DecisionContext context) {
    return facts.problems().isEmpty()
        ? PolicySetDecider.obstacle(facts.policySets(), proposal, change, effectiveFrom, context)
        : Optional.of(PolicySetDecider.doesNotCompile(facts.problems()));
  }

  private static Tally tally(Voting voting, Ballot ballot, CouncilFacts facts) {
    return Ballot.tally(ballot.votes(), facts.council().seatedDomains(), voting.rules());
  }

  private static ProposalSentBack sentBack(
      Proposal proposal, SentBackReason reason, Tally tally, Instant now) {
    return new ProposalSentBack(proposal.id(), proposal.round(), reason, tally.objectors(), now);
  }

  private static Decision<ProposalEvent> notFound(ProposalCommand command) {
    return Decision.reject(
        RejectionCode.PROPOSAL_NOT_FOUND, "There is no '" + command.stream() + "'.");
  }

  private static Decision<ProposalEvent> noSeat() {
    return Decision.reject(
        RejectionCode.NO_SEAT, "Only the representative of a domain proposes and votes.");
  }

  private static Decision<ProposalEvent> notTheAuthor() {
    return Decision.reject(
        RejectionCode.NOT_THE_AUTHOR,
        "Only the representative of the domain that proposes it may do this.");
  }

  private static Decision<ProposalEvent> closed(Ended ended) {
    return Decision.reject(
        RejectionCode.PROPOSAL_CLOSED, "The proposal is " + ended.status() + ".");
  }
}
