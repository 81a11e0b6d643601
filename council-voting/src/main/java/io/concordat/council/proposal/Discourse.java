package io.concordat.council.proposal;

import io.concordat.messages.Subject;
import io.concordat.messages.council.CommentEdited;
import io.concordat.messages.council.CommentId;
import io.concordat.messages.council.ProposalCommented;
import io.concordat.messages.council.ProposalEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The comments on a proposal, as far as the next one depends on them. Immutable.
 *
 * @param comments by id; unmodifiable
 * @param lately when each person wrote or edited within the hour before their last time;
 *     unmodifiable
 */
record Discourse(Map<CommentId, Comment> comments, Map<Subject, List<Instant>> lately) {

  static final Discourse NONE = new Discourse(Map.of(), Map.of());

  /** The span in which a person's comments are counted. */
  static final Duration SPAN = Duration.ofHours(1);

  /**
   * A comment.
   *
   * @param body as it stands
   * @param edits how often it was edited
   */
  record Comment(Subject author, String body, int edits) {}

  /** The comments after an event of the proposal. */
  Discourse evolve(ProposalEvent event) {
    if (event instanceof ProposalCommented added) {
      return with(
          added.comment(),
          new Comment(added.author(), added.body(), 0),
          added.author(),
          added.commentedAt());
    }
    if (event instanceof CommentEdited edited) {
      return comment(edited.comment())
          .map(before ->
              with(
                  edited.comment(),
                  new Comment(before.author(), edited.body(), before.edits() + 1),
                  edited.editedBy(),
                  edited.editedAt()))
          .orElse(this);
    }
    return this;
  }

  /** The comment of this id; empty where there is none. */
  Optional<Comment> comment(CommentId id) {
    return Optional.ofNullable(comments.get(id));
  }

  /** How often the person wrote or edited within the hour before the instant. */
  int lately(Subject person, Instant now) {
    return within(lately.getOrDefault(person, List.of()), now).size();
  }

  private Discourse with(CommentId id, Comment comment, Subject person, Instant at) {
    Map<CommentId, Comment> all = new HashMap<>(comments);
    all.put(id, comment);
    Map<Subject, List<Instant>> times = new HashMap<>(lately);
    List<Instant> mine = new ArrayList<>(within(lately.getOrDefault(person, List.of()), at));
    mine.add(at);
    times.put(person, List.copyOf(mine));
    return new Discourse(Collections.unmodifiableMap(all), Collections.unmodifiableMap(times));
  }

  private static List<Instant> within(List<Instant> times, Instant now) {
    return times.stream().filter(at -> at.isAfter(now.minus(SPAN))).toList();
  }
}
