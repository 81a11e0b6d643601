package io.concordat.council.proposal;

import static io.concordat.council.Samples.ENGINEER;
import static io.concordat.council.Samples.NOON;
import static io.concordat.council.Samples.OWNED;
import static io.concordat.council.Samples.codeOf;
import static io.concordat.council.Samples.domain;
import static io.concordat.council.Samples.policy;
import static io.concordat.council.Samples.representative;
import static io.concordat.council.proposal.Proposals.ADD;
import static io.concordat.council.proposal.Proposals.ADOPTED;
import static io.concordat.council.proposal.Proposals.CLOSE;
import static io.concordat.council.proposal.Proposals.DISCUSSED;
import static io.concordat.council.proposal.Proposals.FACTS;
import static io.concordat.council.proposal.Proposals.ID;
import static io.concordat.council.proposal.Proposals.LAPSED;
import static io.concordat.council.proposal.Proposals.NONE;
import static io.concordat.council.proposal.Proposals.SENT_BACK;
import static io.concordat.council.proposal.Proposals.VOTING;
import static io.concordat.council.proposal.Proposals.WITHDRAWN;
import static io.concordat.council.proposal.Proposals.after;
import static io.concordat.council.proposal.Proposals.as;
import static io.concordat.council.proposal.Proposals.author;
import static io.concordat.council.proposal.Proposals.cast;
import static io.concordat.council.proposal.Proposals.decide;
import static io.concordat.council.proposal.Proposals.domains;
import static io.concordat.council.proposal.Proposals.opened;
import static io.concordat.council.proposal.Proposals.started;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.council.seat.CouncilState;
import io.concordat.messages.Subject;
import io.concordat.messages.council.CastVote;
import io.concordat.messages.council.CloseVoting;
import io.concordat.messages.council.OpenProposal;
import io.concordat.messages.council.ProposalCommand;
import io.concordat.messages.council.ProposalEvent;
import io.concordat.messages.council.ProposalRevised;
import io.concordat.messages.council.ProposalSentBack;
import io.concordat.messages.council.ProposalWithdrawn;
import io.concordat.messages.council.RepresentativeAppointed;
import io.concordat.messages.council.ReviseProposal;
import io.concordat.messages.council.SeatVacated;
import io.concordat.messages.council.SentBackReason;
import io.concordat.messages.council.StartVoting;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.council.WithdrawProposal;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
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

  private static final DecisionContext ENGINEERING = new DecisionContext(NOON, ENGINEER);
  private static final CouncilState ORPHANED =
      FACTS
          .council()
          .evolve(
              new SeatVacated(
                  domain("author"), representative("author"), ENGINEER.subject(), NOON));

  @Nested
  class Opening {

    @Test
    void putsTheTextUpForDiscussionInTheNameOfTheCallersDomain() {
      assertThat(open(ADD, FACTS)).isEqualTo(Decision.accept(opened(ADD, null)));
    }

    @Test
    void isForRepresentatives() {
      assertThat(codeOf(decide(NONE, open(ADD), new DecisionContext(NOON, ENGINEER))))
          .isEqualTo(RejectionCode.NO_SEAT);
    }

    @Test
    void ofAnIdThatIsTakenIsRefused() {
      assertThat(codeOf(decide(DISCUSSED, open(ADD), author(NOON))))
          .isEqualTo(RejectionCode.PROPOSAL_EXISTS);
    }

    @Test
    void wantsAPolicyThatCompiles() {
      CouncilFacts facts =
          new CouncilFacts(FACTS.council(), FACTS.policySets(), List.of("typed: 1:4 unknown"));
      Decision<?> decision = open(ADD, facts);
      assertThat(codeOf(decision)).isEqualTo(RejectionCode.POLICY_DOES_NOT_COMPILE);
      assertThat(decision.toString()).contains("typed: 1:4 unknown");
    }

    @Test
    void wantsExamplesThatShowWhatTheySay() {
      CouncilFacts facts =
          new CouncilFacts(
              FACTS.council(), FACTS.policySets(), List.of(), List.of("typed: it is kept"));
      Decision<?> decision = open(ADD, facts);
      assertThat(codeOf(decision)).isEqualTo(RejectionCode.POLICY_EXAMPLES_FAIL);
      assertThat(decision.toString()).contains("typed: it is kept");
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
      return ProposalDecider.decide(NONE, open(change), facts, author(NOON));
    }

    private OpenProposal open(PolicyChange change) {
      return new OpenProposal(ID, "Title", "Because.", change, null);
    }
  }

  @Nested
  class Revising {

    @Test
    void beginsTheNextRound() {
      assertThat(decide(SENT_BACK, revise("a"), author(NOON)))
          .isEqualTo(Decision.accept(revised(2, "a")));
    }

    @Test
    void inDiscussionBeginsTheNextRoundToo() {
      assertThat(decide(DISCUSSED, revise(), author(NOON))).isEqualTo(Decision.accept(revised(2)));
    }

    @Test
    void marksOnlyObjectionsThatStood() {
      assertThat(decide(SENT_BACK, revise("b", "c", "a"), author(NOON)))
          .isEqualTo(Decision.accept(revised(2, "a", "b")));
    }

    @Test
    void twiceCanStillMarkTheObjectionsOfTheLastBallot() {
      ProposalState again = after(SENT_BACK, revised(2, "a"));
      assertThat(decide(again, revise("a", "b"), author(NOON)))
          .isEqualTo(Decision.accept(revised(3, "a", "b")));
    }

    @Test
    void clearsTheVotes() {
      ProposalState objected = after(VOTING, cast("a", VoteChoice.OBJECT));
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
      assertThat(codeOf(decide(SENT_BACK, revise(), as("a"))))
          .isEqualTo(RejectionCode.NOT_THE_AUTHOR);
      assertThat(codeOf(decide(SENT_BACK, revise(), new DecisionContext(NOON, ENGINEER))))
          .isEqualTo(RejectionCode.NOT_THE_AUTHOR);
    }

    @Test
    void isNotPossibleDuringAVote() {
      assertThat(codeOf(decide(VOTING, revise(), author(NOON))))
          .isEqualTo(RejectionCode.PROPOSAL_NOT_SENT_BACK);
    }

    @Test
    void isNotPossibleAfterTheEnd() {
      for (ProposalState ended : List.of(LAPSED, WITHDRAWN, ADOPTED)) {
        assertThat(codeOf(decide(ended, revise(), author(NOON))))
            .isEqualTo(RejectionCode.PROPOSAL_CLOSED);
      }
    }

    @Test
    void wantsAPolicyThatCompilesAndFits() {
      CouncilFacts problems =
          new CouncilFacts(FACTS.council(), FACTS.policySets(), List.of("typed: no"));
      assertThat(codeOf(ProposalDecider.decide(SENT_BACK, revise(), problems, author(NOON))))
          .isEqualTo(RejectionCode.POLICY_DOES_NOT_COMPILE);
      ReviseProposal misfit =
          new ReviseProposal(ID, "Title", "Because.", new AddPolicy(OWNED), Set.of());
      assertThat(codeOf(decide(SENT_BACK, misfit, author(NOON))))
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
      assertThat(decide(DISCUSSED, new StartVoting(ID, CLOSE), author(NOON)))
          .isEqualTo(Decision.accept(started(1)));
    }

    @ParameterizedTest
    @CsvSource({"PT1H", "P60D"})
    void mayLastAsLongAsTheBounds(Duration length) {
      assertThat(decide(DISCUSSED, new StartVoting(ID, NOON.plus(length)), author(NOON)))
          .isInstanceOf(Decision.Accepted.class);
    }

    @ParameterizedTest
    @CsvSource({"PT59M59.999999999S", "P60DT0.000000001S", "PT0S", "-PT1H"})
    void mayNotLastShorterOrLonger(Duration length) {
      assertThat(codeOf(decide(DISCUSSED, new StartVoting(ID, NOON.plus(length)), author(NOON))))
          .isEqualTo(RejectionCode.VOTING_PERIOD_OUT_OF_BOUNDS);
    }

    @Test
    void survivesAClosingTimeAtTheEndOfTime() {
      assertThat(codeOf(decide(DISCUSSED, new StartVoting(ID, Instant.MAX), author(NOON))))
          .isEqualTo(RejectionCode.VOTING_PERIOD_OUT_OF_BOUNDS);
    }

    @Test
    void isForTheAuthor() {
      assertThat(codeOf(decide(DISCUSSED, new StartVoting(ID, CLOSE), as("a"))))
          .isEqualTo(RejectionCode.NOT_THE_AUTHOR);
    }

    @Test
    void needsADiscussedText() {
      for (ProposalState state : List.of(VOTING, SENT_BACK, LAPSED, WITHDRAWN, ADOPTED)) {
        assertThat(codeOf(decide(state, new StartVoting(ID, CLOSE), author(NOON))))
            .isEqualTo(RejectionCode.PROPOSAL_NOT_IN_DISCUSSION);
      }
    }
  }

  @Nested
  class Withdrawing {

    @Test
    void isPossibleUntilTheEnd() {
      for (ProposalState state : List.of(DISCUSSED, VOTING, SENT_BACK)) {
        assertThat(decide(state, new WithdrawProposal(ID, "moot"), author(NOON)))
            .isEqualTo(
                Decision.accept(
                    new ProposalWithdrawn(ID, 1, "moot", representative("author"), NOON)));
      }
    }

    @Test
    void doesNotDodgeWhatTheCouncilHasDecided() {
      WithdrawProposal command = new WithdrawProposal(ID, null);
      assertThat(decide(VOTING, command, author(CLOSE.minusNanos(1))))
          .isInstanceOf(Decision.Accepted.class);
      assertThat(codeOf(decide(VOTING, command, author(CLOSE))))
          .isEqualTo(RejectionCode.PROPOSAL_CLOSED);
    }

    @Test
    void isNotPossibleAfterTheEnd() {
      for (ProposalState ended : List.of(LAPSED, WITHDRAWN, ADOPTED)) {
        assertThat(codeOf(decide(ended, new WithdrawProposal(ID, null), author(NOON))))
            .isEqualTo(RejectionCode.PROPOSAL_CLOSED);
      }
    }

    @Test
    void isForTheAuthor() {
      assertThat(codeOf(decide(DISCUSSED, new WithdrawProposal(ID, null), as("a"))))
          .isEqualTo(RejectionCode.NOT_THE_AUTHOR);
      assertThat(codeOf(decide(DISCUSSED, new WithdrawProposal(ID, null), ENGINEERING)))
          .as("while its domain has a seat")
          .isEqualTo(RejectionCode.NOT_THE_AUTHOR);
    }

    @Test
    void passesToWhoRepresentsTheDomainNext() {
      DecisionContext next =
          new DecisionContext(NOON, new Actor(new Subject("successor"), Set.of()));
      CouncilFacts handedOver =
          CouncilFacts.of(
              ORPHANED.evolve(
                  new RepresentativeAppointed(
                      domain("author"), new Subject("successor"), null, NOON)));
      for (ProposalState state : List.of(DISCUSSED, VOTING, SENT_BACK)) {
        assertThat(ProposalDecider.decide(state, new WithdrawProposal(ID, null), handedOver, next))
            .isInstanceOf(Decision.Accepted.class);
        assertThat(
                codeOf(
                    ProposalDecider.decide(
                        state, new WithdrawProposal(ID, null), handedOver, ENGINEERING)))
            .isEqualTo(RejectionCode.NOT_THE_AUTHOR);
      }
    }

    @Test
    void ofADomainWithoutASeatIsForGovernanceEngineers() {
      CouncilFacts orphaned = CouncilFacts.of(ORPHANED);
      for (ProposalState state : List.of(DISCUSSED, VOTING, SENT_BACK)) {
        assertThat(
                ProposalDecider.decide(
                    state, new WithdrawProposal(ID, "orphaned"), orphaned, ENGINEERING))
            .isEqualTo(
                Decision.accept(
                    new ProposalWithdrawn(ID, 1, "orphaned", ENGINEER.subject(), NOON)));
        for (DecisionContext other : List.of(author(NOON), as("a"))) {
          assertThat(
                  codeOf(
                      ProposalDecider.decide(
                          state, new WithdrawProposal(ID, null), orphaned, other)))
              .isEqualTo(RejectionCode.NOT_THE_AUTHOR);
        }
      }
      assertThat(
              codeOf(
                  ProposalDecider.decide(
                      VOTING,
                      new WithdrawProposal(ID, null),
                      orphaned,
                      new DecisionContext(CLOSE, ENGINEER))))
          .as("what the council has decided")
          .isEqualTo(RejectionCode.PROPOSAL_CLOSED);
    }

    @Test
    void isAllThatAGovernanceEngineerMayDo() {
      CouncilFacts orphaned = CouncilFacts.of(ORPHANED);
      assertThat(
              codeOf(
                  ProposalDecider.decide(
                      DISCUSSED, new StartVoting(ID, CLOSE), orphaned, ENGINEERING)))
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
      assertThat(codeOf(decide(NONE, command, author(NOON))))
          .isEqualTo(RejectionCode.PROPOSAL_NOT_FOUND);
    }
  }
}
