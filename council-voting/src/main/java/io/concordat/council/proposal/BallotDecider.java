package io.concordat.council.proposal;

import io.concordat.council.proposal.ProposalState.Discussion;
import io.concordat.council.proposal.ProposalState.Opened;
import io.concordat.council.proposal.ProposalState.Voting;
import io.concordat.council.seat.CouncilState;
import io.concordat.messages.council.CastVote;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.ProposalAdopted;
import io.concordat.messages.council.ProposalEvent;
import io.concordat.messages.council.ProposalLapsed;
import io.concordat.messages.council.ProposalSentBack;
import io.concordat.messages.council.SentBackReason;
import io.concordat.messages.council.StartVoting;
import io.concordat.messages.council.VoteCast;
import io.concordat.messages.council.VotingStarted;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.CouncilRuleChange;
import io.concordat.messages.policy.PolicyChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides about the ballot of a round: its start, its votes and its end. Pure. */
final class BallotDecider {

  private BallotDecider() {}

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

  /** A ballot on the text of the round, under the rules of the moment. */
  static Decision<ProposalEvent> start(
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

  /** The vote of the domain for which the caller acts. */
  static Decision<ProposalEvent> cast(
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
    Optional<DomainId> other =
        voting
            .ballot()
            .votedFor(context.actor().subject())
            .filter(domain -> !domain.equals(seat.get()));
    if (other.isPresent()) {
      return Decision.reject(
          RejectionCode.VOTED_FOR_ANOTHER_DOMAIN,
          "You have voted for '%s' in round %d; nobody has two voices in a round."
              .formatted(other.get(), voting.proposal().round()));
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

  /** The end of a ballot whose time has come; where none is open, nothing changes. */
  static Decision<ProposalEvent> close(Opened state, CouncilFacts facts, DecisionContext context) {
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
    return facts
            .misfit(proposal.id(), proposal.change(), proposal.effectiveFrom(), context)
            .isEmpty()
        ? new ProposalAdopted(proposal.id(), proposal.round(), policySet, context.now())
        : sentBack(proposal, SentBackReason.NOT_CARRIED, tally, context.now());
  }

  private static boolean withinBounds(CouncilRules rules, Instant now, Instant closesAt) {
    Duration length = Duration.between(now, closesAt);
    return length.compareTo(rules.shortestRound()) >= 0
        && length.compareTo(rules.longestRound()) <= 0;
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
}
