package io.concordat.council.proposal;

import static io.concordat.council.Samples.NOON;
import static io.concordat.council.Samples.OWNED;
import static io.concordat.council.Samples.asRepresentative;
import static io.concordat.council.Samples.asSystem;
import static io.concordat.council.Samples.council;
import static io.concordat.council.Samples.domain;
import static io.concordat.council.Samples.founded;
import static io.concordat.council.Samples.policy;
import static io.concordat.council.Samples.representative;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.council.Fixtures;
import io.concordat.council.policyset.InMemoryPolicySets;
import io.concordat.council.seat.CouncilSeats;
import io.concordat.council.seat.CouncilState;
import io.concordat.council.seat.InMemoryCouncil;
import io.concordat.messages.council.CastVote;
import io.concordat.messages.council.CloseVoting;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.OpenProposal;
import io.concordat.messages.council.ProposalAdopted;
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
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyChange.AddPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class ProposalAggregateTest {

  private static final ProposalId ID = ProposalId.of("019a0000-0000-7000-8000-000000000001");
  private static final Instant CLOSE = NOON.plus(Duration.ofDays(7));
  private static final Policy TYPED = policy("typed", "true");
  private static final PolicyChange ADD = new AddPolicy(TYPED);
  private static final ProposalOpened OPENED =
      new ProposalOpened(
          ID, domain("a"), representative("a"), "Title", "Because.", ADD, null, NOON);
  private static final VotingStarted STARTED =
      new VotingStarted(ID, 1, NOON, CLOSE, CouncilRules.DEFAULT, representative("a"));

  private final InMemoryPolicySets policySets = new InMemoryPolicySets(founded(OWNED));
  private CouncilState recent = council(CouncilRules.DEFAULT, "a", "b", "c", "d");
  private int reads = 0;
  private final CouncilSeats seats =
      new CouncilSeats() {
        @Override
        public CouncilState recent() {
          return recent;
        }

        @Override
        public CouncilState current() {
          reads++;
          return council(CouncilRules.DEFAULT, "a", "b", "c", "d");
        }
      };

  @Test
  void openingIsAnEvent() {
    as("a")
        .givenNoPriorActivity()
        .when(new OpenProposal(ID, "Title", "Because.", ADD, null))
        .expectEvents(OPENED);
  }

  @Test
  void openingTwiceIsRefused() {
    Fixtures.expectRejection(
        as("a").given(OPENED).when(new OpenProposal(ID, "Title", "Because.", ADD, null)),
        RejectionCode.PROPOSAL_EXISTS);
  }

  @Test
  void openingWithAnExpressionThatDoesNotCompileIsRefused() {
    PolicyChange broken = new AddPolicy(policy("typed", "1 +"));
    Fixtures.expectRejection(
        as("a").givenNoPriorActivity().when(new OpenProposal(ID, "T", "R", broken, null)),
        RejectionCode.POLICY_DOES_NOT_COMPILE);
  }

  @Test
  void revisingWithAnExpressionThatDoesNotCompileIsRefused() {
    PolicyChange broken = new AddPolicy(policy("typed", "1 +"));
    Fixtures.expectRejection(
        as("a").given(OPENED).when(new ReviseProposal(ID, "T", "R", broken, Set.of())),
        RejectionCode.POLICY_DOES_NOT_COMPILE);
  }

  @Test
  void revisingBeginsTheNextRound() {
    as("a")
        .given(
            OPENED,
            STARTED,
            new ProposalSentBack(
                ID, 1, SentBackReason.OBJECTIONS, List.of(domain("b"), domain("c")), NOON))
        .when(new ReviseProposal(ID, "Better", "Because.", ADD, Set.of(domain("c"))))
        .expectEvents(
            new ProposalRevised(
                ID, 2, representative("a"), "Better", "Because.", ADD, List.of(domain("c")), NOON));
  }

  @Test
  void startingAVoteOpensTheBallot() {
    as("a").given(OPENED).when(new StartVoting(ID, CLOSE)).expectEvents(STARTED);
  }

  @Test
  void votingIsForTheCallersDomain() {
    as("b")
        .given(OPENED, STARTED)
        .when(new CastVote(ID, VoteChoice.CONSENT, null, null))
        .expectEvents(
            new VoteCast(
                ID, 1, domain("b"), representative("b"), VoteChoice.CONSENT, null, null, NOON));
  }

  @Test
  void votingReadsNothingWhereTheSeatsAreKnown() {
    as("b")
        .given(OPENED, STARTED, objection("c"))
        .when(new CastVote(ID, VoteChoice.OBJECT, "reason of b", "change of b"))
        .expectEvents(objection("b"));
    assertThat(reads).isZero();
  }

  @Test
  void votingIsPossibleAtOnceAfterTheAppointment() {
    recent = council(CouncilRules.DEFAULT, "a", "c", "d");
    as("b")
        .given(OPENED, STARTED)
        .when(new CastVote(ID, VoteChoice.OBJECT, "reason of b", "change of b"))
        .expectEvents(objection("b"));
  }

  @Test
  void theObjectionOfADomainThatWasSeatedAMomentAgoStands() {
    recent = council(CouncilRules.DEFAULT, "a", "c", "d");
    as("d")
        .given(OPENED, STARTED, objection("b"), objection("c"))
        .when(new CastVote(ID, VoteChoice.OBJECT, "reason of d", "change of d"))
        .expectEvents(
            objection("d"),
            new ProposalSentBack(
                ID,
                1,
                SentBackReason.OBJECTIONS,
                List.of(domain("b"), domain("c"), domain("d")),
                NOON));
  }

  @Test
  void votingWithoutASeatIsRefused() {
    Fixtures.expectRejection(
        as("stranger")
            .given(OPENED, STARTED)
            .when(new CastVote(ID, VoteChoice.ABSTAIN, null, null)),
        RejectionCode.NO_SEAT);
  }

  @Test
  void votingOnAProposalThatIsNotThereFindsNoStream() {
    as("b")
        .givenNoPriorActivity()
        .when(new CastVote(ID, VoteChoice.CONSENT, null, null))
        .expectException(AggregateNotFoundException.class);
  }

  @Test
  void theThirdObjectionSendsBackAtOnce() {
    as("d")
        .given(OPENED, STARTED, objection("b"), objection("c"))
        .when(new CastVote(ID, VoteChoice.OBJECT, "reason of d", "change of d"))
        .expectEvents(
            objection("d"),
            new ProposalSentBack(
                ID,
                1,
                SentBackReason.OBJECTIONS,
                List.of(domain("b"), domain("c"), domain("d")),
                NOON));
  }

  @Test
  void aVoteAfterTheThirdObjectionIsRefused() {
    Fixtures.expectRejection(
        as("a")
            .given(
                OPENED,
                STARTED,
                objection("b"),
                objection("c"),
                objection("d"),
                new ProposalSentBack(ID, 1, SentBackReason.OBJECTIONS, List.of(), NOON))
            .when(new CastVote(ID, VoteChoice.CONSENT, null, null)),
        RejectionCode.VOTING_NOT_OPEN);
  }

  @Test
  void closingAdoptsAndChangesThePolicySet() {
    at(CLOSE)
        .given(OPENED, STARTED, consent("b"), consent("c"))
        .when(new CloseVoting(ID))
        .expectEvents(new ProposalAdopted(ID, 1, 2, CLOSE));
    assertThat(policySets.current().at(CLOSE).orElseThrow().policies())
        .containsExactly(OWNED, TYPED);
    assertThat(policySets.current().changes()).singleElement().extracting("proposal").isEqualTo(ID);
  }

  @Test
  void closingWithoutAQuorumLeavesThePolicySetAlone() {
    at(CLOSE)
        .given(OPENED, STARTED, consent("b"))
        .when(new CloseVoting(ID))
        .expectEvents(new ProposalLapsed(ID, 1, 1, 2, CLOSE));
    assertThat(policySets.current()).isEqualTo(founded(OWNED));
  }

  @Test
  void closingAgainChangesNothing() {
    at(CLOSE)
        .given(OPENED, STARTED, consent("b"), consent("c"), new ProposalAdopted(ID, 1, 2, CLOSE))
        .when(new CloseVoting(ID))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
    assertThat(policySets.current()).isEqualTo(founded(OWNED));
  }

  @Test
  void withdrawingEndsIt() {
    as("a")
        .given(OPENED)
        .when(new WithdrawProposal(ID, "moot"))
        .expectEvents(new ProposalWithdrawn(ID, 1, "moot", representative("a"), NOON));
  }

  private static VoteCast objection(String domain) {
    return new VoteCast(
        ID,
        1,
        domain(domain),
        representative(domain),
        VoteChoice.OBJECT,
        "reason of " + domain,
        "change of " + domain,
        NOON);
  }

  private static VoteCast consent(String domain) {
    return new VoteCast(
        ID, 1, domain(domain), representative(domain), VoteChoice.CONSENT, null, null, NOON);
  }

  private AggregateTestFixture<ProposalAggregate> as(String domain) {
    return fixture(asRepresentative(domain, NOON));
  }

  private AggregateTestFixture<ProposalAggregate> at(Instant now) {
    return fixture(asSystem(now));
  }

  private AggregateTestFixture<ProposalAggregate> fixture(DecisionContext context) {
    AggregateTestFixture<ProposalAggregate> fixture = Fixtures.of(ProposalAggregate.class);
    fixture.registerInjectableResource(seats);
    fixture.registerInjectableResource(policySets);
    fixture.registerInjectableResource(new InMemoryCouncil(recent));
    fixture.registerInjectableResource(context);
    return fixture;
  }
}
