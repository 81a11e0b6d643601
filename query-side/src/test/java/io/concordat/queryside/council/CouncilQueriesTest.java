package io.concordat.queryside.council;

import static io.concordat.queryside.Samples.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.Subject;
import io.concordat.messages.council.CouncilFounded;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.CouncilView;
import io.concordat.messages.council.FindCouncil;
import io.concordat.messages.council.FindProposals;
import io.concordat.messages.council.ListProposals;
import io.concordat.messages.council.ProposalAdopted;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalOpened;
import io.concordat.messages.council.ProposalRevised;
import io.concordat.messages.council.ProposalSentBack;
import io.concordat.messages.council.ProposalStatus;
import io.concordat.messages.council.ProposalView;
import io.concordat.messages.council.ProposalWithdrawn;
import io.concordat.messages.council.RepresentativeAppointed;
import io.concordat.messages.council.RoundOutcome;
import io.concordat.messages.council.RoundView;
import io.concordat.messages.council.SentBackReason;
import io.concordat.messages.council.VoteCast;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.council.VoteView;
import io.concordat.messages.council.VotingStarted;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import io.concordat.messages.policy.Classification;
import io.concordat.messages.policy.FindPolicySet;
import io.concordat.messages.policy.ListSemanticTypes;
import io.concordat.messages.policy.Policy;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.messages.policy.PolicyFamily;
import io.concordat.messages.policy.PolicyScope;
import io.concordat.messages.policy.PolicySetChanged;
import io.concordat.messages.policy.PolicySetFounded;
import io.concordat.messages.policy.PolicySetView;
import io.concordat.messages.policy.SemanticType;
import io.concordat.messages.policy.Severity;
import io.concordat.queryside.ReadSide;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CouncilQueriesTest {

  private static final ProposalId FIRST = ProposalId.of("01900000-0000-7000-8000-000000000001");
  private static final ProposalId SECOND = ProposalId.of("01900000-0000-7000-8000-000000000002");
  private static final ProposalId THIRD = ProposalId.of("01900000-0000-7000-8000-000000000003");
  private static final DomainId A = new DomainId("a");
  private static final DomainId B = new DomainId("b");
  private static final Subject PERSON = new Subject("person");

  private static ReadSide side;

  @BeforeAll
  static void council() {
    side = ReadSide.empty();
    assertThat(side.ask(new FindCouncil())).isEmpty();
    side.happened(
        new CouncilFounded(CouncilRules.DEFAULT, day(0)),
        new PolicySetFounded(
            List.of(policy("owner", "has(owner)"), policy("docs", "true")),
            List.of(type("iso-currency"), type("email-address")),
            day(0),
            List.of()),
        new RepresentativeAppointed(B, new Subject("bo"), null, day(1)),
        new RepresentativeAppointed(A, new Subject("ann"), null, day(1)),
        new RepresentativeAppointed(A, new Subject("al"), new Subject("ann"), day(2)),
        opened(FIRST, 3),
        opened(SECOND, 3),
        opened(THIRD, 4),
        started(FIRST, 1, 4),
        vote(FIRST, 1, A, VoteChoice.CONSENT, 5),
        vote(FIRST, 1, B, VoteChoice.OBJECT, 5),
        vote(FIRST, 1, A, VoteChoice.OBJECT, 6));
    side.happened(
        new ProposalSentBack(FIRST, 1, SentBackReason.OBJECTIONS, List.of(A, B), day(6)),
        new ProposalRevised(
            FIRST, 2, PERSON, "Better", "Because", change("docs", "false"), List.of(B), day(7)),
        started(FIRST, 2, 8),
        vote(FIRST, 2, B, VoteChoice.CONSENT, 9),
        new ProposalAdopted(FIRST, 2, 2, day(10)),
        new PolicySetChanged(2, change("docs", "false"), FIRST, day(30)),
        new PolicySetChanged(3, new PolicyChange.RetirePolicy("owner"), SECOND, day(15)),
        new ProposalSentBack(SECOND, 1, SentBackReason.NOT_CARRIED, List.of(), day(6)),
        new ProposalWithdrawn(SECOND, 1, null, PERSON, day(8)));
  }

  @AfterAll
  static void close() {
    side.close();
  }

  @Test
  void seatsAreToldByDomainWithTheirPresentHolder() {
    CouncilView council = side.ask(new FindCouncil()).orElseThrow();

    assertThat(council.rules()).isEqualTo(CouncilRules.DEFAULT);
    assertThat(council.seats())
        .extracting(seat -> seat.domain() + ": " + seat.representative())
        .containsExactly("a: al", "b: bo");
  }

  @Test
  void aProposalHasItsRoundsWithEveryCast() {
    ProposalView proposal = find(FIRST);

    assertThat(proposal.status()).isEqualTo(ProposalStatus.ADOPTED);
    assertThat(proposal.round()).isEqualTo(2);
    assertThat(proposal.policySet()).isEqualTo(2);
    assertThat(proposal.author()).isEqualTo(A);
    assertThat(proposal.effectiveFrom()).isEqualTo(day(30));
    RoundView first = proposal.rounds().getFirst();
    assertThat(first.outcome()).isEqualTo(RoundOutcome.SENT_BACK);
    assertThat(first.endedAt()).isEqualTo(day(6));
    assertThat(first.closesAt()).isEqualTo(day(18));
    assertThat(first.votes())
        .extracting(vote -> vote.domain() + " " + vote.choice() + " " + vote.standing())
        .containsExactly("a CONSENT false", "b OBJECT true", "a OBJECT true");
    assertThat(first.votes().getFirst().reason()).isEqualTo("reason");
    RoundView second = proposal.current();
    assertThat(second.title()).isEqualTo("Better");
    assertThat(second.addressed()).containsExactly(B);
    assertThat(second.votes()).extracting(VoteView::round).containsExactly(2);
    assertThat(second.change()).isEqualTo(change("docs", "false"));
  }

  @Test
  void aRoundThatWasSentBackStaysSoWhenTheProposalIsWithdrawn() {
    ProposalView proposal = find(SECOND);

    assertThat(proposal.status()).isEqualTo(ProposalStatus.WITHDRAWN);
    assertThat(proposal.current().outcome()).isEqualTo(RoundOutcome.SENT_BACK);
    assertThat(proposal.current().startedAt()).isNull();
  }

  @Test
  void proposalsAreListedTheLatestFirst() {
    Page<ProposalView> all = list(Set.of(), PageRequest.first(2, null));
    assertThat(ids(all)).containsExactly(THIRD, SECOND);
    assertThat(ids(list(Set.of(), PageRequest.first(2, all.entries().getLast().cursor()))))
        .containsExactly(FIRST);
    assertThat(
            ids(list(Set.of(), new PageRequest(null, null, 1, all.entries().getLast().cursor()))))
        .containsExactly(THIRD);
    Page<ProposalView> ended =
        list(Set.of(ProposalStatus.ADOPTED, ProposalStatus.WITHDRAWN), PageRequest.first(10, null));
    assertThat(ids(ended)).containsExactly(SECOND, FIRST);
    assertThat(ended.totalCount()).isEqualTo(2);
  }

  @Test
  void aPolicySetBuildsOnTheOneInForceWhenItBegins() {
    PolicySetView third = side.ask(new FindPolicySet(3, null)).orElseThrow();

    assertThat(third.proposal()).isEqualTo(SECOND);
    assertThat(third.set().policies())
        .extracting(policy -> policy.id() + ": " + policy.expression())
        .containsExactly("docs: true");
    assertThat(side.ask(new FindPolicySet(2, null)).orElseThrow().set().policies())
        .extracting(policy -> policy.id() + ": " + policy.expression())
        .containsExactly("docs: false", "owner: has(owner)");
    assertThat(side.ask(new FindPolicySet(1, null)).orElseThrow().set().policies())
        .extracting(Policy::id)
        .containsExactly("docs", "owner");
    assertThat(side.ask(new FindPolicySet(4, null))).isEmpty();
  }

  @Test
  void inForceIsTheHighestNumberOfThoseThatAreEffective() {
    assertThat(inForce(-1)).isZero();
    assertThat(inForce(14)).isEqualTo(1);
    assertThat(inForce(15)).isEqualTo(3);
    assertThat(inForce(31)).isEqualTo(3);
    assertThat(side.ask(new FindPolicySet(null, null)).orElseThrow().set().number()).isEqualTo(3);
  }

  @Test
  void semanticTypesAreListedByName() {
    Page<SemanticType> page = side.ask(new ListSemanticTypes(PageRequest.first(1, null)));

    assertThat(page.entries())
        .extracting(entry -> entry.node())
        .containsExactly(type("email-address"));
    assertThat(page.hasNextPage()).isTrue();
  }

  private static int inForce(int day) {
    return side.ask(new FindPolicySet(null, day(day))).map(view -> view.set().number()).orElse(0);
  }

  private static ProposalView find(ProposalId id) {
    return side.ask(new FindProposals(Set.of(id))).getFirst();
  }

  private static Page<ProposalView> list(Set<ProposalStatus> statuses, PageRequest page) {
    return side.ask(new ListProposals(statuses, page));
  }

  private static List<ProposalId> ids(Page<ProposalView> page) {
    return page.entries().stream().map(entry -> entry.node().id()).toList();
  }

  private static ProposalOpened opened(ProposalId id, int day) {
    return new ProposalOpened(
        id, A, PERSON, "Title", "Rationale", change("docs", "1 == 1"), day(30), day(day));
  }

  private static VotingStarted started(ProposalId id, int round, int day) {
    return new VotingStarted(id, round, day(day), day(day + 14), CouncilRules.DEFAULT, PERSON);
  }

  private static VoteCast vote(
      ProposalId id, int round, DomainId domain, VoteChoice choice, int day) {
    return new VoteCast(id, round, domain, PERSON, choice, "reason", "change", day(day));
  }

  private static PolicyChange change(String id, String expression) {
    return new PolicyChange.ChangePolicy(policy(id, expression));
  }

  private static Policy policy(String id, String expression) {
    return new Policy(
        id,
        "Title",
        PolicyFamily.DOCUMENTATION,
        PolicyScope.CONTRACT,
        Severity.ERROR,
        expression,
        "Message",
        "Documentation");
  }

  private static SemanticType type(String name) {
    return new SemanticType(
        name, "A type", List.of("string"), null, null, Classification.INTERNAL, "x");
  }
}
