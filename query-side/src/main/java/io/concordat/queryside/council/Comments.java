package io.concordat.queryside.council;

import static io.concordat.queryside.Documents.subject;
import static io.concordat.queryside.Documents.text;
import static io.concordat.queryside.Documents.time;

import io.concordat.messages.council.CommentId;
import io.concordat.messages.council.CommentView;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.mesh.DomainId;
import io.concordat.queryside.Documents;
import io.concordat.readstore.document.Views;
import org.bson.Document;

/** Reads comments from their documents; the last text is what a comment says. */
final class Comments {

  private Comments() {}

  static CommentView view(Document document) {
    String parent = document.getString("parent");
    String domain = document.getString(Views.DOMAIN);
    return new CommentView(
        CommentId.of(text(document, Views.ID)),
        ProposalId.of(text(document, "proposal")),
        document.getInteger("round", 1),
        parent == null ? null : CommentId.of(parent),
        domain == null ? null : new DomainId(domain),
        subject(document, "author"),
        Documents.parts(document, "texts")
            .map(said -> new CommentView.Text(text(said, "body"), time(said, "at")))
            .toList());
  }
}
