package io.concordat.eventstore.processing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Threads of one processor. Bounds every delay, since the framework doubles its pause after a
 * failure up to a minute, which is longer than a store that is back should wait for; shortens the
 * pause while a segment has as many events waiting as it takes; and reports after each piece of
 * work.
 */
final class ProcessorThreads extends ScheduledThreadPoolExecutor {

  /**
   * What Axon's coordinator waits for a segment that has 1,024 events waiting. In a replay these
   * are handled in less, and the segment would be idle for the rest.
   */
  private static final long PAUSE_WHILE_FULL = TimeUnit.MILLISECONDS.toNanos(100);

  /** A tenth of the time that a thousand events take, so that the next are there in time. */
  private static final long SHORT_PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

  private final long longestDelayNanos;
  private final Runnable afterWork;

  ProcessorThreads(String name, int threads, Duration longestDelay, Runnable afterWork) {
    super(threads, Thread.ofPlatform().daemon().name(name + "-", 0).factory());
    this.longestDelayNanos = longestDelay.toNanos();
    this.afterWork = afterWork;
    setRemoveOnCancelPolicy(true);
    setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    return super.schedule(command, bounded(unit.toNanos(delay)), TimeUnit.NANOSECONDS);
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
    return super.schedule(callable, bounded(unit.toNanos(delay)), TimeUnit.NANOSECONDS);
  }

  private long bounded(long delay) {
    return delay == PAUSE_WHILE_FULL ? SHORT_PAUSE : Math.min(delay, longestDelayNanos);
  }

  @Override
  protected void afterExecute(Runnable work, @Nullable Throwable failure) {
    super.afterExecute(work, failure);
    afterWork.run();
  }
}
