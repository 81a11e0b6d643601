package io.concordat.projections.council;

import io.concordat.messages.council.CommentEdited;
import io.concordat.messages.council.ProposalCommented;
import io.concordat.messages.council.ProposalEvent;
import io.concordat.projections.document.DocumentChange;
import io.concordat.readstore.document.Times;
import io.concordat.readstore.document.Views;
import java.time.Instant;
import java.util.Optional;
import org.bson.Document;

/** Comments on proposals, one document each. Every text has its own key. */
final class CommentViews {

  private CommentViews() {}

  /** What the event changes in a comment; empty where it is about none. */
  static Optional<DocumentChange> change(ProposalEvent event, long sequence) {
    if (event instanceof ProposalCommented added) {
      return Optional.of(added(added, sequence));
    }
    return event instanceof CommentEdited edited
        ? Optional.of(edited(edited, sequence))
        : Optional.empty();
  }

  private static DocumentChange added(ProposalCommented added, long sequence) {
    String id = added.comment().toString();
    return DocumentChange.of(Views.COMMENTS, id, added.stream(), sequence)
        .fact("proposal", added.proposal().toString())
        .fact("round", added.round())
        .fact("parent", added.parent() == null ? null : added.parent().toString())
        .fact(Views.DOMAIN, added.domain() == null ? null : added.domain().value())
        .fact("author", added.author().value())
        .fact(Views.ORDER, Views.order(Times.text(added.commentedAt()), id))
        .fact("texts." + sequence, text(added.body(), added.commentedAt()));
  }

  private static DocumentChange edited(CommentEdited edited, long sequence) {
    return DocumentChange.of(Views.COMMENTS, edited.comment().toString(), edited.stream(), sequence)
        .fact("texts." + sequence, text(edited.body(), edited.editedAt()));
  }

  private static Document text(String body, Instant at) {
    return new Document("body", body).append("at", Times.text(at));
  }
}
