package io.concordat.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Observations over HTTP, durable and folded, of 847 products with 20,000 commitments: what is
 * accepted and folded a second, how long an answer takes, memory and bytes; and in the same run
 * what they cost at least. Arguments: seconds of each measurement (20), observations in a batch (20
 * and 500), clients (16).
 */
public final class ObservingBenchmark {

  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration LEAST = Duration.ofSeconds(10);

  private final Node node;
  private final ObservationProducer producer;
  private final AtomicLong numbers = new AtomicLong();

  private ObservingBenchmark(Node node) throws Exception {
    this.node = node;
    this.producer = new ObservationProducer(node.url());
  }

  /** Runs it and prints a Markdown table. */
  public static void main(String[] arguments) throws Exception {
    Duration each = Duration.ofSeconds(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20);
    List<Integer> sizes =
        arguments.length > 1 ? List.of(Integer.parseInt(arguments[1])) : List.of(20, 500);
    int clients = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 16;
    try (Node node = Node.start()) {
      ObservedMesh.publish(node);
      ObservingBenchmark benchmark = new ObservingBenchmark(node);
      benchmark.run(shorter(each, WARM_UP), 20, clients, false);
      System.out.println(
          "| batches of | accepted a second | folded a second | p50 ms | p95 ms | p99 ms | longest"
              + " ms | sent again | heap MB | bytes a check | read and evaluated, one core | plain"
              + " inserts, 8 clients | 500 batches a transaction |");
      System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
      for (int size : sizes) {
        benchmark.run(each, size, clients, true);
      }
    }
    System.exit(0);
  }

  private void run(Duration each, int size, int clients, boolean shown) throws Exception {
    long before = counted();
    long bytesBefore = bytes();
    long rowsBefore = numbers.get();
    long againBefore = producer.again();
    Times times = new Times();
    long start = System.nanoTime();
    double perSecond =
        size
            * Load.perSecond(
                clients,
                each,
                (_, _) -> {
                  byte[] body = ObservedMesh.batch(numbers.getAndAdd(size), size);
                  long sent = System.nanoTime();
                  producer.send(body);
                  times.add(System.nanoTime() - sent);
                });
    double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    long all = numbers.get() - rowsBefore;
    drain();
    double seconds = (System.nanoTime() - start) / 1e9;
    if (counted() - before != all) {
      throw new IllegalStateException(
          "Accepted " + all + " observations, counted " + (counted() - before));
    }
    if (shown) {
      double bytes = (double) (bytes() - bytesBefore) / all;
      ObservationsBenchmark.Least least =
          ObservationsBenchmark.least(size, shorter(each.dividedBy(4), LEAST));
      System.out.printf(
          Locale.ROOT,
          "| %d | %,.0f | %,.0f | %s | %d | %.0f | %.1f | %,.0f | %,.0f | %,.0f |%n",
          size,
          perSecond,
          all / seconds,
          times.cells(),
          producer.again() - againBefore,
          heap,
          bytes,
          least.evaluated(),
          least.insertedAlone(),
          least.insertedTogether());
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private void drain() throws InterruptedException {
    long head = number("select max(position) from observation_batch");
    while (number("select position from observation_fold") < head) {
      Thread.sleep(Duration.ofMillis(50));
    }
  }

  private long counted() {
    return number("select coalesce(sum(passed + failed), 0) from observation_hour");
  }

  private long bytes() {
    return number("select pg_total_relation_size('observation_batch')");
  }

  private long number(String query) {
    return node.bean(JdbcClient.class).sql(query).query(Long.class).single();
  }
}
