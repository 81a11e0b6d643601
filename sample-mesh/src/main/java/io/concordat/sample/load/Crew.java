package io.concordat.sample.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Works through the pieces of a stage, some at a time, and tells how far it has come. */
final class Crew implements AutoCloseable {

  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

  private final ExecutorService threads;
  private final Consumer<String> progress;

  /**
   * Hires.
   *
   * @param size how many pieces are worked on at a time
   * @param progress gets one line per stage, and one every five seconds of a long one
   */
  Crew(int size, Consumer<String> progress) {
    this.threads = Executors.newFixedThreadPool(size, Thread.ofVirtual().factory());
    this.progress = progress;
  }

  /**
   * Works through pieces that count one each; see {@link #stage(String, List, ToIntFunction,
   * Consumer)}.
   */
  <T> void stage(String name, List<T> pieces, Consumer<T> work) {
    stage(name, List.of(pieces), _ -> 1, work);
  }

  /**
   * Works through waves, one after the other.
   *
   * @param size how much a piece counts
   * @throws Refused where pieces of a wave were refused; the wave is finished first
   */
  <T> void stage(String name, List<List<T>> waves, ToIntFunction<T> size, Consumer<T> work) {
    int total = waves.stream().flatMap(List::stream).mapToInt(size).sum();
    long start = System.nanoTime();
    AtomicInteger done = new AtomicInteger();
    AtomicLong told = new AtomicLong(start);
    for (List<T> wave : waves) {
      each(
          wave,
          piece -> {
            work.accept(piece);
            int now = done.addAndGet(size.applyAsInt(piece));
            long last = told.get();
            if (System.nanoTime() - last > SIGN_OF_LIFE.toNanos()
                && told.compareAndSet(last, System.nanoTime())) {
              progress.accept(line(name, now + " of " + total, start));
            }
          });
    }
    progress.accept(line(name, String.valueOf(total), start));
  }

  private <T> void each(Collection<T> pieces, Consumer<T> work) {
    ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
    List<Future<?>> running = new ArrayList<>();
    for (T piece : pieces) {
      running.add(
          threads.submit(() -> {
            try {
              work.accept(piece);
            } catch (Refused no) {
              refused.add(String.valueOf(no.getMessage()));
            }
          }));
    }
    try {
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException failed) {
      running.forEach(one -> one.cancel(true));
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      running.forEach(one -> one.cancel(true));
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while loading", stopped);
    }
    if (!refused.isEmpty()) {
      throw new Refused(String.join("\n", refused));
    }
  }

  private static String line(String name, String count, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    return String.format(Locale.ROOT, "  %-12s %14s  %6.1f s", name, count, seconds);
  }

  @Override
  public void close() {
    threads.close();
  }
}
