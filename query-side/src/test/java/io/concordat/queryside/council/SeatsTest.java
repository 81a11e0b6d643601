package io.concordat.queryside.council;

import static io.concordat.queryside.Samples.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.Subject;
import io.concordat.messages.council.CouncilFounded;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.CouncilRulesChanged;
import io.concordat.messages.council.CouncilView;
import io.concordat.messages.council.DelegationRevoked;
import io.concordat.messages.council.DelegationView;
import io.concordat.messages.council.FindCouncil;
import io.concordat.messages.council.FindProposals;
import io.concordat.messages.council.FindVoice;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalOpened;
import io.concordat.messages.council.RepresentativeAppointed;
import io.concordat.messages.council.SeatDelegated;
import io.concordat.messages.council.SeatVacated;
import io.concordat.messages.council.SeatView;
import io.concordat.messages.council.VoteCast;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.council.VoteView;
import io.concordat.messages.council.VotingStarted;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.queryside.ReadSide;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who acts for a seat, and whose votes stand. */
class SeatsTest {

  private static final ProposalId ID = ProposalId.of("01900000-0000-7000-8000-000000000009");
  private static final DomainId A = new DomainId("a");
  private static final DomainId B = new DomainId("b");
  private static final Subject ANN = new Subject("ann");
  private static final Subject BO = new Subject("bo");
  private static final Subject DAN = new Subject("dan");
  private static final Instant FAR = Instant.parse("2999-01-01T00:00:00Z");

  private ReadSide side;

  @BeforeEach
  void council() {
    side = ReadSide.empty();
    side.happened(
        new CouncilFounded(CouncilRules.DEFAULT, day(0)),
        new RepresentativeAppointed(A, ANN, null, day(1)),
        new RepresentativeAppointed(B, BO, null, day(1)));
  }

  @AfterEach
  void close() {
    side.close();
  }

  @Test
  void aDelegateActsForTheSeatForItsTime() {
    side.happened(
        new SeatDelegated(A, ANN, DAN, day(1), FAR, day(1)),
        new SeatDelegated(B, BO, new Subject("late"), day(1), day(2), day(1)));

    assertThat(seats())
        .extracting(SeatView::delegation)
        .containsExactly(new DelegationView(DAN, day(1), FAR), null);
    assertThat(side.ask(new FindVoice(DAN)).map(SeatView::domain)).contains(A);
    assertThat(side.ask(new FindVoice(ANN)).map(SeatView::domain)).contains(A);
    assertThat(side.ask(new FindVoice(new Subject("late")))).isEmpty();
  }

  @Test
  void aDelegationEndsWhenItIsRevokedOrTheSeatChangesHands() {
    side.happened(
        new SeatDelegated(A, ANN, DAN, day(1), FAR, day(1)),
        new SeatDelegated(B, BO, new Subject("dora"), day(1), FAR, day(1)),
        new DelegationRevoked(A, DAN, ANN, day(2)),
        new RepresentativeAppointed(B, new Subject("bea"), BO, day(2)));

    assertThat(seats()).extracting(SeatView::delegation).containsOnlyNulls();
    assertThat(side.ask(new FindVoice(DAN))).isEmpty();
  }

  @Test
  void aVoteStandsAsLongAsTheDomainKeepsItsSeat() {
    side.happened(
        new ProposalOpened(ID, A, ANN, "T", "R", new PolicyChange.RetirePolicy("p"), null, day(2)),
        new VotingStarted(ID, 1, day(2), day(9), CouncilRules.DEFAULT, ANN),
        vote(A, ANN, 3),
        vote(B, BO, 3));
    side.happened(new SeatVacated(B, BO, BO, day(4)));

    assertThat(standing()).containsExactly("a");
    assertThat(seats()).extracting(SeatView::domain).containsExactly(A);

    side.happened(new RepresentativeAppointed(B, BO, null, day(5)));
    assertThat(standing()).as("seated again, not voted again").containsExactly("a");

    side.happened(vote(B, BO, 6));
    assertThat(standing()).containsExactly("a", "b");
  }

  @Test
  void theRulesOfTheMomentAreToldWithTheirHistory() {
    CouncilRules strict = new CouncilRules(75, 2, Duration.ofHours(1), Duration.ofDays(30));
    CouncilRules later = new CouncilRules(50, 2, Duration.ofHours(1), Duration.ofDays(30));
    side.happened(
        new CouncilRulesChanged(later, ID, FAR, day(2)),
        new CouncilRulesChanged(strict, ID, day(3), day(3)));

    CouncilView council = side.ask(new FindCouncil()).orElseThrow();
    assertThat(council.rules()).isEqualTo(strict);
    assertThat(council.history())
        .extracting(CouncilView.Rules::rules)
        .containsExactly(CouncilRules.DEFAULT, strict, later);
  }

  private List<String> standing() {
    return side.ask(new FindProposals(Set.of(ID))).getFirst().current().votes().stream()
        .filter(VoteView::standing)
        .map(vote -> vote.domain().value())
        .toList();
  }

  private List<SeatView> seats() {
    return side.ask(new FindCouncil()).orElseThrow().seats();
  }

  private static VoteCast vote(DomainId domain, Subject voter, int day) {
    return new VoteCast(ID, 1, domain, voter, VoteChoice.CONSENT, null, null, day(day));
  }
}
