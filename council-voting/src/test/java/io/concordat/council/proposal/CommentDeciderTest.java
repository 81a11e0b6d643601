package io.concordat.council.proposal;

import static io.concordat.council.Samples.NOON;
import static io.concordat.council.Samples.codeOf;
import static io.concordat.council.Samples.domain;
import static io.concordat.council.Samples.representative;
import static io.concordat.council.proposal.Proposals.ADOPTED;
import static io.concordat.council.proposal.Proposals.DISCUSSED;
import static io.concordat.council.proposal.Proposals.FACTS;
import static io.concordat.council.proposal.Proposals.ID;
import static io.concordat.council.proposal.Proposals.LAPSED;
import static io.concordat.council.proposal.Proposals.NONE;
import static io.concordat.council.proposal.Proposals.SENT_BACK;
import static io.concordat.council.proposal.Proposals.VOTING;
import static io.concordat.council.proposal.Proposals.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.Subject;
import io.concordat.messages.council.AddComment;
import io.concordat.messages.council.CommentCommand;
import io.concordat.messages.council.CommentEdited;
import io.concordat.messages.council.CommentId;
import io.concordat.messages.council.EditComment;
import io.concordat.messages.council.ProposalCommented;
import io.concordat.messages.council.ProposalEvent;
import io.concordat.messages.decision.Actor;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CommentDeciderTest {

  private static final CommentId FIRST = id(1);
  private static final AddComment ADD = new AddComment(ID, FIRST, null, "Why?");

  @Test
  void isSaidInTheRoundForTheDomain() {
    assertThat(decide(SENT_BACK, new Discourse(), ADD, as("a")))
        .isEqualTo(
            Decision.accept(
                new ProposalCommented(
                    ID, FIRST, 1, null, domain("a"), representative("a"), "Why?", NOON)));
  }

  @ParameterizedTest
  @EnumSource
  void isForCouncilOwnersAndGovernance(Role role) {
    DecisionContext context =
        new DecisionContext(NOON, new Actor(new Subject("somebody"), Set.of(role)));
    assertThat(decide(VOTING, new Discourse(), ADD, context) instanceof Decision.Accepted)
        .isEqualTo(role == Role.PRODUCT_OWNER || role == Role.GOVERNANCE_ENGINEER);
  }

  @Test
  void isSaidWhileTheProposalIsOpen() {
    assertThat(codeOf(decide(NONE, new Discourse(), ADD, as("a"))))
        .isEqualTo(RejectionCode.PROPOSAL_NOT_FOUND);
    for (ProposalState state : List.of(ADOPTED, LAPSED, WITHDRAWN)) {
      assertThat(codeOf(decide(state, said(), ADD, as("a"))))
          .isEqualTo(RejectionCode.PROPOSAL_CLOSED);
    }
  }

  @Test
  void answersACommentThatIsThere() {
    AddComment answer = new AddComment(ID, id(2), FIRST, "Because.");
    assertThat(decide(DISCUSSED, said(), answer, as("b"))).isInstanceOf(Decision.Accepted.class);
    assertThat(codeOf(decide(DISCUSSED, new Discourse(), answer, as("b"))))
        .isEqualTo(RejectionCode.COMMENT_NOT_FOUND);
  }

  @Test
  void isEditedByItsAuthorOnly() {
    EditComment edit = new EditComment(ID, FIRST, "Why now?");
    assertThat(decide(VOTING, said(), edit, as("a")))
        .isEqualTo(
            Decision.accept(new CommentEdited(ID, FIRST, representative("a"), "Why now?", NOON)));
    assertThat(codeOf(decide(VOTING, said(), edit, as("b")))).isEqualTo(RejectionCode.NOT_ALLOWED);
    assertThat(decide(VOTING, said(), new EditComment(ID, FIRST, "Why?"), as("a")))
        .isEqualTo(Decision.nothingToDo());
    assertThat(codeOf(decide(VOTING, said(), new EditComment(ID, id(9), "?"), as("a"))))
        .isEqualTo(RejectionCode.COMMENT_NOT_FOUND);
  }

  @Test
  void aFloodIsRefusedAndEbbs() {
    Discourse flood = new Discourse();
    for (int i = 0; i < CommentDecider.MOST_IN_AN_HOUR; i++) {
      Instant at = NOON.plusSeconds(i);
      AddComment next = new AddComment(ID, id(100 + i), null, "Again " + i);
      decide(VOTING, flood, next, as("a", at)).eventsOrThrow().forEach(flood::apply);
    }
    Instant last = NOON.plusSeconds(CommentDecider.MOST_IN_AN_HOUR);
    assertThat(codeOf(decide(VOTING, flood, ADD, as("a", last))))
        .isEqualTo(RejectionCode.COMMENT_LIMIT_REACHED);
    assertThat(decide(VOTING, flood, ADD, as("b", last)))
        .as("others are heard")
        .isInstanceOf(Decision.Accepted.class);
    assertThat(decide(VOTING, flood, ADD, as("a", NOON.plusSeconds(3_600))))
        .as("an hour after the first")
        .isInstanceOf(Decision.Accepted.class);
  }

  @Test
  void aProposalHoldsSoManyAndNoMore() {
    Discourse full = new Discourse();
    for (int i = 0; i < CommentDecider.MOST_ON_A_PROPOSAL; i++) {
      full.apply(comment(id(i), new Subject("p" + i % 100), NOON));
    }
    assertThat(codeOf(decide(VOTING, full, new AddComment(ID, id(-1), null, "x"), as("a"))))
        .isEqualTo(RejectionCode.COMMENT_LIMIT_REACHED);
  }

  @Test
  void isEditedSoOftenAndNoMore() {
    Discourse edited = said();
    for (int i = 0; i < CommentDecider.MOST_EDITS; i++) {
      Instant at = NOON.plusSeconds(3_600L * i);
      EditComment edit = new EditComment(ID, FIRST, "Text " + i);
      decide(VOTING, edited, edit, as("a", at)).eventsOrThrow().forEach(edited::apply);
    }
    Instant later = NOON.plusSeconds(3_600L * CommentDecider.MOST_EDITS);
    assertThat(
            codeOf(decide(VOTING, edited, new EditComment(ID, FIRST, "Once more"), as("a", later))))
        .isEqualTo(RejectionCode.COMMENT_LIMIT_REACHED);
  }

  @Test
  void aPersonHasSoManyOnAProposalAndNoMore() {
    Discourse much = new Discourse();
    for (int i = 0; i < CommentDecider.MOST_OF_A_PERSON; i++) {
      Instant at = NOON.plusSeconds(3_600L * i);
      AddComment next = new AddComment(ID, id(i), null, "More");
      decide(VOTING, much, next, as("a", at)).eventsOrThrow().forEach(much::apply);
    }
    Instant later = NOON.plusSeconds(3_600L * CommentDecider.MOST_OF_A_PERSON);
    AddComment one = new AddComment(ID, id(-1), null, "Still more");
    assertThat(codeOf(decide(VOTING, much, one, as("a", later))))
        .isEqualTo(RejectionCode.COMMENT_LIMIT_REACHED);
    assertThat(decide(VOTING, much, one, as("b", later)))
        .as("others are heard")
        .isInstanceOf(Decision.Accepted.class);
    assertThat(decide(VOTING, much, new EditComment(ID, id(0), "Less"), as("a", later)))
        .as("what is there may be edited")
        .isInstanceOf(Decision.Accepted.class);
  }

  /** All that the limits let through: 102,000 events, which a load reads one after the other. */
  @Test
  void theLargestFloodIsReadInNoTime() {
    assertTimeout(
        Duration.ofSeconds(2),
        () -> {
          Discourse flood = new Discourse();
          for (int i = 0; i < CommentDecider.MOST_ON_A_PROPOSAL; i++) {
            flood.apply(comment(id(i), new Subject("p" + i % 100), NOON.plusSeconds(i)));
          }
          for (int edit = 0; edit < CommentDecider.MOST_EDITS; edit++) {
            for (int i = 0; i < CommentDecider.MOST_ON_A_PROPOSAL; i++) {
              flood.apply(
                  new CommentEdited(
                      ID, id(i), new Subject("p" + i % 100), "x" + edit, NOON.plusSeconds(i)));
            }
          }
          assertThat(flood.size()).isEqualTo(CommentDecider.MOST_ON_A_PROPOSAL);
        });
  }

  @Test
  void hasALength() {
    assertThatThrownBy(() -> new AddComment(ID, FIRST, null, "x".repeat(8_001)))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> new EditComment(ID, FIRST, " ")).isInstanceOf(InvalidValue.class);
  }

  private static Discourse said() {
    Discourse said = new Discourse();
    said.apply(
        new ProposalCommented(ID, FIRST, 1, null, domain("a"), representative("a"), "Why?", NOON));
    return said;
  }

  private static ProposalCommented comment(CommentId id, Subject person, Instant at) {
    return new ProposalCommented(ID, id, 1, null, null, person, "x", at);
  }

  private static DecisionContext as(String domain, Instant at) {
    return new DecisionContext(at, new Actor(representative(domain), Set.of()));
  }

  private static DecisionContext as(String domain) {
    return Proposals.as(domain);
  }

  private static CommentId id(int number) {
    return new CommentId(new UUID(0x7000, number));
  }

  private static Decision<ProposalEvent> decide(
      ProposalState state, Discourse discourse, CommentCommand command, DecisionContext context) {
    return CommentDecider.decide(state, discourse, command, FACTS.council(), context);
  }
}
