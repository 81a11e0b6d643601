package io.concordat.eventstore.processing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Threads of one processor. Bounds every delay, since the framework doubles its pause after a
 * failure up to a minute, which is longer than a store that is back should wait for; and reports
 * after each piece of work.
 */
final class ProcessorThreads extends ScheduledThreadPoolExecutor {

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
    return super.schedule(
        command, Math.min(unit.toNanos(delay), longestDelayNanos), TimeUnit.NANOSECONDS);
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
    return super.schedule(
        callable, Math.min(unit.toNanos(delay), longestDelayNanos), TimeUnit.NANOSECONDS);
  }

  @Override
  protected void afterExecute(Runnable work, @Nullable Throwable failure) {
    super.afterExecute(work, failure);
    afterWork.run();
  }
}
