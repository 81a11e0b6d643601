package io.concordat.council.seat;

import io.concordat.council.seat.Seat.Delegation;
import io.concordat.messages.Subject;
import io.concordat.messages.council.CouncilEvent;
import io.concordat.messages.council.CouncilFounded;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.CouncilRulesChanged;
import io.concordat.messages.council.DelegationRevoked;
import io.concordat.messages.council.RepresentativeAppointed;
import io.concordat.messages.council.SeatDelegated;
import io.concordat.messages.council.SeatVacated;
import io.concordat.messages.mesh.DomainId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Whether the council exists, by which rules, and who acts for which domain: the fold of the stream
 * {@code council:mesh}. Immutable and safe to share between threads.
 */
public final class CouncilState {

  /** Before the founding: no rules, no seats. */
  public static final CouncilState EMPTY = new CouncilState(List.of(), Map.of());

  private final List<RulesFrom> rules;
  private final Map<DomainId, Seat> seats;
  private final Map<Subject, DomainId> represented;

  private CouncilState(List<RulesFrom> rules, Map<DomainId, Seat> seats) {
    this.rules = List.copyOf(rules);
    this.seats = Collections.unmodifiableMap(seats);
    Map<Subject, DomainId> bySubject = HashMap.newHashMap(seats.size());
    seats.forEach((domain, seat) -> bySubject.put(seat.representative(), domain));
    this.represented = bySubject;
  }

  /** The state after the event. */
  public CouncilState evolve(CouncilEvent event) {
    return switch (event) {
      case CouncilFounded founded -> ruled(new RulesFrom(founded.rules(), founded.foundedAt()));
      case CouncilRulesChanged changed ->
          ruled(new RulesFrom(changed.rules(), changed.effectiveFrom()));
      case RepresentativeAppointed appointed ->
          changed(
              appointed.domain(),
              seat ->
                  seat == null
                      ? new Seat(appointed.representative(), appointed.appointedAt(), null)
                      : seat.handedTo(appointed.representative()));
      case SeatDelegated delegated ->
          changed(
              delegated.domain(),
              seat ->
                  seat == null
                      ? null
                      : seat.with(
                          new Delegation(
                              delegated.delegate(), delegated.from(), delegated.until())));
      case DelegationRevoked revoked ->
          changed(revoked.domain(), seat -> seat == null ? null : seat.with(null));
      case SeatVacated vacated -> changed(vacated.domain(), _ -> null);
    };
  }

  /** Whether the council has been founded. */
  public boolean founded() {
    return !rules.isEmpty();
  }

  /**
   * The council's rules at an instant: of those in force by then, the ones that came into force
   * last. Empty before the founding.
   */
  public Optional<CouncilRules> rulesAt(Instant at) {
    if (rules.isEmpty()) {
      return Optional.empty();
    }
    RulesFrom last = rules.getFirst();
    for (RulesFrom next : rules) {
      if (!next.from().isAfter(at) && !next.from().isBefore(last.from())) {
        last = next;
      }
    }
    return Optional.of(last.rules());
  }

  /** The domains that have a representative; unmodifiable, in no order. */
  public Set<DomainId> seatedDomains() {
    return seats.keySet();
  }

  /**
   * Since when the domain has its seat, UTC; a seat that changed hands is the same seat. Empty
   * where it has none.
   */
  public Optional<Instant> seatedSince(DomainId domain) {
    return seat(domain).map(Seat::since);
  }

  /**
   * Whether a vote that was cast for the domain at the instant counts: the domain has a seat, and
   * has had it since.
   */
  public boolean countsVoteOf(DomainId domain, Instant castAt) {
    return seatedSince(domain).filter(since -> !castAt.isBefore(since)).isPresent();
  }

  /** Who represents the domain; empty where its seat is free. */
  public Optional<Subject> representativeOf(DomainId domain) {
    return seat(domain).map(Seat::representative);
  }

  /** The domain that the person represents; empty where none. */
  public Optional<DomainId> seatOf(Subject person) {
    return Optional.ofNullable(represented.get(person));
  }

  /**
   * The one domain for which the person acts at the instant: as its representative, else as its
   * delegate; empty where there is none.
   */
  public Optional<DomainId> voiceOf(Subject person, Instant at) {
    return seatOf(person)
        .or(() ->
            seats.entrySet().stream()
                .filter(seat -> seat.getValue().delegatedTo(person, at))
                .map(Map.Entry::getKey)
                .min(DomainId::compareTo));
  }

  /** The seat of the domain; empty where it is free. */
  Optional<Seat> seat(DomainId domain) {
    return Optional.ofNullable(seats.get(domain));
  }

  /**
   * The domain, other than this one, for which the person is a delegate at some time of the span;
   * empty where there is none.
   */
  Optional<DomainId> delegateElsewhere(
      Subject person, DomainId except, Instant from, Instant until) {
    return seats.entrySet().stream()
        .filter(seat -> !seat.getKey().equals(except))
        .filter(seat -> {
          Delegation delegation = seat.getValue().delegation();
          return delegation != null
              && delegation.delegate().equals(person)
              && delegation.overlaps(from, until);
        })
        .map(Map.Entry::getKey)
        .min(DomainId::compareTo);
  }

  /** Rules and when they come into force, UTC. */
  private record RulesFrom(CouncilRules rules, Instant from) {}

  private CouncilState ruled(RulesFrom next) {
    List<RulesFrom> all = new ArrayList<>(rules);
    all.add(next);
    return new CouncilState(all, seats);
  }

  private CouncilState changed(DomainId domain, UnaryOperator<@Nullable Seat> change) {
    Map<DomainId, Seat> changed = new HashMap<>(seats);
    Seat next = change.apply(seats.get(domain));
    if (next == null) {
      changed.remove(domain);
    } else {
      changed.put(domain, next);
    }
    return new CouncilState(rules, changed);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CouncilState that
        && rules.equals(that.rules)
        && seats.equals(that.seats);
  }

  @Override
  public int hashCode() {
    return Objects.hash(rules, seats);
  }

  @Override
  public String toString() {
    return "CouncilState[rules=" + rules + ", seats=" + seats + "]";
  }
}
