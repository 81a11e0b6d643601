package io.concordat.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Closed-loop clients: each does the next thing when it has the answer to the last. */
final class Load {

  private Load() {}

  /** What a client does once. */
  @FunctionalInterface
  interface Work {
    void run(int client, long round) throws Exception;
  }

  /** Rounds a second over all clients. */
  static double perSecond(int clients, Duration duration, Work work) throws InterruptedException {
    return perSecond(clients, duration, work, () -> false);
  }

  /** The same, until something is over. */
  static double perSecond(int clients, Duration duration, Work work, BooleanSupplier over)
      throws InterruptedException {
    AtomicLong rounds = new AtomicLong();
    CountDownLatch done = new CountDownLatch(clients);
    AtomicLong failures = new AtomicLong();
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    for (int client = 0; client < clients; client++) {
      int number = client;
      Thread.ofVirtual()
          .start(() -> {
            long round = 0;
            try {
              while (System.nanoTime() < end && !over.getAsBoolean()) {
                work.run(number, round++);
                rounds.incrementAndGet();
              }
            } catch (Exception e) {
              failures.incrementAndGet();
              System.err.println("A client failed: " + e);
            } finally {
              done.countDown();
            }
          });
    }
    done.await();
    if (failures.get() > 0) {
      throw new IllegalStateException(failures + " clients failed");
    }
    return rounds.get() / ((System.nanoTime() - start) / 1e9);
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
