package io.concordat.council.proposal;

import static io.concordat.council.Samples.NOON;
import static io.concordat.council.Samples.asRepresentative;
import static io.concordat.council.Samples.asSystem;
import static io.concordat.council.Samples.codeOf;
import static io.concordat.council.Samples.domain;
import static io.concordat.council.Samples.representative;
import static io.concordat.council.proposal.Proposals.ADD;
import static io.concordat.council.proposal.Proposals.CLOSE;
import static io.concordat.council.proposal.Proposals.FACTS;
import static io.concordat.council.proposal.Proposals.ID;
import static io.concordat.council.proposal.Proposals.LAPSED;
import static io.concordat.council.proposal.Proposals.NONE;
import static io.concordat.council.proposal.Proposals.SENT_BACK;
import static io.concordat.council.proposal.Proposals.VOTING;
import static io.concordat.council.proposal.Proposals.after;
import static io.concordat.council.proposal.Proposals.cast;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.council.ProposalEvent;
import io.concordat.messages.council.ProposalRevised;
import io.concordat.messages.council.RemindVoters;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.council.VotersReminded;
import io.concordat.messages.council.VotingTimeline;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.DomainId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VoterRemindersTest {

  private static final RemindVoters THREE = new RemindVoters(ID, 1, 3);
  private static final RemindVoters ONE = new RemindVoters(ID, 1, 1);
  private static final Instant THREE_BEFORE = CLOSE.minus(Duration.ofDays(3));
  private static final Instant ONE_BEFORE = CLOSE.minus(Duration.ofDays(1));

  @Test
  void namesThoseWhoHaveNotVoted() {
    ProposalState state =
        after(after(VOTING, cast("a", VoteChoice.CONSENT)), cast("c", VoteChoice.OBJECT));

    assertThat(decide(VoterReminders.NONE, state, THREE, THREE_BEFORE))
        .isEqualTo(Decision.accept(reminded(3, List.of("author", "b", "d", "e"), THREE_BEFORE)));
  }

  @Test
  void isGivenOnce() {
    VoterReminders given = VoterReminders.NONE.evolve(reminded(3, List.of("author"), THREE_BEFORE));

    assertThat(decide(given, VOTING, THREE, THREE_BEFORE)).isEqualTo(Decision.nothingToDo());
    assertThat(decide(given, VOTING, ONE, ONE_BEFORE))
        .isEqualTo(
            Decision.accept(reminded(1, List.of("a", "author", "b", "c", "d", "e"), ONE_BEFORE)));
  }

  @Test
  void isGivenAgainInTheNextRound() {
    VoterReminders ofTheFirst =
        new VoterReminders(1, 1).evolve(reminded(1, List.of("author"), ONE_BEFORE));
    ProposalState revised =
        after(
            SENT_BACK,
            new ProposalRevised(
                ID, 2, representative("author"), "Title", "Why.", ADD, List.of(), NOON));
    ProposalState second = after(revised, Proposals.started(2));

    assertThat(decide(ofTheFirst, second, THREE, THREE_BEFORE)).isEqualTo(Decision.nothingToDo());
    assertThat(decide(ofTheFirst, second, new RemindVoters(ID, 2, 3), THREE_BEFORE))
        .isInstanceOfSatisfying(
            Decision.Accepted.class, accepted -> assertThat(accepted.events()).hasSize(1));
  }

  @Test
  void isRefusedBeforeItsTime() {
    assertThat(codeOf(decide(VoterReminders.NONE, VOTING, THREE, THREE_BEFORE.minusMillis(1))))
        .isEqualTo(RejectionCode.REMINDER_NOT_DUE);
  }

  @Test
  void isLeftOutWhereItComesTooLate() {
    assertThat(decide(VoterReminders.NONE, VOTING, THREE, ONE_BEFORE))
        .isEqualTo(Decision.nothingToDo());
    assertThat(decide(VoterReminders.NONE, VOTING, ONE, CLOSE)).isEqualTo(Decision.nothingToDo());
    assertThat(decide(VoterReminders.NONE, LAPSED, ONE, ONE_BEFORE))
        .isEqualTo(Decision.nothingToDo());
  }

  @Test
  void isLeftOutWhereAllHaveVoted() {
    ProposalState state =
        Stream.of("author", "a", "b", "c", "d", "e")
            .map(domain -> (ProposalEvent) cast(domain, VoteChoice.ABSTAIN))
            .reduce(VOTING, ProposalState::evolve, (_, last) -> last);

    assertThat(decide(VoterReminders.NONE, state, ONE, ONE_BEFORE))
        .isEqualTo(Decision.nothingToDo());
  }

  @Test
  void isForTheServiceItself() {
    assertThat(
            codeOf(
                VoterReminders.NONE.decide(
                    VOTING, ONE, FACTS.council(), asRepresentative("a", ONE_BEFORE))))
        .isEqualTo(RejectionCode.NOT_ALLOWED);
    assertThat(codeOf(decide(VoterReminders.NONE, NONE, ONE, ONE_BEFORE)))
        .isEqualTo(RejectionCode.PROPOSAL_NOT_FOUND);
  }

  @Test
  void aShortRoundHasFewer() {
    assertThat(VotingTimeline.reminders(ONE_BEFORE, CLOSE)).isEmpty();
    assertThat(VotingTimeline.reminders(THREE_BEFORE, CLOSE)).containsExactly(1);
    assertThat(VotingTimeline.reminders(THREE_BEFORE.minusSeconds(1), CLOSE)).containsExactly(3, 1);
  }

  private static Decision<ProposalEvent> decide(
      VoterReminders given, ProposalState state, RemindVoters command, Instant now) {
    return given.decide(state, command, FACTS.council(), asSystem(now));
  }

  private static VotersReminded reminded(int days, List<String> domains, Instant at) {
    List<DomainId> sorted = domains.stream().map(id -> domain(id)).toList();
    return new VotersReminded(ID, 1, days, CLOSE, sorted, at);
  }
}
