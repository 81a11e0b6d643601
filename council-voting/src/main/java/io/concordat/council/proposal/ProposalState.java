package io.concordat.council.proposal;

import io.concordat.messages.council.CommentEdited;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.ProposalAdopted;
import io.concordat.messages.council.ProposalCommented;
import io.concordat.messages.council.ProposalDraftEdited;
import io.concordat.messages.council.ProposalDrafted;
import io.concordat.messages.council.ProposalEvent;
import io.concordat.messages.council.ProposalLapsed;
import io.concordat.messages.council.ProposalOpened;
import io.concordat.messages.council.ProposalRevised;
import io.concordat.messages.council.ProposalSentBack;
import io.concordat.messages.council.ProposalStatus;
import io.concordat.messages.council.ProposalWithdrawn;
import io.concordat.messages.council.VoteCast;
import io.concordat.messages.council.VotersReminded;
import io.concordat.messages.council.VotingStarted;
import java.time.Instant;

/** Where a proposal stands: the fold of its stream. Immutable. */
sealed interface ProposalState {

  /** No proposal of this id was opened. */
  record NotOpened() implements ProposalState {}

  /** There is a proposal, or the draft of one. */
  sealed interface Opened extends ProposalState {

    Proposal proposal();

    ProposalStatus status();
  }

  /** A text that is not under discussion; only its author knows it. */
  record Drafted(Proposal proposal, Draft text) implements Opened {
    @Override
    public ProposalStatus status() {
      return ProposalStatus.DRAFT;
    }
  }

  /** The text of the current round is talked about; no ballot is open. */
  record Discussion(Proposal proposal) implements Opened {
    @Override
    public ProposalStatus status() {
      return ProposalStatus.DISCUSSION;
    }
  }

  /**
   * The ballot of the current round is open.
   *
   * @param closesAt from then on no vote is taken
   * @param rules of this round
   */
  record Voting(Proposal proposal, Instant closesAt, CouncilRules rules, Ballot ballot)
      implements Opened {
    @Override
    public ProposalStatus status() {
      return ProposalStatus.VOTING;
    }

    /** Whether the closing time has come, closed by the clock or not. */
    boolean dueAt(Instant now) {
      return !now.isBefore(closesAt);
    }
  }

  /** The author has to revise it. */
  record SentBack(Proposal proposal) implements Opened {
    @Override
    public ProposalStatus status() {
      return ProposalStatus.SENT_BACK;
    }
  }

  /**
   * Nothing can happen any more.
   *
   * @param status adopted, lapsed or withdrawn
   */
  record Ended(Proposal proposal, ProposalStatus status) implements Opened {}

  /**
   * The state after the event.
   *
   * @throws IllegalStateException where the event cannot follow: such a history is damaged
   */
  static ProposalState evolve(ProposalState state, ProposalEvent event) {
    return switch (event) {
      case ProposalDrafted drafted -> new Drafted(Proposal.of(drafted), Draft.of(drafted));
      case ProposalDraftEdited edited ->
          new Drafted(proposal(state, event).edited(edited), Draft.of(edited));
      case ProposalOpened opened ->
          new Discussion(
              state instanceof Drafted draft
                  ? draft.proposal().opened(opened)
                  : Proposal.of(opened));
      case ProposalRevised revised -> new Discussion(proposal(state, event).revised(revised));
      case VotingStarted started ->
          new Voting(proposal(state, event), started.closesAt(), started.rules(), Ballot.EMPTY);
      case VoteCast cast -> voted(state, cast);
      case VotersReminded _, ProposalCommented _, CommentEdited _ -> state;
      case ProposalSentBack sentBack ->
          new SentBack(proposal(state, event).objectedTo(sentBack.objections()));
      case ProposalAdopted _ -> ended(state, event, ProposalStatus.ADOPTED);
      case ProposalLapsed _ -> ended(state, event, ProposalStatus.LAPSED);
      case ProposalWithdrawn _ -> ended(state, event, ProposalStatus.WITHDRAWN);
    };
  }

  private static ProposalState voted(ProposalState state, VoteCast cast) {
    if (state instanceof Voting voting) {
      return new Voting(
          voting.proposal(),
          voting.closesAt(),
          voting.rules(),
          voting
              .ballot()
              .with(cast.domain(), new Ballot.Cast(Vote.of(cast), cast.voter(), cast.castAt())));
    }
    throw cannotFollow(state, cast);
  }

  private static ProposalState ended(
      ProposalState state, ProposalEvent event, ProposalStatus status) {
    return new Ended(proposal(state, event), status);
  }

  private static Proposal proposal(ProposalState state, ProposalEvent event) {
    return switch (state) {
      case Opened opened -> opened.proposal();
      case NotOpened _ -> throw cannotFollow(state, event);
    };
  }

  private static IllegalStateException cannotFollow(ProposalState state, ProposalEvent event) {
    return new IllegalStateException(
        "%s cannot follow on %s in %s"
            .formatted(
                event.getClass().getSimpleName(),
                state.getClass().getSimpleName(),
                event.stream()));
  }
}
