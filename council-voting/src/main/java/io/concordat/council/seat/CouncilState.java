package io.concordat.council.seat;

import io.concordat.messages.Subject;
import io.concordat.messages.council.CouncilEvent;
import io.concordat.messages.council.CouncilFounded;
import io.concordat.messages.council.CouncilRules;
import io.concordat.messages.council.RepresentativeAppointed;
import io.concordat.messages.mesh.DomainId;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the council exists, by which rules, and who represents which domain: the fold of the
 * stream {@code council:mesh}. Immutable and safe to share between threads.
 */
public final class CouncilState {

  /** Before the founding: no rules, no seats. */
  public static final CouncilState EMPTY = new CouncilState(null, Map.of());

  private final @Nullable CouncilRules rules;
  private final Map<DomainId, Subject> seats;
  private final Map<Subject, DomainId> represented;

  private CouncilState(@Nullable CouncilRules rules, Map<DomainId, Subject> seats) {
    this.rules = rules;
    this.seats = Collections.unmodifiableMap(seats);
    Map<Subject, DomainId> bySubject = HashMap.newHashMap(seats.size());
    seats.forEach((domain, subject) -> bySubject.put(subject, domain));
    this.represented = bySubject;
  }

  /** The state after the event. */
  public CouncilState evolve(CouncilEvent event) {
    return switch (event) {
      case CouncilFounded founded -> new CouncilState(founded.rules(), seats);
      case RepresentativeAppointed appointed -> {
        Map<DomainId, Subject> changed = new HashMap<>(seats);
        changed.put(appointed.domain(), appointed.representative());
        yield new CouncilState(rules, changed);
      }
    };
  }

  /** Whether the council has been founded. */
  public boolean founded() {
    return rules != null;
  }

  /** The council's rules; empty before the founding. */
  public Optional<CouncilRules> rules() {
    return Optional.ofNullable(rules);
  }

  /** The domains that have a representative; unmodifiable, in no order. */
  public Set<DomainId> seatedDomains() {
    return seats.keySet();
  }

  /** Who represents the domain; empty where its seat is free. */
  public Optional<Subject> representativeOf(DomainId domain) {
    return Optional.ofNullable(seats.get(domain));
  }

  /** The domain that the person represents; empty where none. */
  public Optional<DomainId> seatOf(Subject person) {
    return Optional.ofNullable(represented.get(person));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CouncilState that
        && Objects.equals(rules, that.rules)
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
