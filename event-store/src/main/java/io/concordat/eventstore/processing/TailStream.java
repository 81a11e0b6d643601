package io.concordat.eventstore.processing;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.eventstore.append.OrderedEventStorageEngine;
import io.concordat.eventstore.append.TrackedBatch;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** One processor's way through the events. Used by one thread at a time. */
final class TailStream implements BlockingStream<TrackedEventMessage<?>> {

  private final OrderedEventStorageEngine engine;
  private final RecentEvents recent;
  private final Consumer<TailStream> onClose;
  private final Queue<TrackedEventMessage<?>> fetched = new ArrayDeque<>();
  private final Semaphore news = new Semaphore(0);
  private long position;
  private volatile @Nullable Runnable callback;

  TailStream(
      OrderedEventStorageEngine engine,
      RecentEvents recent,
      long after,
      Consumer<TailStream> onClose) {
    this.engine = engine;
    this.recent = recent;
    this.position = after;
    this.onClose = onClose;
  }

  /** New events can be had. */
  void available() {
    if (news.availablePermits() == 0) {
      news.release();
    }
    Runnable toCall = callback;
    if (toCall != null) {
      toCall.run();
    }
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    fetch();
    return Optional.ofNullable(fetched.peek());
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + unit.toNanos(timeout);
    while (!fetch()) {
      long rest = deadline - System.nanoTime();
      if (rest <= 0 || !news.tryAcquire(rest, TimeUnit.NANOSECONDS)) {
        return fetch();
      }
      news.drainPermits();
    }
    return true;
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    return fetched.remove();
  }

  private boolean fetch() {
    if (!fetched.isEmpty()) {
      return true;
    }
    TrackedBatch batch = recent.after(position, EventTail.READ_EVENTS);
    if (batch == null) {
      batch = readStore();
    }
    fetched.addAll(batch.messages());
    position = batch.lastIndex();
    return !fetched.isEmpty();
  }

  /** A processor is not to be torn down because PostgreSQL is gone: there is nothing new, then. */
  private TrackedBatch readStore() {
    try {
      return engine.readAfter(position, EventTail.READ_EVENTS, EventTail.READ_BYTES);
    } catch (StoreUnavailable e) {
      return new TrackedBatch(List.of(), position, 0);
    }
  }

  @Override
  public boolean setOnAvailableCallback(Runnable toCall) {
    callback = toCall;
    toCall.run();
    return true;
  }

  @Override
  public void close() {
    callback = null;
    onClose.accept(this);
  }
}
