package io.concordat.council.proposal;

import static io.concordat.council.Samples.NOON;
import static io.concordat.council.Samples.codeOf;
import static io.concordat.council.Samples.domain;
import static io.concordat.council.Samples.representative;
import static io.concordat.council.proposal.Proposals.ADD;
import static io.concordat.council.proposal.Proposals.CLOSE;
import static io.concordat.council.proposal.Proposals.DISCUSSED;
import static io.concordat.council.proposal.Proposals.FACTS;
import static io.concordat.council.proposal.Proposals.ID;
import static io.concordat.council.proposal.Proposals.NONE;
import static io.concordat.council.proposal.Proposals.after;
import static io.concordat.council.proposal.Proposals.as;
import static io.concordat.council.proposal.Proposals.author;
import static io.concordat.council.proposal.Proposals.decide;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.council.CastVote;
import io.concordat.messages.council.CloseVoting;
import io.concordat.messages.council.DraftProposal;
import io.concordat.messages.council.EditDraft;
import io.concordat.messages.council.OpenDraft;
import io.concordat.messages.council.ProposalDraftEdited;
import io.concordat.messages.council.ProposalDrafted;
import io.concordat.messages.council.ProposalOpened;
import io.concordat.messages.council.ProposalWithdrawn;
import io.concordat.messages.council.ReviseProposal;
import io.concordat.messages.council.StartVoting;
import io.concordat.messages.council.VoteChoice;
import io.concordat.messages.council.WithdrawProposal;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.policy.PolicyChange;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DraftDeciderTest {

  private static final PolicyChange UNFIT = new PolicyChange.RetirePolicy("unheard-of");
  private static final ProposalState DRAFTED =
      after(
          NONE,
          new ProposalDrafted(
              ID,
              domain("author"),
              representative("author"),
              "Title",
              "Because.",
              UNFIT,
              null,
              NOON));
  private static final ProposalState FIT =
      after(
          DRAFTED,
          new ProposalDraftEdited(
              ID, representative("author"), "Better", "Because.", ADD, CLOSE, NOON));

  @Test
  void savesWhatCouldNotBeProposedYet() {
    assertThat(decide(NONE, new DraftProposal(ID, "Title", "Because.", UNFIT, null), author(NOON)))
        .isEqualTo(
            Decision.accept(
                new ProposalDrafted(
                    ID,
                    domain("author"),
                    representative("author"),
                    "Title",
                    "Because.",
                    UNFIT,
                    null,
                    NOON)));
    assertThat(codeOf(decide(DRAFTED, new OpenDraft(ID), author(NOON))))
        .isEqualTo(RejectionCode.POLICY_NOT_FOUND);
  }

  @Test
  void isForWhoActsForADomain() {
    assertThat(codeOf(decide(NONE, new DraftProposal(ID, "T", "R", UNFIT, null), as("elsewhere"))))
        .isEqualTo(RejectionCode.NO_SEAT);
    assertThat(codeOf(decide(DRAFTED, new EditDraft(ID, "T", "R", ADD, null), as("a"))))
        .isEqualTo(RejectionCode.NOT_THE_AUTHOR);
    assertThat(codeOf(decide(FIT, new OpenDraft(ID), as("a"))))
        .isEqualTo(RejectionCode.NOT_THE_AUTHOR);
  }

  @Test
  void isEditedAsOftenAsTheAuthorLikes() {
    EditDraft better = new EditDraft(ID, "Better", "Because.", ADD, CLOSE);
    assertThat(decide(DRAFTED, better, author(NOON)).eventsOrThrow()).hasSize(1);
    assertThat(decide(FIT, better, author(NOON))).isEqualTo(Decision.nothingToDo());
  }

  @Test
  void isOpenedAsItWasSavedLast() {
    assertThat(decide(FIT, new OpenDraft(ID), author(NOON)))
        .isEqualTo(
            Decision.accept(
                new ProposalOpened(
                    ID,
                    domain("author"),
                    representative("author"),
                    "Better",
                    "Because.",
                    ADD,
                    CLOSE,
                    NOON)));
  }

  @Test
  void isNeitherVotedOnNorRevised() {
    assertThat(codeOf(decide(FIT, new StartVoting(ID, CLOSE), author(NOON))))
        .isEqualTo(RejectionCode.PROPOSAL_NOT_IN_DISCUSSION);
    assertThat(codeOf(decide(FIT, new CastVote(ID, VoteChoice.CONSENT, null, null), as("a"))))
        .isEqualTo(RejectionCode.VOTING_NOT_OPEN);
    assertThat(codeOf(decide(FIT, new ReviseProposal(ID, "T", "R", ADD, Set.of()), author(NOON))))
        .isEqualTo(RejectionCode.PROPOSAL_NOT_SENT_BACK);
    assertThat(decide(FIT, new CloseVoting(ID), author(NOON))).isEqualTo(Decision.nothingToDo());
    assertThat(codeOf(decide(FIT, new DraftProposal(ID, "T", "R", ADD, null), author(NOON))))
        .isEqualTo(RejectionCode.PROPOSAL_EXISTS);
  }

  @Test
  void canBeThrownAway() {
    assertThat(decide(FIT, new WithdrawProposal(ID, null), author(NOON)).eventsOrThrow())
        .singleElement()
        .isInstanceOf(ProposalWithdrawn.class);
  }

  @Test
  void ofSomethingOpenedIsNone() {
    for (var command : List.of(new OpenDraft(ID), new EditDraft(ID, "T", "R", ADD, null))) {
      assertThat(codeOf(decide(DISCUSSED, command, author(NOON))))
          .isEqualTo(RejectionCode.PROPOSAL_NOT_A_DRAFT);
      assertThat(codeOf(decide(NONE, command, author(NOON))))
          .isEqualTo(RejectionCode.PROPOSAL_NOT_FOUND);
    }
  }

  @Test
  void remembersEverybodyWhoWroteIt() {
    ProposalState state =
        after(
            after(FIT, new ProposalDraftEdited(ID, representative("a"), "T", "R", ADD, null, NOON)),
            decide(FIT, new OpenDraft(ID), author(NOON)).eventsOrThrow().getFirst());
    assertThat(((ProposalState.Opened) state).proposal().writers())
        .containsExactlyInAnyOrder(representative("author"), representative("a"));
    assertThat(FACTS.council().seatedDomains()).contains(domain("a"));
  }
}
