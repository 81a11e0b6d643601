package io.concordat.council.proposal;

import io.concordat.messages.Subject;
import io.concordat.messages.council.CommentEdited;
import io.concordat.messages.council.CommentId;
import io.concordat.messages.council.ProposalCommented;
import io.concordat.messages.council.ProposalEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The comments on a proposal, as far as the next one depends on them. It grows with each event
 * instead of being copied, so that reading a long stream takes time in proportion to its length;
 * hence it belongs to one aggregate and is not shared between threads.
 */
final class Discourse {

  /** The span in which a person's comments are counted. */
  static final Duration SPAN = Duration.ofHours(1);

  private final Map<CommentId, Comment> comments = new HashMap<>();
  private final Map<Subject, Person> people = new HashMap<>();

  /**
   * A comment.
   *
   * @param body as it stands
   * @param edits how often it was edited
   */
  record Comment(Subject author, String body, int edits) {}

  /** What a person has said: how many comments in all, and when within the last hour. */
  private static final class Person {
    private final Deque<Instant> lately = new ArrayDeque<>();
    private int comments;
  }

  /** Takes an event of the proposal in. */
  void apply(ProposalEvent event) {
    if (event instanceof ProposalCommented added) {
      comments.put(added.comment(), new Comment(added.author(), added.body(), 0));
      said(added.author(), added.commentedAt()).comments++;
    } else if (event instanceof CommentEdited edited
        && comments.computeIfPresent(
                edited.comment(),
                (_, before) -> new Comment(before.author(), edited.body(), before.edits() + 1))
            != null) {
      said(edited.editedBy(), edited.editedAt());
    }
  }

  /** How many comments there are. */
  int size() {
    return comments.size();
  }

  /** The comment of this id; empty where there is none. */
  Optional<Comment> comment(CommentId id) {
    return Optional.ofNullable(comments.get(id));
  }

  /** How many comments the person has written. */
  int of(Subject person) {
    Person known = people.get(person);
    return known == null ? 0 : known.comments;
  }

  /** How often the person wrote or edited within the hour before the instant. */
  long lately(Subject person, Instant now) {
    Person known = people.get(person);
    return known == null ? 0 : known.lately.stream().filter(at -> within(at, now)).count();
  }

  private Person said(Subject author, Instant at) {
    Person person = people.computeIfAbsent(author, _ -> new Person());
    person.lately.removeIf(before -> !within(before, at));
    person.lately.add(at);
    return person;
  }

  private static boolean within(Instant at, Instant now) {
    return at.isAfter(now.minus(SPAN));
  }
}
