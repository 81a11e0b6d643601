package io.concordat.eventstore.processing;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.jspecify.annotations.Nullable;

/**
 * Sets aside an event that a handler cannot take. Where the store is to blame, not the event, the
 * failure goes on instead, so that the whole batch is tried again and nothing is set aside.
 *
 * <p>A dead letter that fails once more always goes back into the queue: a failure at that place
 * would have the framework forget it.
 */
final class DeadLetterPolicy implements EnqueuePolicy<EventMessage<?>> {

  private static final int LONGEST_MESSAGE = 1_000;

  private final List<TransientFailure> transientFailures;

  DeadLetterPolicy(List<TransientFailure> transientFailures) {
    this.transientFailures = List.copyOf(transientFailures);
  }

  @Override
  public EnqueueDecision<EventMessage<?>> decide(
      DeadLetter<? extends EventMessage<?>> letter, @Nullable Throwable cause) {
    if (letter instanceof JdbcDeadLetter<?>) {
      return Decisions.requeue(
          ThrowableCause.truncated(
              cause == null ? new IllegalStateException("Its batch was rolled back") : cause,
              LONGEST_MESSAGE));
    }
    if (isTransient(cause)) {
      throw new HandlingPostponed(cause);
    }
    return Decisions.enqueue(
        cause == null ? null : ThrowableCause.truncated(cause, LONGEST_MESSAGE));
  }

  private boolean isTransient(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      Throwable each = cause;
      if (transientFailures.stream().anyMatch(rule -> rule.isTransient(each))) {
        return true;
      }
    }
    return false;
  }

  /** The batch is rolled back and tried again. */
  static final class HandlingPostponed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    HandlingPostponed(@Nullable Throwable cause) {
      super("A store is not available: " + cause, cause);
    }
  }
}
