package io.concordat.server.observation;

import io.concordat.observation.evaluation.Observation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    }
    return batch;
  }

  /** How many observations are held. */
  int held() {
    return held.get();
  }
}
