package io.concordat.eventstore.append;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The events of one unit of work: stored together or not at all. */
final class AppendUnit {

  private enum Stage {
    WAITING,
    TAKEN,
    GIVEN_UP
  }

  private final List<EventRow> rows;
  private final @Nullable IdempotencyMark mark;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
  private final CompletableFuture<List<AppendedEvent>> result = new CompletableFuture<>();

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

  CompletableFuture<List<AppendedEvent>> result() {
    return result;
  }

  int size() {
    return rows.stream().mapToInt(EventRow::size).sum();
  }

  /** For the appender: false where the caller no longer waits. */
  boolean take() {
    return stage.compareAndSet(Stage.WAITING, Stage.TAKEN);
  }

  /** For the caller: true where nothing was and nothing will be stored. */
  boolean giveUp() {
    return stage.compareAndSet(Stage.WAITING, Stage.GIVEN_UP);
  }

  boolean isOpen() {
    return !result.isDone();
  }

  /** The rows with their indexes, in order. */
  List<AppendedEvent> at(List<Long> indexes) {
    List<AppendedEvent> appended = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      appended.add(rows.get(i).at(indexes.get(i)));
    }
    return appended;
  }

  void succeed(List<AppendedEvent> appended) {
    result.complete(List.copyOf(appended));
  }

  void fail(Throwable failure) {
    result.completeExceptionally(failure);
  }
}
