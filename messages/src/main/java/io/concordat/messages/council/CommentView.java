package io.concordat.messages.council;

import io.concordat.messages.Subject;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment as it is read.
 *
 * @param parent the comment that it answers; null where it begins a thread
 * @param domain for which its author acted on the council; null where there was none
 * @param texts every text that it had, in order, the present one last; never empty
 */
public record CommentView(
    CommentId id,
    ProposalId proposal,
    int round,
    @Nullable CommentId parent,
    @Nullable DomainId domain,
    Subject author,
    List<Text> texts) {

  /** Copies the texts. */
  public CommentView {
    texts = List.copyOf(texts);
  }

  /**
   * What a comment said from a moment on.
   *
   * @param body Markdown as it was written
   * @param at UTC
   */
  public record Text(String body, Instant at) {}
}
