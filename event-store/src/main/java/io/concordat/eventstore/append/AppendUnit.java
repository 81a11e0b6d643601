package io.concordat.eventstore.append;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The events of one unit of work: stored together or not at all. Made by the thread that waits for
 * it.
 */
final class AppendUnit {

  private enum Stage {
    WAITING,
    TAKEN,
    GIVEN_UP
  }

  private final List<EventRow> rows;
  private final @Nullable IdempotencyMark mark;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
  private final Thread caller = Thread.currentThread();
  private @Nullable List<AppendedEvent> appended;
  private @Nullable Throwable failure;
  private volatile boolean open = true;

  AppendUnit(List<EventRow> rows, @Nullable IdempotencyMark mark) {
    this.rows = rows;
    this.mark = mark;
  }

  List<EventRow> rows() {
    return rows;
  }

  @Nullable IdempotencyMark mark() {
    return mark;
  }

  /** The stored events, or throws why they are not; only when no longer {@link #isOpen()}. */
  List<AppendedEvent> answer() {
    if (failure instanceof Throwable thrown) {
      throw thrown instanceof RuntimeException unchecked
          ? unchecked
          : new IllegalStateException("The append failed", thrown);
    }
    return Objects.requireNonNull(appended, "The unit is still being stored");
  }

  int size() {
    return rows.stream().mapToInt(EventRow::size).sum();
  }

  /** For the appender: false where the caller no longer waits. */
  boolean take() {
    return stage.compareAndSet(Stage.WAITING, Stage.TAKEN);
  }

  /** Whether it is neither being stored nor given up. */
  boolean isWaiting() {
    return stage.get() == Stage.WAITING;
  }

  /** For the caller: true where nothing was and nothing will be stored. */
  boolean giveUp() {
    return stage.compareAndSet(Stage.WAITING, Stage.GIVEN_UP);
  }

  boolean isOpen() {
    return open;
  }

  /** The rows with their indexes, in order. */
  List<AppendedEvent> at(List<Long> indexes) {
    List<AppendedEvent> appended = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      appended.add(rows.get(i).at(indexes.get(i)));
    }
    return appended;
  }

  void succeed(List<AppendedEvent> events) {
    appended = List.copyOf(events);
    done();
  }

  /** Does nothing where the events are stored already. */
  void fail(Throwable cause) {
    if (open) {
      failure = cause;
      done();
    }
  }

  private void done() {
    open = false;
    wakeUp();
  }

  /** Has the caller look again. */
  void wakeUp() {
    LockSupport.unpark(caller);
  }
}
