package io.concordat.council.proposal;

import static io.concordat.council.Samples.NOON;
import static io.concordat.council.Samples.council;
import static io.concordat.council.Samples.domain;
import static io.concordat.council.Samples.representative;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.council.proposal.Tally.Outcome;
import io.concordat.council.seat.CouncilState;
import io.concordat.messages.Subject;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.RepresentativeAppointed;
import io.concordat.messages.council.SeatVacated;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.mesh.DomainId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

  private static final DomainId AUTHOR = domain("d0");
  private static final Set<Subject> WRITERS = Set.of(representative("d0"));

  @ParameterizedTest(name = "{0} seats, {1} %: {2} votes")
  @CsvSource({
    "0, 50, 1",
    "1, 1, 1",
    "1, 100, 1",
    "2, 50, 1",
    "3, 50, 2",
    "4, 50, 2",
    "5, 50, 3",
    "23, 50, 12",
    "23, 100, 23",
    "23, 1, 1",
    "200, 33, 66",
    "100, 33, 33",
    "101, 33, 34"
  })
  void theQuorumIsRoundedUpAndAtLeastOne(int seats, int percent, int needed) {
    CouncilRules rules = new CouncilRules(percent, 3, Duration.ofHours(1), Duration.ofDays(60));
    assertThat(Ballot.EMPTY.tally(seats(seats), rules).votesNeeded()).isEqualTo(needed);
  }

  /** Votes are dealt to d0 (the author), d1, d2, ...: first consents, then objections. */
  @ParameterizedTest(name = "{0} seats: {1} in favour, {2} against, {3} abstain: {4}")
  @CsvSource({
    "6, 3, 0, 0, CARRIED",
    "6, 3, 2, 0, CARRIED",
    "6, 2, 2, 0, NOT_CARRIED",
    "6, 2, 2, 2, NOT_CARRIED",
    "6, 1, 0, 2, NOT_CARRIED",
    "6, 0, 0, 6, NOT_CARRIED",
    "6, 2, 0, 1, CARRIED",
    "6, 2, 0, 0, NO_QUORUM",
    "6, 0, 0, 0, NO_QUORUM",
    "6, 0, 2, 0, NO_QUORUM",
    "6, 3, 3, 0, OBJECTED",
    "9, 6, 3, 0, OBJECTED",
    "9, 0, 3, 0, OBJECTED",
    "0, 0, 0, 0, NO_QUORUM"
  })
  void outcomes(int seats, int consents, int objections, int abstentions, Outcome outcome) {
    Map<DomainId, Ballot.Cast> votes = new HashMap<>();
    deal(votes, consents, VoteChoice.CONSENT);
    deal(votes, objections, VoteChoice.OBJECT);
    deal(votes, abstentions, VoteChoice.ABSTAIN);
    assertThat(
            new Ballot(votes, Map.of())
                .tally(seats(seats), CouncilRules.DEFAULT)
                .outcome(AUTHOR, WRITERS))
        .isEqualTo(outcome);
  }

  @Test
  void theAuthorsOwnConsentDoesNotCarry() {
    Tally alone = tally(Map.of("d0", VoteChoice.CONSENT, "d1", VoteChoice.ABSTAIN));
    assertThat(alone.consentsOutweighObjections()).isTrue();
    assertThat(alone.fourEyes(AUTHOR, WRITERS)).isFalse();
    assertThat(alone.outcome(AUTHOR, WRITERS)).isEqualTo(Outcome.NOT_CARRIED);
  }

  @Test
  void anotherDomainCarriesWithoutTheAuthor() {
    assertThat(
            tally(Map.of("d1", VoteChoice.CONSENT, "d0", VoteChoice.ABSTAIN))
                .outcome(AUTHOR, WRITERS))
        .isEqualTo(Outcome.CARRIED);
  }

  @Test
  void whoWroteTheTextDoesNotCarryItFromAnotherSeat() {
    Tally moved =
        new Ballot(
                Map.of(
                    domain("d0"),
                    vote("d0", VoteChoice.ABSTAIN),
                    domain("d1"),
                    new Ballot.Cast(
                        new Vote(VoteChoice.CONSENT, null, null), representative("d0"), NOON)),
                Map.of())
            .tally(seats(4), CouncilRules.DEFAULT);
    assertThat(moved.fourEyes(AUTHOR, WRITERS)).isFalse();
    assertThat(moved.outcome(AUTHOR, WRITERS)).isEqualTo(Outcome.NOT_CARRIED);
  }

  @Test
  void aVoteFromBeforeTheSeatWasTakenAgainDoesNotCount() {
    CouncilState again =
        seats(2)
            .evolve(
                new SeatVacated(
                    domain("d1"), representative("d1"), representative("d1"), NOON.plusSeconds(1)))
            .evolve(
                new RepresentativeAppointed(
                    domain("d1"), representative("d1"), null, NOON.plusSeconds(2)));
    Ballot ballot = new Ballot(Map.of(domain("d1"), vote("d1", VoteChoice.CONSENT)), Map.of());
    assertThat(ballot.tally(again, CouncilRules.DEFAULT).voted()).isZero();
    assertThat(ballot.standing(domain("d1"), again)).isNull();
    assertThat(ballot.standing(domain("d1"), seats(2))).isNotNull();
  }

  @Test
  void votesOfDomainsWithoutASeatDoNotCount() {
    Tally tally =
        tally(
            Map.of(
                "d1", VoteChoice.CONSENT,
                "gone", VoteChoice.OBJECT,
                "left", VoteChoice.OBJECT,
                "away", VoteChoice.OBJECT));
    assertThat(tally.objections()).isEmpty();
    assertThat(tally.voted()).isEqualTo(1);
    assertThat(tally.quorumMet()).isFalse();
  }

  @Test
  void objectorsAreSorted() {
    Tally tally =
        tally(Map.of("d3", VoteChoice.OBJECT, "d1", VoteChoice.OBJECT, "d2", VoteChoice.OBJECT));
    assertThat(tally.objectors()).containsExactly(domain("d1"), domain("d2"), domain("d3"));
  }

  private static Tally tally(Map<String, VoteChoice> choices) {
    Map<DomainId, Ballot.Cast> votes = new HashMap<>();
    choices.forEach((id, choice) -> votes.put(domain(id), vote(id, choice)));
    return new Ballot(votes, Map.of()).tally(seats(4), CouncilRules.DEFAULT);
  }

  private static void deal(Map<DomainId, Ballot.Cast> votes, int count, VoteChoice choice) {
    int next = votes.size();
    for (int i = next; i < next + count; i++) {
      votes.put(domain("d" + i), vote("d" + i, choice));
    }
  }

  private static Ballot.Cast vote(String domain, VoteChoice choice) {
    return new Ballot.Cast(new Vote(choice, "r", "c"), representative(domain), NOON);
  }

  private static CouncilState seats(int count) {
    return council(
        CouncilRules.DEFAULT,
        IntStream.range(0, count).mapToObj(i -> "d" + i).toArray(String[]::new));
  }
}
