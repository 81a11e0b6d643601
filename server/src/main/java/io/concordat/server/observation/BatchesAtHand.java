package io.concordat.server.observation;

import io.concordat.observation.evaluation.Observation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Batches that this node has read and not folded yet, so that the fold need not read them again.
 * Nothing rests on it: what is not here is read from the log, and is the same.
 *
 * <p>Thread safe.
 */
@Component
class BatchesAtHand {

  private final Map<Long, List<Observation>> byPosition = new ConcurrentHashMap<>();
  private final AtomicInteger held = new AtomicInteger();
  private final int most;
  private final Object room = new Object();
  private volatile boolean wanted;

  BatchesAtHand(ObservationSettings settings) {
    this.most = settings.atHand();
  }

  /** The fold runs here. */
  void open() {
    close();
    wanted = true;
  }

  /** The fold runs elsewhere, or begins anew. */
  void close() {
    wanted = false;
    byPosition.keySet().forEach(this::drop);
  }

  /**
   * Waits until there is room for a batch, so that what comes in faster than it is folded is slowed
   * down, and not read twice. Does not wait where the fold runs elsewhere, nor for what would never
   * fit.
   *
   * @param longest after which the batch goes on without
   */
  void awaitRoom(int size, Duration longest) {
    if (hasRoom(size)) {
      return;
    }
    long until = System.nanoTime() + longest.toNanos();
    synchronized (room) {
      long left = until - System.nanoTime();
      while (left > 0 && !hasRoom(size)) {
        try {
          TimeUnit.NANOSECONDS.timedWait(room, left);
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          return;
        }
        left = until - System.nanoTime();
      }
    }
  }

  private boolean hasRoom(int size) {
    return !wanted || size > most || held.get() + size <= most;
  }

  /** Keeps a batch, where there is room; before its row can be seen in the log. */
  void keep(long position, List<Observation> batch) {
    if (!wanted || batch.isEmpty()) {
      return;
    }
    if (held.addAndGet(batch.size()) > most) {
      held.addAndGet(-batch.size());
      return;
    }
    byPosition.put(position, batch);
  }

  /** Its row will not be seen. */
  void drop(long position) {
    take(position);
  }

  /** The batch of a row, once; null where it is not at hand. */
  @Nullable List<Observation> take(long position) {
    List<Observation> batch = byPosition.remove(position);
    if (batch != null) {
      held.addAndGet(-batch.size());
      synchronized (room) {
        room.notifyAll();
      }
    }
    return batch;
  }

  /** How many observations are held. */
  int held() {
    return held.get();
  }
}
