package io.concordat.benchmarks;

import io.concordat.eventstore.processing.GroupStatus;
import io.concordat.eventstore.processing.ProcessorAdmin;
import io.concordat.messages.ProcessingGroups;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * All groups of the read side read a hundred days again, from the first event, against a plain
 * sequential read of the same rows, in the same run; then once more to see where the threads are,
 * and once to look at the heap.
 *
 * <p>It is replayed without being counted first, as the service and the stores of a mesh have been
 * running for long when somebody resets a group, and compiling takes a third of the processor's
 * time in the first minute. Arguments: repetitions (3), days (100, of a thousand events each),
 * replays that warm up (7).
 */
public final class ReplayBenchmark {

  private static final int QUARTERS = 4;

  private final Node node;
  private final int events;

  private ReplayBenchmark(Node node, int events) {
    this.node = node;
    this.events = events;
  }

  /** Runs it and prints Markdown tables. */
  public static void main(String[] arguments) throws Exception {
    int repetitions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
    int days = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
    int warmUps = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 7;
    try (Node node = Node.start("--concordat.event-store.deadlines.poll-interval=1h")) {
      int events;
      try (History history = new History(node.bean(DataSource.class))) {
        new HundredDays(days).write(history);
        events = history.size();
      }
      System.out.printf("%,d events%n%n", events);
      ReplayBenchmark benchmark = new ReplayBenchmark(node, events);
      long start = System.nanoTime();
      benchmark.awaitEnd(0);
      System.out.printf(
          Locale.ROOT,
          "Read for the first time: %,.0f events/s%n%n",
          events / ((System.nanoTime() - start) / 1e9));
      benchmark.warmUp(warmUps);
      benchmark.compare(repetitions);
      benchmark.stages();
      benchmark.heap();
    }
    System.exit(0);
  }

  private void warmUp(int replays) throws InterruptedException {
    for (int i = 0; i < replays; i++) {
      System.out.printf(Locale.ROOT, "Warming up: %,.0f events/s%n", replay());
    }
    System.out.println();
  }

  /** Events a second, from the reset until the slowest group has caught up. */
  private double replay() throws InterruptedException {
    reset(ProcessingGroups.ALL.stream().toList());
    long start = System.nanoTime();
    awaitEnd(0);
    return events / ((System.nanoTime() - start) / 1e9);
  }

  private void compare(int repetitions) throws Exception {
    double[] replayed = new double[repetitions];
    double[] read = new double[repetitions];
    Cpu before = Cpu.now();
    Cpu after = before;
    System.out.println(
        "| replay, events/s | plain read, rows/s | ratio | processor time, ms a thousand events |");
    System.out.println("|---|---|---|---|");
    for (int i = 0; i < repetitions; i++) {
      read[i] = plainRead();
      before = Cpu.now();
      replayed[i] = replay();
      after = Cpu.now();
      System.out.printf(
          Locale.ROOT,
          "| %,.0f | %,.0f | %.3f | %.0f |%n",
          replayed[i],
          read[i],
          replayed[i] / read[i],
          after.millisSince(before) / (events / 1e3));
    }
    System.out.printf(
        Locale.ROOT,
        "%nMedian: %,.0f events a second into both stores, %,.0f rows read%n",
        Load.median(replayed),
        Load.median(read));
    System.out.printf("%nOf the last replay:%n");
    after.printSince(before, "thousand events", events / 1e3);
  }

  /** In a replay of its own, as looking costs time. */
  private void stages() throws InterruptedException {
    System.out.printf("%nWhere the threads are in a further one:%n%n");
    try (Stages stages = new Stages()) {
      replay();
      stages.print();
    }
  }

  private void heap() throws Exception {
    System.out.println();
    System.out.println("| events left to the slowest group | heap after collection, MB |");
    System.out.println("|---|---|");
    System.out.printf("| before | %d |%n", heapAfterCollection());
    reset(ProcessingGroups.ALL.stream().toList());
    for (int quarter = 1; quarter <= QUARTERS; quarter++) {
      awaitEnd((long) events * (QUARTERS - quarter) / QUARTERS);
      System.out.printf("| %d %% | %d |%n", 100 - 100 * quarter / QUARTERS, heapAfterCollection());
    }
  }

  private static long heapAfterCollection() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1_000_000;
  }

  private void reset(List<String> groups) {
    CompletableFuture.allOf(
            groups.stream()
                .map(node.bean(ProcessorAdmin.class)::reset)
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private void awaitEnd(long left) throws InterruptedException {
    while (lag() > left) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private long lag() {
    return node.bean(ProcessorAdmin.class).groups().stream()
        .filter(group -> ProcessingGroups.ALL.contains(group.name()))
        .mapToLong(GroupStatus::lag)
        .max()
        .orElseThrow();
  }

  private double plainRead() throws SQLException {
    long start = System.nanoTime();
    long last = 0;
    int rows = 0;
    long bytes = 0;
    boolean more = true;
    while (more) {
      more = false;
      try (Connection connection = node.bean(DataSource.class).getConnection();
          PreparedStatement statement =
              connection.prepareStatement(
                  "select global_index, payload_type, payload, meta_data from domain_event_entry"
                      + " where global_index > ? order by global_index limit 1000")) {
        statement.setLong(1, last);
        try (ResultSet row = statement.executeQuery()) {
          while (row.next()) {
            more = true;
            rows++;
            last = row.getLong(1);
            bytes += row.getBytes(3).length + row.getBytes(4).length;
          }
        }
      }
    }
    if (rows < events || bytes == 0) {
      throw new IllegalStateException("Read " + rows + " rows of " + events);
    }
    return rows / ((System.nanoTime() - start) / 1e9);
  }
}
