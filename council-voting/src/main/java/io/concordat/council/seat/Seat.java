package io.concordat.council.seat;

import io.concordat.messages.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A seat that is taken.
 *
 * @param representative who holds it
 * @param since when the domain took the seat; a hand-over does not change it, UTC
 * @param delegation that was named last and not revoked, over or not; null where none was
 */
record Seat(Subject representative, Instant since, @Nullable Delegation delegation) {

  /** The seat in other hands; the delegation ends with who named the delegate. */
  Seat handedTo(Subject successor) {
    return new Seat(successor, since, null);
  }

  Seat with(@Nullable Delegation next) {
    return new Seat(representative, since, next);
  }

  /** Whether the person acts for the domain as a delegate at the instant. */
  boolean delegatedTo(Subject person, Instant at) {
    return delegation != null && delegation.delegate().equals(person) && delegation.lastsAt(at);
  }

  /**
   * For a time.
   *
   * @param from first instant, UTC
   * @param until first instant at which it is over, UTC
   */
  record Delegation(Subject delegate, Instant from, Instant until) {

    boolean lastsAt(Instant at) {
      return !from.isAfter(at) && until.isAfter(at);
    }

    boolean overlaps(Instant otherFrom, Instant otherUntil) {
      return from.isBefore(otherUntil) && otherFrom.isBefore(until);
    }
  }
}
