package io.concordat.eventstore.stream;

import io.concordat.messages.Event;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The state that the events of one stream add up to, kept in memory. Knows of this node's appends
 * at once and of other nodes' after the staleness at most; reads only events that it has not seen.
 *
 * @param <S> an immutable state
 */
public final class FoldedStream<S> implements Supplier<S> {

  private final StreamReader reader;
  private final String stream;
  private final BiFunction<S, Event, S> evolve;
  private final long maxStaleNanos;
  private S state;
  private long version = -1;
  private long readAt;
  private boolean read;
  private volatile boolean changed = true;

  FoldedStream(
      StreamReader reader,
      String stream,
      S initial,
      BiFunction<S, Event, S> evolve,
      Duration maxStaleness) {
    this.reader = reader;
    this.stream = stream;
    this.state = initial;
    this.evolve = evolve;
    this.maxStaleNanos = maxStaleness.toNanos();
  }

  /** The stream that is folded. */
  String stream() {
    return stream;
  }

  /** Has the next {@link #get()} look for new events. */
  void markChanged() {
    changed = true;
  }

  /**
   * The state with every event that was stored before the call, on whichever node; asks the store
   * each time.
   *
   * @throws io.concordat.eventstore.StoreUnavailable where PostgreSQL is gone
   */
  public synchronized S current() {
    refresh();
    return state;
  }

  /**
   * The state as it was at most the staleness ago, with every event that this node has stored.
   *
   * @throws io.concordat.eventstore.StoreUnavailable where it is too old and PostgreSQL is gone
   */
  @Override
  public synchronized S get() {
    if (changed || !read || System.nanoTime() - readAt > maxStaleNanos) {
      changed = false;
      try {
        refresh();
      } catch (RuntimeException e) {
        changed = true;
        throw e;
      }
    }
    return state;
  }

  private void refresh() {
    long now = System.nanoTime();
    List<Event> events = reader.readAfter(stream, version);
    S next = state;
    for (Event event : events) {
      next = evolve.apply(next, event);
    }
    state = next;
    version += events.size();
    readAt = now;
    read = true;
  }
}
