package io.concordat.eventstore.processing;

import io.concordat.eventstore.append.TrackedBatch;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The last events of the store, bounded by number and by size; whole batches go when it is full.
 */
final class RecentEvents {

  private final int maxEvents;
  private final long maxBytes;
  private final Deque<TrackedBatch> batches = new ArrayDeque<>();
  private int events;
  private long bytes;

  /** Every event after this index, up to {@link #last}, is held; -1 before it is known. */
  private long floor = -1;

  private long last = -1;

  RecentEvents(int maxEvents, long maxBytes) {
    this.maxEvents = maxEvents;
    this.maxBytes = maxBytes;
  }

  synchronized boolean isPositioned() {
    return floor >= 0;
  }

  /** Starts after an index. */
  synchronized void position(long index) {
    floor = index;
    last = index;
  }

  /** Index of the last event that was read. */
  synchronized long lastIndex() {
    return last;
  }

  synchronized void add(TrackedBatch batch) {
    if (batch.lastIndex() == last) {
      return;
    }
    batches.addLast(batch);
    events += batch.messages().size();
    bytes += batch.bytes();
    last = batch.lastIndex();
    while (batches.size() > 1 && (events > maxEvents || bytes > maxBytes)) {
      TrackedBatch oldest = batches.removeFirst();
      events -= oldest.messages().size();
      bytes -= oldest.bytes();
      floor = oldest.lastIndex();
    }
  }

  /**
   * The held events after an index.
   *
   * @param atMost after so many, only the batch that is begun is completed
   * @return null where the index lies before what is held
   */
  synchronized @Nullable TrackedBatch after(long index, int atMost) {
    if (floor < 0 || index < floor) {
      return null;
    }
    Deque<TrackedBatch> newer = new ArrayDeque<>();
    Iterator<TrackedBatch> fromNewest = batches.descendingIterator();
    while (fromNewest.hasNext()) {
      TrackedBatch batch = fromNewest.next();
      if (batch.lastIndex() <= index) {
        break;
      }
      newer.addFirst(batch);
    }
    List<TrackedEventMessage<?>> found = new ArrayList<>();
    long lastIndex = index;
    for (TrackedBatch batch : newer) {
      for (TrackedEventMessage<?> message : batch.messages()) {
        if (message.trackingToken().position().orElseThrow() > index) {
          found.add(message);
        }
      }
      lastIndex = batch.lastIndex();
      if (found.size() >= atMost) {
        break;
      }
    }
    return new TrackedBatch(found, lastIndex, 0);
  }
}
