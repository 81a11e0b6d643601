package io.concordat.queryside.council;

import static io.concordat.queryside.Samples.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.Subject;
import io.concordat.messages.council.CommentEdited;
import io.concordat.messages.council.CommentId;
import io.concordat.messages.council.CommentView;
import io.concordat.messages.council.CouncilFounded;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.FindProposals;
import io.concordat.messages.council.ListComments;
import io.concordat.messages.council.ListProposals;
import io.concordat.messages.council.ListWaiting;
import io.concordat.messages.council.ProposalCommented;
import io.concordat.messages.council.ProposalDraftEdited;
import io.concordat.messages.council.ProposalDrafted;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalOpened;
import io.concordat.messages.council.ProposalRevised;
import io.concordat.messages.council.ProposalSentBack;
import io.concordat.messages.council.ProposalStatus;
import io.concordat.messages.council.ProposalView;
import io.concordat.messages.council.RoundView;
import io.concordat.messages.council.SentBackReason;
import io.concordat.messages.council.VoteCast;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.council.VotingStarted;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import io.concordat.messages.policy.PolicyChange;
import io.concordat.queryside.ReadSide;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drafts, comments, revisions, and what waits for whose vote. */
class DiscussionTest {

  private static final ProposalId ID = ProposalId.of("01900000-0000-7000-8000-000000000011");
  private static final CommentId FIRST = CommentId.of("01900000-0000-7000-8000-000000000021");
  private static final CommentId ANSWER = CommentId.of("01900000-0000-7000-8000-000000000022");
  private static final DomainId A = new DomainId("a");
  private static final DomainId B = new DomainId("b");
  private static final DomainId C = new DomainId("c");
  private static final Subject ANN = new Subject("ann");
  private static final Subject BO = new Subject("bo");
  private static final PolicyChange RETIRE = new PolicyChange.RetirePolicy("p");

  private ReadSide side;

  @BeforeEach
  void council() {
    side = ReadSide.empty();
    side.happened(new CouncilFounded(CouncilRules.DEFAULT, day(0)));
  }

  @AfterEach
  void close() {
    side.close();
  }

  @Test
  void aDraftIsShownToItsDomainOnly() {
    side.happened(
        new ProposalDrafted(ID, A, ANN, "Rough", "R", RETIRE, null, day(1)),
        new ProposalDraftEdited(ID, ANN, "Better", "R", RETIRE, day(20), day(2)));

    assertThat(side.ask(new FindProposals(Set.of(ID)))).isEmpty();
    assertThat(side.ask(new FindProposals(Set.of(ID), B))).isEmpty();
    assertThat(list(B)).isEmpty();
    assertThat(list(A)).hasSize(1);
    ProposalView draft = side.ask(new FindProposals(Set.of(ID), A)).getFirst();
    assertThat(draft.status()).isEqualTo(ProposalStatus.DRAFT);
    assertThat(draft.current().title()).isEqualTo("Better");
    assertThat(draft.effectiveFrom()).isEqualTo(day(20));
    assertThat(draft.openedBy()).isEqualTo(ANN);
  }

  @Test
  void anOpenedDraftIsAProposalLikeAnyOther() {
    side.happened(
        new ProposalDrafted(ID, A, ANN, "Rough", "R", RETIRE, null, day(1)),
        new ProposalOpened(ID, A, BO, "Better", "R", RETIRE, null, day(2)));

    ProposalView opened = side.ask(new FindProposals(Set.of(ID))).getFirst();
    assertThat(opened.status()).isEqualTo(ProposalStatus.DISCUSSION);
    assertThat(opened.openedAt()).isEqualTo(day(2));
    assertThat(opened.rounds()).extracting(RoundView::title).containsExactly("Better");
    assertThat(list(null)).hasSize(1);
  }

  @Test
  void commentsAreThreadsAndKeepWhatTheySaid() {
    side.happened(
        opened(),
        new ProposalCommented(ID, FIRST, 1, null, A, ANN, "Why?", day(2)),
        new ProposalCommented(ID, ANSWER, 1, FIRST, null, BO, "Because.", day(3)),
        new CommentEdited(ID, FIRST, ANN, "Why now?", day(4)));

    List<CommentView> comments = comments();
    assertThat(comments).extracting(CommentView::id).containsExactly(FIRST, ANSWER);
    assertThat(comments.getFirst().texts())
        .containsExactly(
            new CommentView.Text("Why?", day(2)), new CommentView.Text("Why now?", day(4)));
    assertThat(comments.getLast().parent()).isEqualTo(FIRST);
    assertThat(comments.getLast().domain()).isNull();
  }

  @Test
  void everyObjectionIsMarkedAddressedOrNot() {
    side.happened(
        opened(),
        new VotingStarted(ID, 1, day(2), day(9), CouncilRules.DEFAULT, ANN),
        object(B),
        object(C),
        new ProposalSentBack(ID, 1, SentBackReason.OBJECTIONS, List.of(B, C), day(4)));
    assertThat(addressed()).containsExactly("b null", "c null");

    side.happened(new ProposalRevised(ID, 2, ANN, "Milder", "R", RETIRE, List.of(C), day(5)));
    assertThat(addressed()).containsExactly("b false", "c true");
    RoundView second = rounds().getLast();
    assertThat(second.before()).isEqualTo(new RoundView.Text("T", "R", RETIRE));
    assertThat(rounds().getFirst().before()).isNull();
  }

  @Test
  void whatIsVotedOnWaitsForWhoHasNotVoted() {
    side.happened(
        opened(), new VotingStarted(ID, 1, day(2), day(9), CouncilRules.DEFAULT, ANN), object(B));

    assertThat(side.ask(new ListWaiting(A, ANN))).extracting(ProposalView::id).containsExactly(ID);
    assertThat(side.ask(new ListWaiting(B, ANN))).isEmpty();
    assertThat(side.ask(new ListWaiting(A, new Subject("rep")))).as("voted for B").isEmpty();
  }

  private static ProposalOpened opened() {
    return new ProposalOpened(ID, A, ANN, "T", "R", RETIRE, null, day(1));
  }

  private static VoteCast object(DomainId domain) {
    return new VoteCast(
        ID, 1, domain, new Subject("rep"), VoteChoice.OBJECT, "Too early.", "Wait.", day(3));
  }

  private List<String> addressed() {
    return rounds().getFirst().objections().stream()
        .map(objection -> objection.domain() + " " + objection.addressed())
        .toList();
  }

  private List<RoundView> rounds() {
    return side.ask(new FindProposals(Set.of(ID))).getFirst().rounds();
  }

  private List<CommentView> comments() {
    return side.ask(new ListComments(ID, PageRequest.first(10, null))).entries().stream()
        .map(Page.Entry::node)
        .toList();
  }

  private List<ProposalView> list(DomainId draftsOf) {
    return side
        .ask(new ListProposals(Set.of(), draftsOf, PageRequest.first(10, null)))
        .entries()
        .stream()
        .map(Page.Entry::node)
        .toList();
  }
}
