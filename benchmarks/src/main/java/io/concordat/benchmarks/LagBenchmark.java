package io.concordat.benchmarks;

import io.concordat.eventstore.command.Commands;
import io.concordat.eventstore.command.Receipt;
import io.concordat.eventstore.processing.ReadBarrier;
import io.concordat.messages.EventCatalog;
import io.concordat.messages.ProcessingGroups;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How long it is from the append of an event until GraphQL over HTTP shows it, at a fixed rate of
 * mixed commands, whatever the answers do, against the same at a low rate in the same run.
 *
 * <p>Each command goes the way of a mutation: sent, stored, and waited for until the processing
 * groups that read its events have come past them. Of one in nine the answer to a question is
 * fetched then, and must show what was written. Arguments: commands a second (500), seconds (20),
 * seconds of warm-up (240): a quarter of them at a quarter of the rate, a quarter at half of it,
 * the rest at the rate.
 */
public final class LagBenchmark {

  private static final int LOW_RATE = 20;
  private static final int ASKED_ONE_IN = 9;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Node node;
  private final Client client;
  private final Mix mix;
  private long sent;

  private LagBenchmark(Node node) throws Exception {
    this.node = node;
    this.client = new Client(node.url(), "viewer");
    this.mix = new Mix(node);
  }

  /** The time that commands of one run spent on each part of the way. */
  private static final class Parts {
    final Times stored = new Times();
    final Times carried = new Times();
    final Times answered = new Times();
    final Times lag = new Times();
    final Times all = new Times();
    final AtomicInteger stale = new AtomicInteger();
    final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    final Cpu before = Cpu.now();
  }

  /** Runs it and prints Markdown tables. */
  public static void main(String[] arguments) throws Exception {
    int rate = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 500;
    int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
    int warmUp = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 240;
    try (Node node = Node.start()) {
      LagBenchmark benchmark = new LagBenchmark(node);
      benchmark.warmUp(rate / 8, warmUp / 4);
      benchmark.warmUp(rate / 2, warmUp / 4);
      benchmark.warmUp(rate, warmUp / 2);
      benchmark.print(LOW_RATE, benchmark.run(LOW_RATE, seconds / 2));
      benchmark.print(rate, benchmark.run(rate, seconds));
      System.out.printf("%nWhere the threads are meanwhile:%n%n");
      try (Stages stages = new Stages()) {
        benchmark.run(rate, seconds / 2);
        stages.print();
      }
    }
    System.exit(0);
  }

  private void print(int rate, Parts parts) {
    System.out.printf("%n%d commands a second, milliseconds:%n%n", rate);
    System.out.println("| part | p50 | p95 | p99 | longest |");
    System.out.println("|---|---|---|---|---|");
    row("due to stored (decide, append, commit)", parts.stored);
    row("stored to readable (wake, fold, write, position)", parts.carried);
    row("asked to answered (GraphQL over HTTP)", parts.answered);
    row("**stored to shown in GraphQL**", parts.lag);
    row("due to shown in GraphQL", parts.all);
    System.out.printf("%nAnswers that did not show the write: %d%n", parts.stale.get());
    Cpu.now().printSince(parts.before, "command", parts.stored.count());
  }

  private static void row(String name, Times times) {
    System.out.printf("| %s | %s |%n", name, times.cells());
  }

  private Parts run(int rate, int seconds) throws Exception {
    Parts parts = follow(rate, seconds);
    Exception failure = parts.failure.get();
    if (failure != null) {
      throw failure;
    }
    return parts;
  }

  /**
   * Of what is still cold, on a busy machine, an answer may take longer than the service allows.
   */
  private void warmUp(int rate, int seconds) throws InterruptedException {
    Exception failure = follow(rate, seconds).failure.get();
    if (failure != null) {
      System.out.println("A failure while warming up: " + failure.getMessage());
    }
  }

  private Parts follow(int rate, int seconds) throws InterruptedException {
    Parts parts = new Parts();
    int count = rate * seconds;
    CountDownLatch done = new CountDownLatch(count);
    long start = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = start + i * (TimeUnit.SECONDS.toNanos(1) / rate);
      Mix.Item item = mix.next(sent++);
      boolean asked = i % ASKED_ONE_IN == 0;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      Thread.ofVirtual()
          .start(() -> {
            try {
              follow(item, due, asked, parts);
            } catch (Exception e) {
              parts.failure.compareAndSet(null, e);
            } finally {
              done.countDown();
            }
          });
    }
    done.await();
    return parts;
  }

  private void follow(Mix.Item item, long due, boolean asked, Parts parts) throws Exception {
    Receipt receipt = node.bean(Commands.class).send(item.command(), item.actor()).join();
    long stored = System.nanoTime();
    parts.stored.add(stored - due);
    if (!node.bean(ReadBarrier.class)
        .await(receipt.highestIndex().orElseThrow(), groups(receipt), PATIENCE)) {
      throw new IllegalStateException(item.command() + " cannot be read");
    }
    long readable = System.nanoTime();
    parts.carried.add(readable - stored);
    if (asked) {
      String answer = client.ask(item.question(), item.variables()).toString();
      long shown = System.nanoTime();
      parts.answered.add(shown - readable);
      parts.lag.add(shown - stored);
      parts.all.add(shown - due);
      if (!answer.contains(item.shown())) {
        parts.stale.incrementAndGet();
      }
    }
  }

  private static Set<String> groups(Receipt receipt) {
    return receipt.appended().stream()
        .map(event -> Objects.requireNonNull(EventCatalog.byName().get(event.eventType())))
        .flatMap(type -> ProcessingGroups.of(type).stream())
        .collect(Collectors.toSet());
  }
}
