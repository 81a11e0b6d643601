package io.concordat.council;

import static io.concordat.council.Samples.EMAIL;
import static io.concordat.council.Samples.ENGINEER;
import static io.concordat.council.Samples.NOON;
import static io.concordat.council.Samples.OWNED;
import static io.concordat.council.Samples.asRepresentative;
import static io.concordat.council.Samples.asSystem;
import static io.concordat.council.Samples.domain;
import static io.concordat.council.Samples.policy;
import static io.concordat.council.Samples.representative;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.messages.council.AppointRepresentative;
import io.concordat.messages.council.CastVote;
import io.concordat.messages.council.CloseVoting;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.FoundCouncil;
import io.concordat.messages.council.OpenProposal;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.StartVoting;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.decision.CommandRejected;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.policy.CouncilRuleChange;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange.AddPolicy;
import io.concordat.messages.policy.PolicySet;
import io.concordat.messages.policy.ProposedChange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What must happen to two streams together, on Axon's own wiring: the founding of the council and
 * the adoption of a proposal, on one node and on two at once.
 */
class TwoStreamsTest {

  private static final DecisionContext ADMIN = new DecisionContext(NOON, ENGINEER);
  private static final Instant CLOSE = NOON.plus(Duration.ofDays(7));
  private static final FoundCouncil FOUND =
      new FoundCouncil(CouncilRules.DEFAULT, List.of(OWNED), List.of(EMAIL), List.of());

  private final RefusingEventStorageEngine engine = new RefusingEventStorageEngine();
  private final CouncilNode one = new CouncilNode(engine);
  private final CouncilNode two = new CouncilNode(engine);

  @AfterEach
  void stop() {
    one.close();
    two.close();
  }

  @Test
  void theFoundingOfCouncilAndPolicySetIsOneAppend() {
    one.send(FOUND, ADMIN);
    assertThat(engine.appends()).containsExactly(List.of("CouncilFounded", "PolicySetFounded"));
    assertThat(one.policySets().latest().map(PolicySet::policies)).contains(List.of(OWNED));
  }

  @Test
  void theFoundingThatTwoNodesAskForAtOnceHappensOnce() {
    engine.beforeNextAppend(() -> two.send(FOUND, ADMIN));
    assertThatThrownBy(() -> one.send(FOUND, ADMIN)).isInstanceOf(ConcurrencyException.class);
    one.send(FOUND, ADMIN);
    assertThat(engine.appends()).hasSize(1);
  }

  @Test
  void aFoundingThatIsRefusedLeavesNothing() {
    FoundCouncil broken =
        new FoundCouncil(
            CouncilRules.DEFAULT, List.of(policy("broken", "1 +")), List.of(), List.of());
    assertThatThrownBy(() -> one.send(broken, ADMIN)).isInstanceOf(CommandRejected.class);
    assertThat(engine.appends()).isEmpty();
    assertThat(one.council().founded()).isFalse();
  }

  @Test
  void theAdoptionAndTheNextPolicySetAreOneAppend() {
    ProposalId proposal = carried("typed");
    one.send(new CloseVoting(proposal), asSystem(CLOSE));
    assertThat(engine.appends().getLast()).containsExactly("ProposalAdopted", "PolicySetChanged");
    assertThat(one.policySets().at(CLOSE).orElseThrow().policies())
        .extracting(Policy::id)
        .containsExactly("owned", "typed");
  }

  @Test
  void twoNodesThatCloseOneBallotAtOnceAdoptOnce() {
    ProposalId proposal = carried("typed");
    CloseVoting close = new CloseVoting(proposal);
    engine.beforeNextAppend(() -> two.send(close, asSystem(CLOSE)));
    assertThatThrownBy(() -> one.send(close, asSystem(CLOSE)))
        .isInstanceOf(ConcurrencyException.class);
    int appended = engine.appends().size();
    one.send(close, asSystem(CLOSE));
    assertThat(engine.appends()).hasSize(appended);
    assertThat(one.policySets().sets()).hasSize(2);
  }

  @Test
  void twoNodesThatAdoptDifferentProposalsAtOnceMakeTwoSets() {
    CloseVoting first = new CloseVoting(carried("typed"));
    CloseVoting second = new CloseVoting(carried("dated"));
    engine.beforeNextAppend(() -> two.send(second, asSystem(CLOSE)));
    assertThatThrownBy(() -> one.send(first, asSystem(CLOSE)))
        .isInstanceOf(ConcurrencyException.class);
    one.send(first, asSystem(CLOSE));
    assertThat(one.policySets().at(CLOSE).orElseThrow().policies())
        .extracting(Policy::id)
        .containsExactly("dated", "owned", "typed");
  }

  @Test
  void theSecondOfTwoProposalsThatAddTheSamePolicyIsSentBack() {
    CloseVoting first = new CloseVoting(carried("typed"));
    CloseVoting second = new CloseVoting(carried("typed"));
    one.send(first, asSystem(CLOSE));
    two.send(second, asSystem(CLOSE));
    assertThat(engine.appends().getLast()).containsExactly("ProposalSentBack");
    assertThat(two.policySets().sets()).hasSize(2);
  }

  @Test
  void theAdoptionOfCouncilRulesIsOneAppendAndHoldsForTheNextBallot() {
    CouncilRules strict = new CouncilRules(75, 2, Duration.ofHours(1), Duration.ofDays(30));
    ProposalId proposal = carried(new CouncilRuleChange(strict));
    one.send(new CloseVoting(proposal), asSystem(CLOSE));
    assertThat(engine.appends().getLast())
        .containsExactly("ProposalAdopted", "CouncilRulesChanged");
    assertThat(two.council().rulesAt(CLOSE)).contains(strict);
    assertThat(one.policySets().sets()).hasSize(1);
  }

  @Test
  void councilRulesOutsideTheirBoundsAreNotProposed() {
    CouncilRules deaf = new CouncilRules(1, 3, Duration.ofHours(1), Duration.ofDays(30));
    assertThatThrownBy(() -> carried(new CouncilRuleChange(deaf)))
        .isInstanceOf(CommandRejected.class)
        .hasMessageContaining("COUNCIL_RULES_OUT_OF_BOUNDS");
  }

  /** A proposal to add this policy, with votes that carry it, whose ballot closes at CLOSE. */
  private ProposalId carried(String policy) {
    return carried(new AddPolicy(policy(policy, "true")));
  }

  private ProposalId carried(ProposedChange change) {
    ensureCouncil();
    ProposalId proposal = new ProposalId(UUID.randomUUID());
    DecisionContext author = asRepresentative("a", NOON);
    one.send(new OpenProposal(proposal, "Title", "Because.", change, null), author);
    one.send(new StartVoting(proposal, CLOSE), author);
    for (String voter : List.of("b", "c")) {
      one.send(
          new CastVote(proposal, VoteChoice.CONSENT, null, null), asRepresentative(voter, NOON));
    }
    return proposal;
  }

  private void ensureCouncil() {
    one.send(FOUND, ADMIN);
    for (String domain : List.of("a", "b", "c", "d")) {
      one.send(new AppointRepresentative(domain(domain), representative(domain), null), ADMIN);
    }
  }
}
