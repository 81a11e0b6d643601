package io.concordat.server.meeting;

import io.concordat.messages.Event;
import io.concordat.messages.council.ProposalAdopted;
import io.concordat.messages.council.ProposalId;
import io.concordat.messages.council.ProposalLapsed;
import io.concordat.messages.council.ProposalOpened;
import io.concordat.messages.council.ProposalRevised;
import io.concordat.messages.council.ProposalSentBack;
import io.concordat.messages.council.ProposalWithdrawn;
import io.concordat.messages.council.VoteCast;
import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.policy.ProposedChange;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
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

  /** When a round first ended, UTC; empty while it goes on. */
  Optional<Instant> end(int round) {
    return Stream.of(
            ends(ProposalAdopted.class, round, ProposalAdopted::round, ProposalAdopted::adoptedAt),
            ends(
                ProposalSentBack.class,
                round,
                ProposalSentBack::round,
                ProposalSentBack::sentBackAt),
            ends(ProposalLapsed.class, round, ProposalLapsed::round, ProposalLapsed::lapsedAt),
            ends(
                ProposalWithdrawn.class,
                round,
                ProposalWithdrawn::round,
                ProposalWithdrawn::withdrawnAt))
        .flatMap(ends -> ends)
        .min(Instant::compareTo);
  }

  /**
   * The votes of a round as they stood when it ended, or at the end of a span that it outlasts.
   *
   * @param council the whole stream
   */
  CountedVotes votes(int round, Span span, List<Event> council) {
    TreeMap<DomainId, VoteCast> standing = new TreeMap<>();
    of(VoteCast.class)
        .filter(cast -> cast.round() == round && cast.castAt().isBefore(span.to()))
        .forEach(cast -> standing.put(cast.domain(), cast));
    Optional<Instant> end = end(round).filter(ended -> ended.isBefore(span.to()));
    return CountedVotes.of(
        standing.values(),
        CountedVotes.councilOf(
            council, at -> at.isBefore(span.to()) && end.filter(at::isAfter).isEmpty()));
  }

  private <E extends Event> Stream<Instant> ends(
      Class<E> type, int round, ToIntFunction<E> roundOf, Function<E, Instant> at) {
    return of(type).filter(event -> roundOf.applyAsInt(event) == round).map(at);
  }

  private ProposalOpened opening() {
    return Objects.requireNonNull(last(ProposalOpened.class));
  }
}
