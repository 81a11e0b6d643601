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
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.council.policyset.PolicyProblem;
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
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.council.VotingStarted;
import io.concordat.messages.council.WithdrawProposal;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyChange.AddPolicy;
import io.concordat.messages.policy.PolicyChange.ChangePolicy;
import io.concordat.messages.policy.PolicyChange.RetirePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposalDeciderTest {

  private static final ProposalId ID = ProposalId.of("019a0000-0000-7000-8000-000000000001");
  private static final Instant CLOSE = NOON.plus(Duration.ofDays(7));
  private static final PolicyChange ADD = new AddPolicy(policy("typed", "true"));
  private static final CouncilFacts FACTS =
      new CouncilFacts(
          council(CouncilRules.DEFAULT, "author", "a", "b", "c", "d", "e"),
          founded(OWNED),
          List.of());

  private final ProposalState none = new ProposalState.NotOpened();
  private final ProposalState discussed = after(none, opened(ADD, null));
  private final ProposalState voting = after(discussed, started(1));
  private final ProposalState sentBack =
      after(
          voting,
          new ProposalSentBack(
              ID, 1, SentBackReason.OBJECTIONS, List.of(domain("a"), domain("b")), NOON));
  private final ProposalState lapsed = after(voting, new ProposalLapsed(ID, 1, 0, 3, CLOSE));
  private final ProposalState withdrawn =
      after(discussed, new ProposalWithdrawn(ID, 1, null, representative("author"), NOON));
  private final ProposalState adopted = after(voting, new ProposalAdopted(ID, 1, 2, CLOSE));

  @Nested
  class Opening {

    @Test
    void putsTheTextUpForDiscussionInTheNameOfTheCallersDomain() {
      assertThat(open(ADD, FACTS)).isEqualTo(Decision.accept(opened(ADD, null)));
    }

    @Test
    void isForRepresentatives() {
      assertThat(codeOf(decide(none, open(ADD), new DecisionContext(NOON, ENGINEER))))
          .isEqualTo(RejectionCode.NO_SEAT);
    }

    @Test
    void ofAnIdThatIsTakenIsRefused() {
      assertThat(codeOf(decide(discussed, open(ADD), author(NOON))))
          .isEqualTo(RejectionCode.PROPOSAL_EXISTS);
    }

    @Test
    void wantsAPolicyThatCompiles() {
      CouncilFacts facts =
          new CouncilFacts(
              FACTS.council(),
              FACTS.policySets(),
              List.of(new PolicyProblem("typed", "1:4 unknown")));
      Decision<?> decision = open(ADD, facts);
      assertThat(codeOf(decision)).isEqualTo(RejectionCode.POLICY_DOES_NOT_COMPILE);
      assertThat(decision.toString()).contains("typed: 1:4 unknown");
    }

    @Test
    void wantsAChangeThatFitsThePolicySet() {
      assertThat(codeOf(open(new AddPolicy(OWNED), FACTS))).isEqualTo(RejectionCode.POLICY_EXISTS);
      assertThat(codeOf(open(new RetirePolicy("typed"), FACTS)))
          .isEqualTo(RejectionCode.POLICY_NOT_FOUND);
      assertThat(codeOf(open(new ChangePolicy(policy("typed", "true")), FACTS)))
          .isEqualTo(RejectionCode.POLICY_NOT_FOUND);
    }

    private Decision<ProposalEvent> open(PolicyChange change, CouncilFacts facts) {
      return ProposalDecider.decide(none, open(change), facts, author(NOON));
    }

    private OpenProposal open(PolicyChange change) {
      return new OpenProposal(ID, "Title", "Because.", change, null);
    }
  }

  @Nested
  class Revising {

    @Test
    void beginsTheNextRound() {
      assertThat(decide(sentBack, revise("a"), author(NOON)))
          .isEqualTo(Decision.accept(revised(2, "a")));
    }

    @Test
    void inDiscussionBeginsTheNextRoundToo() {
      assertThat(decide(discussed, revise(), author(NOON))).isEqualTo(Decision.accept(revised(2)));
    }

    @Test
    void marksOnlyObjectionsThatStood() {
      assertThat(decide(sentBack, revise("b", "c", "a"), author(NOON)))
          .isEqualTo(Decision.accept(revised(2, "a", "b")));
    }

    @Test
    void twiceCanStillMarkTheObjectionsOfTheLastBallot() {
      ProposalState again = after(sentBack, revised(2, "a"));
      assertThat(decide(again, revise("a", "b"), author(NOON)))
          .isEqualTo(Decision.accept(revised(3, "a", "b")));
    }

    @Test
    void clearsTheVotes() {
      ProposalState objected = after(voting, cast("a", VoteChoice.OBJECT));
      ProposalState again =
          after(
              after(
                  after(
                      objected,
                      new ProposalSentBack(
                          ID, 1, SentBackReason.NOT_CARRIED, List.of(domain("a")), CLOSE)),
                  revised(2)),
              started(2));
      assertThat(again)
          .isInstanceOfSatisfying(
              ProposalState.Voting.class, next -> assertThat(next.ballot().votes()).isEmpty());
    }

    @Test
    void isForTheAuthor() {
      assertThat(codeOf(decide(sentBack, revise(), as("a"))))
          .isEqualTo(RejectionCode.NOT_THE_AUTHOR);
      assertThat(codeOf(decide(sentBack, revise(), new DecisionContext(NOON, ENGINEER))))
          .isEqualTo(RejectionCode.NOT_THE_AUTHOR);
    }

    @Test
    void isNotPossibleDuringAVote() {
      assertThat(codeOf(decide(voting, revise(), author(NOON))))
          .isEqualTo(RejectionCode.PROPOSAL_NOT_SENT_BACK);
    }

    @Test
    void isNotPossibleAfterTheEnd() {
      for (ProposalState ended : List.of(lapsed, withdrawn, adopted)) {
        assertThat(codeOf(decide(ended, revise(), author(NOON))))
            .isEqualTo(RejectionCode.PROPOSAL_CLOSED);
      }
    }

    @Test
    void wantsAPolicyThatCompilesAndFits() {
      CouncilFacts problems =
          new CouncilFacts(
              FACTS.council(), FACTS.policySets(), List.of(new PolicyProblem("typed", "no")));
      assertThat(codeOf(ProposalDecider.decide(sentBack, revise(), problems, author(NOON))))
          .isEqualTo(RejectionCode.POLICY_DOES_NOT_COMPILE);
      ReviseProposal misfit =
          new ReviseProposal(ID, "Title", "Because.", new AddPolicy(OWNED), Set.of());
      assertThat(codeOf(decide(sentBack, misfit, author(NOON))))
          .isEqualTo(RejectionCode.POLICY_EXISTS);
    }

    private ReviseProposal revise(String... addressed) {
      return new ReviseProposal(ID, "Title", "Because.", ADD, domains(addressed));
    }

    private ProposalRevised revised(int round, String... addressed) {
      return new ProposalRevised(
          ID,
          round,
          representative("author"),
          "Title",
          "Because.",
          ADD,
          domains(addressed).stream().sorted().toList(),
          NOON);
    }
  }

  @Nested
  class StartingAVote {

    @Test
    void opensTheBallotUnderTheRulesOfTheMoment() {
      assertThat(decide(discussed, new StartVoting(ID, CLOSE), author(NOON)))
          .isEqualTo(Decision.accept(started(1)));
    }

    @ParameterizedTest
    @CsvSource({"PT1H", "P60D"})
    void mayLastAsLongAsTheBounds(Duration length) {
      assertThat(decide(discussed, new StartVoting(ID, NOON.plus(length)), author(NOON)))
          .isInstanceOf(Decision.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({"PT59M59.999999999S", "P60DT0.000000001S", "PT0S", "-PT1H"})
    void mayNotLastShorterOrLonger(Duration length) {
      assertThat(codeOf(decide(discussed, new StartVoting(ID, NOON.plus(length)), author(NOON))))
          .isEqualTo(RejectionCode.VOTING_PERIOD_OUT_OF_BOUNDS);
    }

    @Test
    void survivesAClosingTimeAtTheEndOfTime() {
      assertThat(codeOf(decide(discussed, new StartVoting(ID, Instant.MAX), author(NOON))))
          .isEqualTo(RejectionCode.VOTING_PERIOD_OUT_OF_BOUNDS);
    }

    @Test
    void isForTheAuthor() {
      assertThat(codeOf(decide(discussed, new StartVoting(ID, CLOSE), as("a"))))
          .isEqualTo(RejectionCode.NOT_THE_AUTHOR);
    }

    @Test
    void needsADiscussedText() {
      for (ProposalState state : List.of(voting, sentBack, lapsed, withdrawn, adopted)) {
        assertThat(codeOf(decide(state, new StartVoting(ID, CLOSE), author(NOON))))
            .isEqualTo(RejectionCode.PROPOSAL_NOT_IN_DISCUSSION);
      }
    }
  }

  @Nested
  class Voting {

    @Test
    void isForTheCallersOwnDomain() {
      assertThat(decide(voting, new CastVote(ID, VoteChoice.CONSENT, "good", null), as("a")))
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
      assertThat(codeOf(decide(voting, consent(), as("elsewhere"))))
          .isEqualTo(RejectionCode.NO_SEAT);
      assertThat(codeOf(decide(voting, consent(), new DecisionContext(NOON, ENGINEER))))
          .isEqualTo(RejectionCode.NO_SEAT);
    }

    @Test
    void needsAnOpenBallot() {
      for (ProposalState state : List.of(discussed, sentBack, lapsed, withdrawn, adopted)) {
        assertThat(codeOf(decide(state, consent(), as("a"))))
            .isEqualTo(RejectionCode.VOTING_NOT_OPEN);
      }
    }

    @Test
    void endsAtTheClosingTimeWhetherTheClockHasClosedTheBallotOrNot() {
      assertThat(decide(voting, consent(), asRepresentative("a", CLOSE.minusNanos(1))))
          .isInstanceOf(Decision.Accepted.class);
      assertThat(codeOf(decide(voting, consent(), asRepresentative("a", CLOSE))))
          .isEqualTo(RejectionCode.VOTING_NOT_OPEN);
    }

    @ParameterizedTest
    @CsvSource({",", "because,", ",this", "' ',this", "because,' '"})
    void againstWantsAReasonAndAChange(String reason, String change) {
      assertThat(
              codeOf(decide(voting, new CastVote(ID, VoteChoice.OBJECT, reason, change), as("a"))))
          .isEqualTo(RejectionCode.OBJECTION_NEEDS_REASON);
    }

    @Test
    void theSameAgainChangesNothing() {
      ProposalState voted = after(voting, cast("a", VoteChoice.OBJECT));
      assertThat(decide(voted, objection("a"), as("a"))).isEqualTo(Decision.nothingToDo());
    }

    @Test
    void theSameChoiceInOtherWordsIsAVote() {
      ProposalState voted = after(voting, cast("a", VoteChoice.OBJECT));
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
          after(discussed, new VotingStarted(ID, 1, NOON, CLOSE, strict, representative("author")));
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
      assertThat(codeOf(decide(voting, new CloseVoting(ID), asSystem(CLOSE.minusNanos(1)))))
          .isEqualTo(RejectionCode.VOTING_STILL_OPEN);
    }

    @Test
    void whatIsClosedChangesNothing() {
      for (ProposalState state : List.of(discussed, sentBack, lapsed, withdrawn, adopted)) {
        assertThat(close(state, FACTS)).isEqualTo(Decision.nothingToDo());
      }
    }

    private Decision<ProposalEvent> close(ProposalState state, CouncilFacts facts) {
      return ProposalDecider.decide(state, new CloseVoting(ID), facts, asSystem(CLOSE));
    }

    private ProposalState votes(String first, VoteChoice choice, String second, VoteChoice other) {
      return after(after(voting, cast(first, choice)), cast(second, other));
    }
  }

  @Nested
  class Withdrawing {

    @Test
    void isPossibleUntilTheEnd() {
      for (ProposalState state : List.of(discussed, voting, sentBack)) {
        assertThat(decide(state, new WithdrawProposal(ID, "moot"), author(NOON)))
            .isEqualTo(
                Decision.accept(
                    new ProposalWithdrawn(ID, 1, "moot", representative("author"), NOON)));
      }
    }

    @Test
    void doesNotDodgeWhatTheCouncilHasDecided() {
      WithdrawProposal command = new WithdrawProposal(ID, null);
      assertThat(decide(voting, command, author(CLOSE.minusNanos(1))))
          .isInstanceOf(Decision.Accepted.class);
      assertThat(codeOf(decide(voting, command, author(CLOSE))))
          .isEqualTo(RejectionCode.PROPOSAL_CLOSED);
    }

    @Test
    void isNotPossibleAfterTheEnd() {
      for (ProposalState ended : List.of(lapsed, withdrawn, adopted)) {
        assertThat(codeOf(decide(ended, new WithdrawProposal(ID, null), author(NOON))))
            .isEqualTo(RejectionCode.PROPOSAL_CLOSED);
      }
    }

    @Test
    void isForTheAuthor() {
      assertThat(codeOf(decide(discussed, new WithdrawProposal(ID, null), as("a"))))
          .isEqualTo(RejectionCode.NOT_THE_AUTHOR);
    }
  }

  @Test
  void nothingButOpeningIsPossibleWithoutAProposal() {
    List<ProposalCommand> commands =
        List.of(
            new ReviseProposal(ID, "Title", "Because.", ADD, Set.of()),
            new StartVoting(ID, CLOSE),
            new CastVote(ID, VoteChoice.CONSENT, null, null),
            new CloseVoting(ID),
            new WithdrawProposal(ID, null));
    for (ProposalCommand command : commands) {
      assertThat(codeOf(decide(none, command, author(NOON))))
          .isEqualTo(RejectionCode.PROPOSAL_NOT_FOUND);
    }
  }

  private static Decision<ProposalEvent> decide(
      ProposalState state, ProposalCommand command, DecisionContext context) {
    return ProposalDecider.decide(state, command, FACTS, context);
  }

  private static ProposalState after(ProposalState state, ProposalEvent event) {
    return ProposalState.evolve(state, event);
  }

  private ProposalState objectedBy(String first, String second) {
    return after(after(voting, cast(first, VoteChoice.OBJECT)), cast(second, VoteChoice.OBJECT));
  }

  private static ProposalOpened opened(PolicyChange change, Instant effectiveFrom) {
    return new ProposalOpened(
        ID,
        domain("author"),
        representative("author"),
        "Title",
        "Because.",
        change,
        effectiveFrom,
        NOON);
  }

  private static VotingStarted started(int round) {
    return new VotingStarted(
        ID, round, NOON, CLOSE, CouncilRules.DEFAULT, representative("author"));
  }

  private static VoteCast cast(String domain, VoteChoice choice) {
    return new VoteCast(
        ID,
        1,
        domain(domain),
        representative(domain),
        choice,
        "reason of " + domain,
        "change of " + domain,
        NOON);
  }

  private static DecisionContext author(Instant now) {
    return asRepresentative("author", now);
  }

  private static DecisionContext as(String domain) {
    return asRepresentative(domain, NOON);
  }

  private static Set<DomainId> domains(String... ids) {
    return java.util.Arrays.stream(ids)
        .map(DomainId::new)
        .collect(java.util.stream.Collectors.toSet());
  }
}
