package io.concordat.council.proposal;

import io.concordat.council.seat.CouncilState;
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
import io.concordat.messages.decision.Rejection;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.decision.Role;
import io.concordat.messages.mesh.DomainId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what is said about a proposal: by whom, when, and how much of it. Pure. */
final class CommentDecider {

  /** What a person may write and edit on one proposal within an hour. */
  static final int MOST_IN_AN_HOUR = 30;

  /** The comments that one proposal holds. */
  static final int MOST_ON_A_PROPOSAL = 2_000;

  /** The comments of one person that a proposal holds. */
  static final int MOST_OF_A_PERSON = 200;

  /** How often one comment may be edited. */
  static final int MOST_EDITS = 50;

  private CommentDecider() {}

  /** The answer to the command; each command's documentation lists its events and rejections. */
  static Decision<ProposalEvent> decide(
      ProposalState state,
      Discourse discourse,
      CommentCommand command,
      CouncilState council,
      DecisionContext context) {
    Optional<Rejection> obstacle =
        stage(state, command)
            .or(() -> caller(council, context))
            .or(() -> flood(discourse, context));
    if (obstacle.isPresent()) {
      return new Decision.Rejected<>(obstacle.get());
    }
    return switch (command) {
      case AddComment add -> add(round(state), discourse, add, council, context);
      case EditComment edit -> edit(discourse, edit, context);
    };
  }

  private static Decision<ProposalEvent> add(
      int round,
      Discourse discourse,
      AddComment command,
      CouncilState council,
      DecisionContext context) {
    if (discourse.comment(command.comment()).isPresent()) {
      return Decision.nothingToDo();
    }
    CommentId parent = command.parent();
    if (parent != null && discourse.comment(parent).isEmpty()) {
      return unknown(parent);
    }
    if (discourse.size() >= MOST_ON_A_PROPOSAL) {
      return limit("A proposal holds " + MOST_ON_A_PROPOSAL + " comments at most.");
    }
    Subject author = context.actor().subject();
    if (discourse.of(author) >= MOST_OF_A_PERSON) {
      return limit("A person writes " + MOST_OF_A_PERSON + " comments on a proposal at most.");
    }
    @Nullable DomainId domain = council.voiceOf(author, context.now()).orElse(null);
    return Decision.accept(
        new ProposalCommented(
            command.proposal(),
            command.comment(),
            round,
            parent,
            domain,
            author,
            command.body(),
            context.now()));
  }

  private static Decision<ProposalEvent> edit(
      Discourse discourse, EditComment command, DecisionContext context) {
    Optional<Discourse.Comment> comment = discourse.comment(command.comment());
    if (comment.isEmpty()) {
      return unknown(command.comment());
    }
    Subject caller = context.actor().subject();
    if (!comment.get().author().equals(caller)) {
      return Decision.reject(
          RejectionCode.NOT_ALLOWED, "A comment is edited by who wrote it, and by nobody else.");
    }
    if (comment.get().body().equals(command.body())) {
      return Decision.nothingToDo();
    }
    if (comment.get().edits() >= MOST_EDITS) {
      return limit("A comment is edited " + MOST_EDITS + " times at most.");
    }
    return Decision.accept(
        new CommentEdited(
            command.proposal(), command.comment(), caller, command.body(), context.now()));
  }

  private static Optional<Rejection> stage(ProposalState state, CommentCommand command) {
    return switch (state) {
      case ProposalState.NotOpened _ ->
          Optional.of(
              new Rejection(
                  RejectionCode.PROPOSAL_NOT_FOUND, "There is no '" + command.stream() + "'."));
      case ProposalState.Drafted _ ->
          Optional.of(
              new Rejection(
                  RejectionCode.PROPOSAL_NOT_IN_DISCUSSION, "A draft is not discussed; open it."));
      case ProposalState.Ended ended ->
          Optional.of(
              new Rejection(
                  RejectionCode.PROPOSAL_CLOSED, "The proposal is " + ended.status() + "."));
      case ProposalState.Discussion _, ProposalState.Voting _, ProposalState.SentBack _ ->
          Optional.empty();
    };
  }

  private static int round(ProposalState state) {
    return state instanceof ProposalState.Opened opened ? opened.proposal().round() : 0;
  }

  private static Optional<Rejection> caller(CouncilState council, DecisionContext context) {
    Actor actor = context.actor();
    boolean may =
        actor.has(Role.PRODUCT_OWNER)
            || actor.has(Role.GOVERNANCE_ENGINEER)
            || council.voiceOf(actor.subject(), context.now()).isPresent();
    return may
        ? Optional.empty()
        : Optional.of(
            new Rejection(
                RejectionCode.NOT_ALLOWED,
                "Only who acts for a domain on the council, product owners and governance engineers"
                    + " comment."));
  }

  private static Optional<Rejection> flood(Discourse discourse, DecisionContext context) {
    return discourse.lately(context.actor().subject(), context.now()) < MOST_IN_AN_HOUR
        ? Optional.empty()
        : Optional.of(
            new Rejection(
                RejectionCode.COMMENT_LIMIT_REACHED,
                "A person writes "
                    + MOST_IN_AN_HOUR
                    + " comments on a proposal within an hour at most; wait a while."));
  }

  private static Decision<ProposalEvent> limit(String sentence) {
    return Decision.reject(RejectionCode.COMMENT_LIMIT_REACHED, sentence);
  }

  private static Decision<ProposalEvent> unknown(CommentId comment) {
    return Decision.reject(
        RejectionCode.COMMENT_NOT_FOUND, "The proposal has no comment '" + comment + "'.");
  }
}
