package io.concordat.council.proposal;

import static io.concordat.council.Samples.ENGINEER;
import static io.concordat.council.Samples.NOON;
import static io.concordat.council.Samples.OWNED;
import static io.concordat.council.Samples.asRepresentative;
import static io.concordat.council.Samples.asSystem;
import static io.concordat.council.Samples.codeOf;
import static io.concordat.council.Samples.council;
import static io.concordat.council.Samples.domain;
import static io.concordat.council.Samples.founded;
import static io.concordat.council.Samples.policy;
import static io.concordat.council.Samples.representative;
import static io.concordat.council.proposal.Proposals.ADOPTED;
import static io.concordat.council.proposal.Proposals.CLOSE;
import static io.concordat.council.proposal.Proposals.DISCUSSED;
import static io.concordat.council.proposal.Proposals.FACTS;
import static io.concordat.council.proposal.Proposals.ID;
import static io.concordat.council.proposal.Proposals.LAPSED;
import static io.concordat.council.proposal.Proposals.SENT_BACK;
import static io.concordat.council.proposal.Proposals.VOTING;
import static io.concordat.council.proposal.Proposals.WITHDRAWN;
import static io.concordat.council.proposal.Proposals.after;
import static io.concordat.council.proposal.Proposals.as;
import static io.concordat.council.proposal.Proposals.cast;
import static io.concordat.council.proposal.Proposals.decide;
import static io.concordat.council.proposal.Proposals.objectedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.council.CastVote;
import io.concordat.messages.council.CloseVoting;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.ProposalAdopted;
import io.concordat.messages.council.ProposalEvent;
import io.concordat.messages.council.ProposalLapsed;
import io.concordat.messages.council.ProposalSentBack;
import io.concordat.messages.council.SentBackReason;
import io.concordat.messages.council.VoteCast;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.council.VotingStarted;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BallotDeciderTest {

  @Nested
  class Voting {

    @Test
    void isForTheCallersOwnDomain() {
      assertThat(decide(VOTING, new CastVote(ID, VoteChoice.CONSENT, "good", null), as("a")))
          .isEqualTo(
              Decision.accept(
                  new VoteCast(
                      ID,
                      1,
                      domain("a"),
                      representative("a"),
                      VoteChoice.CONSENT,
                      "good",
                      null,
                      NOON)));
    }

    @Test
    void needsASeat() {
      assertThat(codeOf(decide(VOTING, consent(), as("elsewhere"))))
          .isEqualTo(RejectionCode.NO_SEAT);
      assertThat(codeOf(decide(VOTING, consent(), new DecisionContext(NOON, ENGINEER))))
          .isEqualTo(RejectionCode.NO_SEAT);
    }

    @Test
    void needsAnOpenBallot() {
      for (ProposalState state : List.of(DISCUSSED, SENT_BACK, LAPSED, WITHDRAWN, ADOPTED)) {
        assertThat(codeOf(decide(state, consent(), as("a"))))
            .isEqualTo(RejectionCode.VOTING_NOT_OPEN);
      }
    }

    @Test
    void endsAtTheClosingTimeWhetherTheClockHasClosedTheBallotOrNot() {
      assertThat(decide(VOTING, consent(), asRepresentative("a", CLOSE.minusNanos(1))))
          .isInstanceOf(Decision.Accepted.class);
      assertThat(codeOf(decide(VOTING, consent(), asRepresentative("a", CLOSE))))
          .isEqualTo(RejectionCode.VOTING_NOT_OPEN);
    }

    @ParameterizedTest
    @CsvSource({",", "because,", ",this", "' ',this", "because,' '"})
    void againstWantsAReasonAndAChange(String reason, String change) {
      assertThat(
              codeOf(decide(VOTING, new CastVote(ID, VoteChoice.OBJECT, reason, change), as("a"))))
          .isEqualTo(RejectionCode.OBJECTION_NEEDS_REASON);
    }

    @Test
    void theSameAgainChangesNothing() {
      ProposalState voted = after(VOTING, cast("a", VoteChoice.OBJECT));
      assertThat(decide(voted, objection("a"), as("a"))).isEqualTo(Decision.nothingToDo());
    }

    @Test
    void theSameChoiceInOtherWordsIsAVote() {
      ProposalState voted = after(VOTING, cast("a", VoteChoice.OBJECT));
      CastVote clearer = new CastVote(ID, VoteChoice.OBJECT, "more clearly", "drop it");
      assertThat(decide(voted, clearer, as("a")).eventsOrThrow()).hasSize(1);
    }

    @Test
    void theThirdObjectionOfADifferentDomainSendsTheProposalBackAtOnce() {
      ProposalState two = objectedBy("c", "a");
      assertThat(decide(two, objection("b"), as("b")))
          .isEqualTo(
              Decision.accept(
                  cast("b", VoteChoice.OBJECT),
                  new ProposalSentBack(
                      ID,
                      1,
                      SentBackReason.OBJECTIONS,
                      List.of(domain("a"), domain("b"), domain("c")),
                      NOON)));
    }

    @Test
    void afterTheThirdObjectionNoVoteIsTakenInTheRound() {
      ProposalState two = objectedBy("a", "b");
      ProposalState back = two;
      for (ProposalEvent event : decide(two, objection("c"), as("c")).eventsOrThrow()) {
        back = after(back, event);
      }
      assertThat(codeOf(decide(back, consent(), as("d")))).isEqualTo(RejectionCode.VOTING_NOT_OPEN);
    }

    @Test
    void threeObjectionsOfOneDomainAreOne() {
      ProposalState two = objectedBy("a", "b");
      CastVote louder = new CastVote(ID, VoteChoice.OBJECT, "louder", "change this");
      assertThat(decide(two, louder, as("b")).eventsOrThrow())
          .singleElement()
          .isInstanceOf(VoteCast.class);
    }

    @Test
    void aChangedVoteFreesTheObjection() {
      ProposalState freed = after(objectedBy("a", "b"), cast("a", VoteChoice.ABSTAIN));
      assertThat(decide(freed, objection("c"), as("c")).eventsOrThrow())
          .singleElement()
          .isInstanceOf(VoteCast.class);
    }

    @Test
    void theAuthorsOwnObjectionCounts() {
      assertThat(decide(objectedBy("a", "b"), objection("author"), as("author")).eventsOrThrow())
          .hasSize(2);
    }

    @Test
    void anObjectionOfADomainThatLostItsSeatDoesNotStand() {
      ProposalState two = objectedBy("a", "gone");
      assertThat(decide(two, objection("b"), as("b")).eventsOrThrow()).hasSize(1);
    }

    @Test
    void theLimitIsThatOfTheRulesUnderWhichTheBallotOpened() {
      CouncilRules strict = new CouncilRules(50, 1, Duration.ofHours(1), Duration.ofDays(60));
      ProposalState underStrictRules =
          after(DISCUSSED, new VotingStarted(ID, 1, NOON, CLOSE, strict, representative("author")));
      assertThat(decide(underStrictRules, objection("a"), as("a")).eventsOrThrow()).hasSize(2);
    }

    private CastVote consent() {
      return new CastVote(ID, VoteChoice.CONSENT, null, null);
    }

    private CastVote objection(String domain) {
      return new CastVote(ID, VoteChoice.OBJECT, "reason of " + domain, "change of " + domain);
    }
  }

  @Nested
  class Closing {

    @Test
    void adoptsWhatCarries() {
      ProposalState carried = votes("a", VoteChoice.CONSENT, "b", VoteChoice.CONSENT);
      carried = after(carried, cast("c", VoteChoice.OBJECT));
      assertThat(close(carried, FACTS))
          .isEqualTo(Decision.accept(new ProposalAdopted(ID, 1, 2, CLOSE)));
    }

    @Test
    void sendsBackWhatDoesNotCarry() {
      ProposalState even = votes("a", VoteChoice.CONSENT, "b", VoteChoice.OBJECT);
      even = after(even, cast("c", VoteChoice.ABSTAIN));
      assertThat(close(even, FACTS))
          .isEqualTo(
              Decision.accept(
                  new ProposalSentBack(
                      ID, 1, SentBackReason.NOT_CARRIED, List.of(domain("b")), CLOSE)));
    }

    @Test
    void sendsBackWhatTheAuthorAloneWants() {
      ProposalState alone = votes("author", VoteChoice.CONSENT, "b", VoteChoice.ABSTAIN);
      alone = after(alone, cast("c", VoteChoice.ABSTAIN));
      assertThat(close(alone, FACTS).eventsOrThrow())
          .singleElement()
          .isInstanceOf(ProposalSentBack.class);
    }

    @Test
    void letsLapseWhatTooFewVotedOn() {
      assertThat(close(votes("a", VoteChoice.CONSENT, "b", VoteChoice.CONSENT), FACTS))
          .isEqualTo(Decision.accept(new ProposalLapsed(ID, 1, 2, 3, CLOSE)));
    }

    @Test
    void countsTheSeatsOfTheMoment() {
      CouncilFacts grown =
          new CouncilFacts(
              council(CouncilRules.DEFAULT, "author", "a", "b", "c", "d", "e", "f", "g"),
              FACTS.policySets(),
              List.of());
      ProposalState three = votes("a", VoteChoice.CONSENT, "b", VoteChoice.CONSENT);
      three = after(three, cast("c", VoteChoice.CONSENT));
      assertThat(close(three, FACTS).eventsOrThrow().getFirst())
          .isInstanceOf(ProposalAdopted.class);
      assertThat(close(three, grown))
          .isEqualTo(Decision.accept(new ProposalLapsed(ID, 1, 3, 4, CLOSE)));
    }

    @Test
    void sendsBackWhereObjectionsStandThatWereNotSeenWhileVoting() {
      ProposalState objected = after(objectedBy("a", "b"), cast("c", VoteChoice.OBJECT));
      assertThat(close(objected, FACTS).eventsOrThrow())
          .singleElement()
          .isInstanceOfSatisfying(
              ProposalSentBack.class,
              back -> assertThat(back.reason()).isEqualTo(SentBackReason.OBJECTIONS));
    }

    @Test
    void sendsBackACarriedChangeThatFitsNoMore() {
      ProposalState carried = votes("a", VoteChoice.CONSENT, "b", VoteChoice.CONSENT);
      carried = after(carried, cast("c", VoteChoice.CONSENT));
      CouncilFacts meanwhile =
          new CouncilFacts(FACTS.council(), founded(OWNED, policy("typed", "false")), List.of());
      assertThat(close(carried, meanwhile))
          .isEqualTo(
              Decision.accept(
                  new ProposalSentBack(ID, 1, SentBackReason.NOT_CARRIED, List.of(), CLOSE)));
    }

    @Test
    void waitsForTheClosingTime() {
      assertThat(codeOf(decide(VOTING, new CloseVoting(ID), asSystem(CLOSE.minusNanos(1)))))
          .isEqualTo(RejectionCode.VOTING_STILL_OPEN);
    }

    @Test
    void whatIsClosedChangesNothing() {
      for (ProposalState state : List.of(DISCUSSED, SENT_BACK, LAPSED, WITHDRAWN, ADOPTED)) {
        assertThat(close(state, FACTS)).isEqualTo(Decision.nothingToDo());
      }
    }

    private Decision<ProposalEvent> close(ProposalState state, CouncilFacts facts) {
      return ProposalDecider.decide(state, new CloseVoting(ID), facts, asSystem(CLOSE));
    }

    private ProposalState votes(String first, VoteChoice choice, String second, VoteChoice other) {
      return after(after(VOTING, cast(first, choice)), cast(second, other));
    }
  }
}
