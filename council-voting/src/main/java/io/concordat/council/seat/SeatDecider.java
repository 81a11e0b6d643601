package io.concordat.council.seat;

import io.concordat.council.seat.Seat.Delegation;
import io.concordat.messages.Subject;
import io.concordat.messages.council.CouncilEvent;
import io.concordat.messages.council.DelegateSeat;
import io.concordat.messages.council.DelegationRevoked;
import io.concordat.messages.council.RevokeDelegation;
import io.concordat.messages.council.SeatDelegated;
import io.concordat.messages.council.SeatVacated;
import io.concordat.messages.council.VacateSeat;
import io.concordat.messages.decision.Decision;
import io.concordat.messages.decision.DecisionContext;
import io.concordat.messages.decision.RejectionCode;
import io.concordat.messages.mesh.DomainId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides who acts for a seat that is taken, and when a seat is given up. Pure. */
final class SeatDecider {

  /** The longest time for which a seat can be delegated. */
  private static final Duration LONGEST = Duration.ofDays(366);

  private SeatDecider() {}

  /** A delegation; the same one a second time changes nothing. */
  static Decision<CouncilEvent> decide(
      CouncilState state, DelegateSeat command, DecisionContext context) {
    Optional<Seat> seat = state.seat(command.domain());
    if (!heldBy(seat, context.actor().subject())) {
      return Decision.reject(
          RejectionCode.NO_SEAT,
          "Only the representative of '" + command.domain() + "' names a delegate for it.");
    }
    Instant now = context.now();
    Instant from = command.from() != null && command.from().isAfter(now) ? command.from() : now;
    if (!command.until().isAfter(from)
        || Duration.between(from, command.until()).compareTo(LONGEST) > 0) {
      return Decision.reject(
          RejectionCode.DELEGATION_PERIOD_OUT_OF_BOUNDS,
          "A delegation from %s ends after it, by %s.".formatted(from, from.plus(LONGEST)));
    }
    Optional<DomainId> elsewhere =
        state
            .seatOf(command.delegate())
            .or(() ->
                state.delegateElsewhere(
                    command.delegate(), command.domain(), from, command.until()));
    if (elsewhere.isPresent()) {
      return Decision.reject(
          RejectionCode.DELEGATE_NOT_FREE,
          "'%s' acts for '%s' already; nobody has two voices."
              .formatted(command.delegate(), elsewhere.get()));
    }
    if (stands(seat.orElseThrow(), command, now)) {
      return Decision.nothingToDo();
    }
    return Decision.accept(
        new SeatDelegated(
            command.domain(),
            context.actor().subject(),
            command.delegate(),
            from,
            command.until(),
            now));
  }

  /** The end of a delegation; where none lasts or is to come, nothing changes. */
  static Decision<CouncilEvent> decide(
      CouncilState state, RevokeDelegation command, DecisionContext context) {
    if (!state.founded()) {
      return notFounded();
    }
    Subject caller = context.actor().subject();
    Optional<Seat> seat = state.seat(command.domain());
    Optional<Delegation> delegation =
        seat.flatMap(taken -> Optional.ofNullable(taken.delegation()))
            .filter(named -> named.until().isAfter(context.now()));
    if (!CouncilDecider.maySeat(context.actor())
        && !heldBy(seat, caller)
        && delegation.filter(named -> named.delegate().equals(caller)).isEmpty()) {
      return Decision.reject(
          RejectionCode.NOT_ALLOWED,
          "Only the representative, the delegate and a governance engineer end a delegation.");
    }
    return delegation
        .<Decision<CouncilEvent>>map(named ->
            Decision.accept(
                new DelegationRevoked(command.domain(), named.delegate(), caller, context.now())))
        .orElseGet(Decision::nothingToDo);
  }

  /** The end of a seat; where it is free, nothing changes. */
  static Decision<CouncilEvent> decide(
      CouncilState state, VacateSeat command, DecisionContext context) {
    if (!state.founded()) {
      return notFounded();
    }
    Subject caller = context.actor().subject();
    Optional<Seat> seat = state.seat(command.domain());
    if (!CouncilDecider.maySeat(context.actor()) && !heldBy(seat, caller)) {
      return Decision.reject(
          RejectionCode.NOT_ALLOWED,
          "Only its representative and a governance engineer vacate a seat.");
    }
    return seat.<Decision<CouncilEvent>>map(taken ->
            Decision.accept(
                new SeatVacated(command.domain(), taken.representative(), caller, context.now())))
        .orElseGet(Decision::nothingToDo);
  }

  private static Decision<CouncilEvent> notFounded() {
    return Decision.reject(
        RejectionCode.NOT_ALLOWED, "The council has no seats before it is founded.");
  }

  private static boolean heldBy(Optional<Seat> seat, Subject person) {
    return seat.filter(taken -> taken.representative().equals(person)).isPresent();
  }

  /** Whether exactly this was named before; "at once" is the same as having begun. */
  private static boolean stands(Seat seat, DelegateSeat command, Instant now) {
    Delegation named = seat.delegation();
    return named != null
        && named.delegate().equals(command.delegate())
        && named.until().equals(command.until())
        && (command.from() == null || !command.from().isAfter(now)
            ? !named.from().isAfter(now)
            : named.from().equals(command.from()));
  }
}
