package io.concordat.council.proposal;

import static io.concordat.council.Samples.ENGINEER;
import static io.concordat.council.Samples.NOON;
import static io.concordat.council.Samples.asSystem;
import static io.concordat.council.Samples.codeOf;
import static io.concordat.council.Samples.domain;
import static io.concordat.council.Samples.representative;
import static io.concordat.council.proposal.Proposals.ADD;
import static io.concordat.council.proposal.Proposals.CLOSE;
import static io.concordat.council.proposal.Proposals.FACTS;
import static io.concordat.council.proposal.Proposals.ID;
import static io.concordat.council.proposal.Proposals.VOTING;
import static io.concordat.council.proposal.Proposals.after;
import static io.concordat.council.proposal.Proposals.cast;
import static io.concordat.council.proposal.Proposals.objectedBy;
import static io.concordat.council.proposal.Proposals.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.council.seat.CouncilState;
import io.concordat.messages.Subject;
import io.concordat.messages.council.CastVote;
import io.concordat.messages.council.CloseVoting;
import io.concordat.messages.council.CouncilEvent;
import io.concordat.messages.council.DelegationRevoked;
import io.concordat.messages.council.ProposalAdopted;
import io.concordat.messages.council.ProposalEvent;
import io.concordat.messages.council.ProposalLapsed;
import io.concordat.messages.council.ProposalRevised;
import io.concordat.messages.council.ProposalSentBack;
import io.concordat.messages.council.RepresentativeAppointed;
import io.concordat.messages.council.SeatDelegated;
import io.concordat.messages.council.SeatVacated;
import io.concordat.messages.council.SentBackReason;
import io.concordat.messages.council.VoteCast;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Ballots while seats are delegated, handed over and vacated: author and a to e are seated. */
class CouncilOnTheMoveTest {

  private static final Subject DAN = new Subject("dan");
  private static final CouncilState SIX = FACTS.council();
  private static final CouncilState DELEGATED =
      SIX.evolve(new SeatDelegated(domain("a"), representative("a"), DAN, NOON, CLOSE, NOON));

  @Test
  void aDelegateVotesForTheDomain() {
    assertThat(vote(VOTING, DELEGATED, DAN, VoteChoice.CONSENT, NOON).eventsOrThrow())
        .singleElement()
        .isInstanceOfSatisfying(
            VoteCast.class,
            cast -> {
              assertThat(cast.domain()).isEqualTo(domain("a"));
              assertThat(cast.voter()).isEqualTo(DAN);
            });
  }

  @Test
  void aDelegationThatIsOverIsNoVoice() {
    CouncilState ended =
        SIX.evolve(
            new SeatDelegated(
                domain("a"), representative("a"), DAN, NOON, NOON.plusSeconds(1), NOON));
    assertThat(codeOf(vote(VOTING, ended, DAN, VoteChoice.CONSENT, NOON.plusSeconds(1))))
        .isEqualTo(RejectionCode.NO_SEAT);
  }

  @Test
  void delegateAndRepresentativeHaveOneVote() {
    ProposalState objected = objectedBy("a", "b");
    ProposalState both = objected;
    for (ProposalEvent event :
        vote(objected, DELEGATED, DAN, VoteChoice.OBJECT, NOON).eventsOrThrow()) {
      both = after(both, event);
    }
    assertThat(both).isInstanceOf(ProposalState.Voting.class);
    assertThat(((ProposalState.Voting) both).ballot().votes()).hasSize(2);
  }

  @Test
  void aHandOverLeavesTheDomainItsVoteAndTheSuccessorMayChangeIt() {
    CouncilState handedOver =
        SIX.evolve(
            new RepresentativeAppointed(
                domain("b"), new Subject("bea"), representative("b"), NOON.plusSeconds(1)));
    assertThat(
            vote(objectedBy("a", "b"), handedOver, representative("c"), VoteChoice.OBJECT, NOON)
                .eventsOrThrow())
        .as("the objection of b still stands")
        .hasSize(2);
    assertThat(
            vote(objectedBy("a", "b"), handedOver, new Subject("bea"), VoteChoice.CONSENT, NOON)
                .eventsOrThrow())
        .hasSize(1);
    assertThat(
            codeOf(
                vote(
                    objectedBy("a", "b"),
                    handedOver,
                    representative("b"),
                    VoteChoice.CONSENT,
                    NOON)))
        .isEqualTo(RejectionCode.NO_SEAT);
  }

  @Test
  void anObjectionOfADomainThatLeftIsNotTheThird() {
    assertThat(
            vote(objectedBy("a", "b"), without("b"), representative("c"), VoteChoice.OBJECT, NOON)
                .eventsOrThrow())
        .singleElement()
        .isInstanceOf(VoteCast.class);
  }

  @Test
  void nobodyVotesForTwoDomainsInARound() {
    CouncilState then =
        DELEGATED
            .evolve(new DelegationRevoked(domain("a"), DAN, representative("a"), NOON))
            .evolve(new SeatDelegated(domain("b"), representative("b"), DAN, NOON, CLOSE, NOON));
    ProposalState voted = VOTING;
    for (ProposalEvent event :
        vote(VOTING, DELEGATED, DAN, VoteChoice.CONSENT, NOON).eventsOrThrow()) {
      voted = after(voted, event);
    }

    assertThat(codeOf(vote(voted, then, DAN, VoteChoice.CONSENT, NOON)))
        .isEqualTo(RejectionCode.VOTED_FOR_ANOTHER_DOMAIN);
    ProposalState overruled = after(voted, cast("a", VoteChoice.OBJECT));
    assertThat(codeOf(vote(overruled, then, DAN, VoteChoice.CONSENT, NOON)))
        .as("though the domain has another vote by now")
        .isEqualTo(RejectionCode.VOTED_FOR_ANOTHER_DOMAIN);
    assertThat(vote(voted, then, representative("b"), VoteChoice.CONSENT, NOON))
        .as("the domain itself has its vote")
        .isInstanceOf(Decision.Accepted.class);
    assertThat(vote(voted, DELEGATED, DAN, VoteChoice.ABSTAIN, NOON))
        .as("the same domain's vote may be changed")
        .isInstanceOf(Decision.Accepted.class);
    ProposalState nextRound =
        after(
            after(
                after(
                    voted,
                    new ProposalSentBack(ID, 1, SentBackReason.NOT_CARRIED, List.of(), NOON)),
                new ProposalRevised(
                    ID, 2, representative("author"), "Title", "Because.", ADD, List.of(), NOON)),
            started(2));
    assertThat(vote(nextRound, then, DAN, VoteChoice.CONSENT, NOON))
        .as("in the next round")
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void aDomainThatLeavesTakesItsVoteAndItsShareOfTheQuorum() {
    ProposalState three =
        after(
            after(after(VOTING, cast("a", VoteChoice.CONSENT)), cast("b", VoteChoice.CONSENT)),
            cast("c", VoteChoice.CONSENT));
    assertThat(close(three, SIX)).isInstanceOf(ProposalAdopted.class);
    assertThat(close(three, without("c")))
        .as("two of five have voted")
        .isEqualTo(new ProposalLapsed(ID, 1, 2, 3, CLOSE));
    assertThat(close(three, without("c", "d")))
        .as("two of four have voted")
        .isInstanceOf(ProposalAdopted.class);
  }

  @Test
  void consentsThatLeftDoNotOutweigh() {
    ProposalState close =
        after(
            after(after(VOTING, cast("a", VoteChoice.CONSENT)), cast("b", VoteChoice.CONSENT)),
            cast("c", VoteChoice.OBJECT));
    assertThat(close(close, SIX)).isInstanceOf(ProposalAdopted.class);
    assertThat(close(close, without("b", "d"))).isInstanceOf(ProposalSentBack.class);
  }

  @Test
  void aVoteIsDecidedWithFreshSeatsWhereItWouldCloseTheRound() {
    CastVote third = new CastVote(ID, VoteChoice.OBJECT, "r", "c");
    DecisionContext c = new DecisionContext(NOON, new Actor(representative("c"), Set.of()));
    assertThat(BallotDecider.knowsWhoVotes(objectedBy("a", "b"), third, SIX, c)).isFalse();
    assertThat(
            BallotDecider.knowsWhoVotes(after(VOTING, cast("a", VoteChoice.OBJECT)), third, SIX, c))
        .isTrue();
  }

  @Test
  void aVoteIsNeverBeforeTheDomainsSeatWhateverTheClockSays() {
    Instant late = NOON.plusSeconds(3_600);
    CouncilState again =
        without("a")
            .evolve(new RepresentativeAppointed(domain("a"), new Subject("al"), null, late));
    ProposalEvent event =
        vote(VOTING, again, new Subject("al"), VoteChoice.CONSENT, NOON).eventsOrThrow().getFirst();
    assertThat(((VoteCast) event).castAt()).isEqualTo(late);
    ProposalState.Voting voted = (ProposalState.Voting) after(VOTING, event);
    assertThat(voted.ballot().tally(again, voted.rules()).voted()).isEqualTo(1);
  }

  @Test
  void aClockThatJumpsClosesABallotOnceAndNeverEarly() {
    ProposalState closed = after(VOTING, close(VOTING, SIX));
    assertThat(
            codeOf(
                ProposalDecider.decide(
                    VOTING, new CloseVoting(ID), FACTS, asSystem(NOON.minusSeconds(99)))))
        .isEqualTo(RejectionCode.VOTING_STILL_OPEN);
    for (Instant at : new Instant[] {NOON, CLOSE, CLOSE.plusSeconds(99_999_999)}) {
      assertThat(ProposalDecider.decide(closed, new CloseVoting(ID), FACTS, asSystem(at)))
          .isEqualTo(Decision.nothingToDo());
    }
  }

  private static CouncilState without(String... domains) {
    CouncilState state = SIX;
    for (String gone : domains) {
      CouncilEvent left =
          new SeatVacated(domain(gone), representative(gone), ENGINEER.subject(), NOON);
      state = state.evolve(left);
    }
    return state;
  }

  private static Decision<ProposalEvent> vote(
      ProposalState state, CouncilState council, Subject person, VoteChoice choice, Instant at) {
    return ProposalDecider.decide(
        state,
        new CastVote(ID, choice, "reason", "change"),
        CouncilFacts.of(council),
        new DecisionContext(at, new Actor(person, Set.of())));
  }

  private static ProposalEvent close(ProposalState state, CouncilState council) {
    return ProposalDecider.decide(
            state,
            new CloseVoting(ID),
            new CouncilFacts(council, FACTS.policySets(), FACTS.problems()),
            asSystem(CLOSE))
        .eventsOrThrow()
        .getFirst();
  }
}
