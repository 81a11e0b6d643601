package io.concordat.council.proposal;

import io.concordat.council.policyset.PolicySetDecider;
import io.concordat.council.proposal.ProposalState.Discussion;
import io.concordat.council.proposal.ProposalState.Drafted;
import io.concordat.council.proposal.ProposalState.Ended;
import io.concordat.council.proposal.ProposalState.NotOpened;
import io.concordat.council.proposal.ProposalState.Opened;
import io.concordat.council.proposal.ProposalState.SentBack;
import io.concordat.council.proposal.ProposalState.Voting;
import io.concordat.council.seat.CouncilRuleBounds;
import io.concordat.council.seat.CouncilState;
import io.concordat.messages.council.CastVote;
import io.concordat.messages.council.CloseVoting;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.DraftProposal;
import io.concordat.messages.council.EditDraft;
import io.concordat.messages.council.OpenDraft;
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
import io.concordat.messages.policy.CouncilRuleChange;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.ProposedChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Decides everything about a proposal, from its opening to its end. Pure. */
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

  /**
   * Whether a council that may be a moment old is enough to decide the caller's vote: it seats the
   * caller and, where objections have to be counted, every domain that has voted, and the vote does
   * not close the round by it. Where not, somebody may have been seated or left since.
   */
  static boolean knowsWhoVotes(
      ProposalState state, CastVote command, CouncilState council, DecisionContext context) {
    Optional<DomainId> seat = council.voiceOf(context.actor().subject(), context.now());
    if (seat.isEmpty()) {
      return false;
    }
    Vote vote = Vote.of(command);
    if (!vote.objects() || !(state instanceof Voting voting)) {
      return true;
    }
    return council.seatedDomains().containsAll(voting.ballot().votes().keySet())
        && !afterVote(voting, seat.get(), vote, council, context)
            .tally(council, voting.rules())
            .objectionLimitReached();
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
      case StartVoting start -> startVoting(state, start, facts, context);
      case CastVote cast -> castVote(state, cast, facts, context);
      case CloseVoting _ -> closeVoting(state, facts, context);
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
    if (!facts.isAuthor(state, context)) {
      return Refusals.notTheAuthor();
    }
    if (!(state instanceof Discussion discussion)) {
      return Decision.reject(
          RejectionCode.PROPOSAL_NOT_IN_DISCUSSION,
          "A ballot opens from discussion; the proposal is " + state.status() + ".");
    }
    CouncilRules rules = facts.council().rulesAt(context.now()).orElse(CouncilRules.DEFAULT);
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
    Optional<DomainId> seat = facts.voice(context);
    if (seat.isEmpty()) {
      return Refusals.noSeat();
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
    Ballot.Cast standing = voting.ballot().standing(seat.get(), facts.council());
    if (standing != null
        && standing.vote().equals(vote)
        && standing.voter().equals(context.actor().subject())) {
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
            castAt(domain, facts.council(), context));
    if (!vote.objects()) {
      return Decision.accept(cast);
    }
    Tally tally =
        afterVote(voting, domain, vote, facts.council(), context)
            .tally(facts.council(), voting.rules());
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
    Tally tally = voting.ballot().tally(facts.council(), voting.rules());
    return switch (tally.outcome(proposal.author(), proposal.writers())) {
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
    Integer policySet =
        switch (proposal.change()) {
          case PolicyChange _ -> facts.policySets().nextNumber();
          case CouncilRuleChange _ -> null;
        };
    return unfit(proposal.id(), proposal.change(), proposal.effectiveFrom(), facts, context)
            .isEmpty()
        ? new ProposalAdopted(proposal.id(), proposal.round(), policySet, context.now())
        : sentBack(proposal, SentBackReason.NOT_CARRIED, tally, context.now());
  }

  private static Decision<ProposalEvent> withdraw(
      Opened state, WithdrawProposal command, CouncilFacts facts, DecisionContext context) {
    if (!facts.isAuthor(state, context)) {
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

  private static boolean withinBounds(CouncilRules rules, Instant now, Instant closesAt) {
    Duration length = Duration.between(now, closesAt);
    return length.compareTo(rules.shortestRound()) >= 0
        && length.compareTo(rules.longestRound()) <= 0;
  }

  private static Optional<Rejection> obstacle(
      ProposalId proposal,
      ProposedChange change,
      @Nullable Instant effectiveFrom,
      CouncilFacts facts,
      DecisionContext context) {
    if (!facts.problems().isEmpty()) {
      return Optional.of(PolicySetDecider.doesNotCompile(facts.problems()));
    }
    if (!facts.failedExamples().isEmpty()) {
      return Optional.of(PolicySetDecider.examplesFail(facts.failedExamples()));
    }
    return unfit(proposal, change, effectiveFrom, facts, context);
  }

  /** Why the change does not fit what is in force, as far as that can be said now. */
  private static Optional<Rejection> unfit(
      ProposalId proposal,
      ProposedChange change,
      @Nullable Instant effectiveFrom,
      CouncilFacts facts,
      DecisionContext context) {
    return switch (change) {
      case PolicyChange policies ->
          PolicySetDecider.obstacle(facts.policySets(), proposal, policies, effectiveFrom, context);
      case CouncilRuleChange rules ->
          CouncilRuleBounds.obstacle(rules.rules(), facts.council().seatedDomains().size());
    };
  }

  private static Ballot afterVote(
      Voting voting, DomainId domain, Vote vote, CouncilState council, DecisionContext context) {
    return voting
        .ballot()
        .with(
            domain,
            new Ballot.Cast(vote, context.actor().subject(), castAt(domain, council, context)));
  }

  /** Now, and not before the domain took its seat, whatever the clocks of two nodes say. */
  private static Instant castAt(DomainId domain, CouncilState council, DecisionContext context) {
    return council
        .seatedSince(domain)
        .filter(since -> since.isAfter(context.now()))
        .orElse(context.now());
  }

  private static ProposalSentBack sentBack(
      Proposal proposal, SentBackReason reason, Tally tally, Instant now) {
    return new ProposalSentBack(proposal.id(), proposal.round(), reason, tally.objectors(), now);
  }

  private static Decision<ProposalEvent> notFound(ProposalCommand command) {
    return Decision.reject(
        RejectionCode.PROPOSAL_NOT_FOUND, "There is no '" + command.stream() + "'.");
  }
}
