package io.concordat.localstack.launch;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What the person at the terminal sees while they wait: one line for each step that is done, and
 * below it, on a terminal, a line that says what is still waited for. Thread-safe.
 */
final class Progress implements AutoCloseable {

  private static final String ERASE_LINE = "\r\u001b[2K";

  private final PrintStream out;
  private final boolean terminal;
  private final long start = System.nanoTime();
  private final Set<String> waiting = new LinkedHashSet<>();
  private Supplier<String> detail = () -> "";
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("progress").factory());

  Progress(PrintStream out) {
    this.out = out;
    Console console = System.console();
    this.terminal = console != null && console.isTerminal();
    if (terminal) {
      var unused = clock.scheduleAtFixedRate(this::refresh, 200, 200, TimeUnit.MILLISECONDS);
    } else {
      var unused = clock.scheduleAtFixedRate(this::stillWaiting, 15, 15, TimeUnit.SECONDS);
    }
  }

  /** Prints a line. */
  synchronized void say(String line) {
    erase();
    out.println(line);
    refresh();
  }

  /**
   * Does a step and prints how long it took.
   *
   * @param what the step's name, such as {@code Neo4j}
   * @param done the word for its success, such as {@code ready}
   */
  <T> T step(String what, String done, Callable<T> work) throws Exception {
    long from = System.nanoTime();
    synchronized (this) {
      waiting.add(what);
      refresh();
    }
    try {
      T result = work.call();
      synchronized (this) {
        waiting.remove(what);
        detail = () -> "";
      }
      say("  %-12s %s in %.1f s".formatted(what, done, seconds(from)));
      return result;
    } finally {
      synchronized (this) {
        waiting.remove(what);
        erase();
      }
    }
  }

  /**
   * What the waiting line says more, asked for each time it is shown; until the next step is done.
   */
  synchronized void detail(Supplier<String> more) {
    detail = more;
  }

  /** How long it is since the start. */
  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Takes the waiting line away. */
  @Override
  public synchronized void close() {
    clock.shutdownNow();
    waiting.clear();
    erase();
  }

  private synchronized void refresh() {
    if (terminal && !waiting.isEmpty()) {
      out.print(ERASE_LINE + waitingLine());
      out.flush();
    }
  }

  private synchronized void stillWaiting() {
    if (!waiting.isEmpty()) {
      out.println(waitingLine());
    }
  }

  private String waitingLine() {
    String more = detail.get();
    return "  waiting for %s ... %.0f s%s"
        .formatted(
            String.join(", ", waiting), seconds(start), more.isEmpty() ? "" : " (" + more + ")");
  }

  private void erase() {
    if (terminal) {
      out.print(ERASE_LINE);
      out.flush();
    }
  }

  private static double seconds(long from) {
    return (System.nanoTime() - from) / 1e9;
  }
}
