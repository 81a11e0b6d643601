package io.concordat.messages.decision;

import java.util.List;

/**
 * The answer of a decider: events, or a reasoned no.
 *
 * @param <E> the feature's sealed event root
 */
public sealed interface Decision<E> {

  /**
   * Yes: these events happened. An empty list says that the wish is fulfilled already.
   *
   * @param events in the order in which they happened
   */
  record Accepted<E>(List<E> events) implements Decision<E> {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /** No, and why. */
  record Rejected<E>(Rejection rejection) implements Decision<E> {}

  /** Yes: these events happened. */
  @SafeVarargs
  static <E> Decision<E> accept(E... events) {
    return new Accepted<>(List.of(events));
  }

  /** Yes, and nothing has to change for it. */
  static <E> Decision<E> nothingToDo() {
    return new Accepted<>(List.of());
  }

  /** No. */
  static <E> Decision<E> reject(RejectionCode code, String detail) {
    return new Rejected<>(new Rejection(code, detail));
  }

  /** The events of a yes. */
  default List<E> eventsOrThrow() {
    return switch (this) {
      case Accepted<E> accepted -> accepted.events();
      case Rejected<E> rejected -> throw new CommandRejected(rejected.rejection());
    };
  }
}
