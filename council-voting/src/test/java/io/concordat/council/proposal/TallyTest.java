package io.concordat.council.proposal;

import static io.concordat.council.Samples.domain;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.council.proposal.Tally.Outcome;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.mesh.DomainId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TallyTest {

  private static final DomainId AUTHOR = domain("d0");

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
    assertThat(Ballot.tally(Map.of(), seats(seats), rules).votesNeeded()).isEqualTo(needed);
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
    Map<DomainId, Vote> votes = new HashMap<>();
    deal(votes, consents, VoteChoice.CONSENT);
    deal(votes, objections, VoteChoice.OBJECT);
    deal(votes, abstentions, VoteChoice.ABSTAIN);
    assertThat(Ballot.tally(votes, seats(seats), CouncilRules.DEFAULT).outcome(AUTHOR))
        .isEqualTo(outcome);
  }

  @Test
  void theAuthorsOwnConsentDoesNotCarry() {
    Tally alone = tally(Map.of("d0", VoteChoice.CONSENT, "d1", VoteChoice.ABSTAIN));
    assertThat(alone.consentsOutweighObjections()).isTrue();
    assertThat(alone.anotherDomainConsents(AUTHOR)).isFalse();
    assertThat(alone.outcome(AUTHOR)).isEqualTo(Outcome.NOT_CARRIED);
  }

  @Test
  void anotherDomainCarriesWithoutTheAuthor() {
    assertThat(tally(Map.of("d1", VoteChoice.CONSENT, "d0", VoteChoice.ABSTAIN)).outcome(AUTHOR))
        .isEqualTo(Outcome.CARRIED);
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
    Map<DomainId, Vote> votes = new HashMap<>();
    choices.forEach((id, choice) -> votes.put(domain(id), new Vote(choice, "r", "c")));
    return Ballot.tally(votes, seats(4), CouncilRules.DEFAULT);
  }

  private static void deal(Map<DomainId, Vote> votes, int count, VoteChoice choice) {
    int next = votes.size();
    for (int i = next; i < next + count; i++) {
      votes.put(domain("d" + i), new Vote(choice, "r", "c"));
    }
  }

  private static List<DomainId> seats(int count) {
    return IntStream.range(0, count).mapToObj(i -> domain("d" + i)).toList();
  }
}
