package io.concordat.server.meeting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.Event;
import io.concordat.messages.Subject;
import io.concordat.messages.council.CouncilFounded;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalLapsed;
import io.concordat.messages.council.ProposalOpened;
import io.concordat.messages.council.ProposalSentBack;
import io.concordat.messages.council.ProposalWithdrawn;
import io.concordat.messages.council.RepresentativeAppointed;
import io.concordat.messages.council.SeatVacated;
import io.concordat.messages.council.SentBackReason;
import io.concordat.messages.council.VoteCast;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.council.VotingStarted;
import io.concordat.messages.meeting.MeetingId;
import io.concordat.messages.meeting.MeetingScheduled;
import io.concordat.messages.meeting.Minutes;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.PolicyChange;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Minutes tell of the votes that the council counted, and of as much as they may hold. */
class MinutesPageTest {

  private static final ProposalId ID = ProposalId.of("019a0000-0000-7000-8000-000000000001");
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final Instant END = at(100);
  private static final String ALPHA = "| alpha | consent |";
  private static final String BETA = "| beta | object |";
  private static final String GAMMA = "| gamma | abstain |";

  private final List<Event> council = new ArrayList<>(List.of(founded()));
  private final List<Event> proposal = new ArrayList<>(List.of(opened(), started(1, 0)));

  MinutesPageTest() {
    List.of("alpha", "beta", "gamma").forEach(domain -> council.add(seated(domain, -1)));
    proposal.add(vote("alpha", VoteChoice.CONSENT, 1));
    proposal.add(vote("beta", VoteChoice.OBJECT, 2));
    proposal.add(vote("gamma", VoteChoice.ABSTAIN, 3));
  }

  @Test
  void everyVoteOfASeatedDomainIsTold() {
    proposal.add(lapsed(10));

    assertThat(page(END))
        .contains(ALPHA, BETA, GAMMA, "Consent 1, abstain 1, object 1; 3 seats.")
        .doesNotContain("Not counted");
  }

  @Test
  void aVoteOfADomainThatHadGivenUpItsSeatIsNotCounted() {
    council.add(vacated("beta", 5));
    proposal.add(lapsed(10));

    assertThat(page(END))
        .contains(ALPHA, GAMMA, "Consent 1, abstain 1, object 0; 2 seats.")
        .contains("Not counted, for want of a seat at the end: beta.")
        .doesNotContain(BETA);
  }

  @Test
  void aDomainThatCameBackStartsWithoutAVote() {
    council.add(vacated("beta", 5));
    council.add(seated("beta", 6));
    proposal.add(lapsed(10));

    assertThat(page(END)).contains("abstain 1, object 0; 3 seats.").doesNotContain(BETA);
  }

  @Test
  void aSeatThatIsGivenUpAfterTheEndOfARoundTakesNothingFromIt() {
    proposal.add(sentBack(10));
    council.add(vacated("beta", 11));
    proposal.add(withdrawn(12));

    assertThat(page(END).split(Pattern.quote(BETA), -1)).hasSize(3);
  }

  @Test
  void anOpenBallotIsToldAsItStoodAtTheEndOfTheSpan() {
    council.add(vacated("beta", 5));
    council.add(vacated("gamma", 20));
    proposal.add(vote("alpha", VoteChoice.OBJECT, 21));

    assertThat(page(at(10))).contains(ALPHA, GAMMA).doesNotContain(BETA);
  }

  @Test
  void whatIsTooLongEndsWithALineThatSaysSo() {
    String longest = "x".repeat(Minutes.LONGEST);

    assertThat(MinutesPage.cut(longest)).isEqualTo(longest);
    assertThat(MinutesPage.cut(longest + "y"))
        .hasSize(Minutes.LONGEST)
        .endsWith("x\n\n… There was more than minutes may hold; the rest is in the proposals.\n");
  }

  @Test
  void aCutPageIsStillText() {
    for (int before = 0; before < 2; before++) {
      String cut = MinutesPage.cut("x".repeat(before) + "🐟".repeat(Minutes.LONGEST / 2 + 1));

      assertThat(cut.length()).isBetween(Minutes.LONGEST - 1, Minutes.LONGEST);
      assertThat(new String(cut.getBytes(UTF_8), UTF_8)).isEqualTo(cut);
    }
  }

  @Test
  void minutesOfManyVotesAreCut() {
    for (int i = 0; i < 200; i++) {
      String domain = "domain-" + i;
      council.add(seated(domain, -1));
      proposal.add(vote(domain, VoteChoice.OBJECT, 4, "r".repeat(4_000)));
    }
    proposal.add(lapsed(10));

    assertThat(page(END))
        .hasSize(Minutes.LONGEST)
        .startsWith("# Minutes of the council, 2026-11")
        .endsWith("the rest is in the proposals.\n");
  }

  private String page(Instant to) {
    return MinutesPage.of(
        new MeetingScheduled(
            new MeetingId(YearMonth.of(2026, 11)), END, END.plus(Duration.ofHours(1)), NOON),
        new Span(null, to),
        Map.of(ID, proposal),
        council,
        List.of());
  }

  private static Instant at(int hours) {
    return NOON.plus(Duration.ofHours(hours));
  }

  private static CouncilFounded founded() {
    return new CouncilFounded(CouncilRules.DEFAULT, at(-2));
  }

  private static RepresentativeAppointed seated(String domain, int hours) {
    return new RepresentativeAppointed(
        new DomainId(domain), new Subject("rep-" + domain), null, at(hours));
  }

  private static SeatVacated vacated(String domain, int hours) {
    return new SeatVacated(
        new DomainId(domain), new Subject("rep-" + domain), new Subject("governance"), at(hours));
  }

  private static ProposalOpened opened() {
    return new ProposalOpened(
        ID,
        new DomainId("alpha"),
        new Subject("rep-alpha"),
        "Less",
        "Because.",
        new PolicyChange.RetirePolicy("typed"),
        null,
        at(-1));
  }

  private static VotingStarted started(int round, int hours) {
    return new VotingStarted(
        ID, round, at(hours), at(10), CouncilRules.DEFAULT, new Subject("rep-alpha"));
  }

  private static VoteCast vote(String domain, VoteChoice choice, int hours) {
    return vote(domain, choice, hours, "Because.");
  }

  private static VoteCast vote(String domain, VoteChoice choice, int hours, String reason) {
    return new VoteCast(
        ID,
        1,
        new DomainId(domain),
        new Subject("rep-" + domain),
        choice,
        reason,
        "Another.",
        at(hours));
  }

  private static ProposalLapsed lapsed(int hours) {
    return new ProposalLapsed(ID, 1, 1, 2, at(hours));
  }

  private static ProposalSentBack sentBack(int hours) {
    return new ProposalSentBack(
        ID, 1, SentBackReason.NOT_CARRIED, List.of(new DomainId("beta")), at(hours));
  }

  private static ProposalWithdrawn withdrawn(int hours) {
    return new ProposalWithdrawn(ID, 1, null, new Subject("rep-alpha"), at(hours));
  }
}
