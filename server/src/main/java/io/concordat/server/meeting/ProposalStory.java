package io.concordat.server.meeting;

import io.concordat.messages.Event;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalOpened;
import io.concordat.messages.council.ProposalRevised;
import io.concordat.messages.council.VoteCast;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.ProposedChange;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A proposal's events, as minutes need them.
 *
 * @param events all of its stream, in order
 */
record ProposalStory(ProposalId id, List<Event> events) {

  /** What a round is about. */
  record Text(String title, ProposedChange change) {}

  /** The events of a type, in order. */
  <E extends Event> Stream<E> of(Class<E> type) {
    return events.stream().filter(type::isInstance).map(type::cast);
  }

  /** The last event of a type; null where there is none. */
  <E extends Event> @Nullable E last(Class<E> type) {
    return of(type).reduce((_, later) -> later).orElse(null);
  }

  /** Whether it was opened: a mere draft is its author's own. */
  boolean opened() {
    return last(ProposalOpened.class) != null;
  }

  /** The domain that proposes. */
  DomainId author() {
    return opening().author();
  }

  /** The text of a round, from 1. */
  Text text(int round) {
    return of(ProposalRevised.class)
        .filter(revised -> revised.round() <= round)
        .reduce((_, later) -> later)
        .map(revised -> new Text(revised.title(), revised.change()))
        .orElseGet(() -> new Text(opening().title(), opening().change()));
  }

  /** The votes of a round that stood at the end of a span, by domain. */
  List<VoteCast> votes(int round, Span span) {
    TreeMap<DomainId, VoteCast> standing = new TreeMap<>();
    of(VoteCast.class)
        .filter(cast -> cast.round() == round && cast.castAt().isBefore(span.to()))
        .forEach(cast -> standing.put(cast.domain(), cast));
    return List.copyOf(standing.values());
  }

  private ProposalOpened opening() {
    return Objects.requireNonNull(last(ProposalOpened.class));
  }
}
