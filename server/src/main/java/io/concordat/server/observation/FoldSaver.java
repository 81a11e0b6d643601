package io.concordat.server.observation;

import io.concordat.observation.evaluation.fold.ObservationFold;
import io.concordat.server.observation.FoldStore.Changed;
import io.concordat.server.observation.FoldStore.Progress;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Saves a fold from time to time while it goes on, one saving after the other: what is written of
 * twenty thousand commitments takes a good part of a second, and a broken promise should not wait
 * for it. What was told before a crash and not saved is told again under the same key.
 *
 * <p>Not thread safe.
 */
final class FoldSaver implements AutoCloseable {

  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final FoldStore store;
  private final Duration pause;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("observation-saver").factory());
  private Progress saved;
  private @Nullable Future<Progress> underWay;
  private long beganAt = System.nanoTime();

  /**
   * For a fold that has just been restored.
   *
   * @param saved what it was restored from
   */
  FoldSaver(FoldStore store, Progress saved, Duration pause) {
    this.store = store;
    this.saved = saved;
    this.pause = pause;
  }

  /**
   * Begins to save where it is time, and the saving before is over.
   *
   * @throws SQLException where the saving before failed: the fold has to be restored
   */
  void look(ObservationFold fold, Collected collected, Progress now)
      throws SQLException, InterruptedException {
    if (underWay != null && underWay.isDone()) {
      await();
    }
    if (underWay == null
        && System.nanoTime() - beganAt >= pause.toNanos()
        && now.position() > saved.position()) {
      begin(fold, collected, now);
    }
  }

  /** Saves what has not been, and waits until it is. */
  void finish(ObservationFold fold, Collected collected, Progress now)
      throws SQLException, InterruptedException {
    await();
    if (now.position() > saved.position()) {
      begin(fold, collected, now);
      await();
    }
  }

  private void begin(ObservationFold fold, Collected collected, Progress now) {
    Changed changed = Changed.of(fold, collected, saved, now);
    beganAt = System.nanoTime();
    underWay =
        thread.submit(() -> {
          store.save(changed);
          return changed.now();
        });
  }

  private void await() throws SQLException, InterruptedException {
    Future<Progress> waited = underWay;
    if (waited == null) {
      return;
    }
    underWay = null;
    try {
      saved = waited.get();
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case SQLException sql -> throw sql;
        case RuntimeException other -> throw other;
        case null, default -> throw new IllegalStateException(failed);
      }
    }
  }

  /** No saving outlasts the leading of its node, unless the store does not answer at all. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
