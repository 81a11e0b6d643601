package io.concordat.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Where the threads that carry events to the read side spend their time: their stacks are looked at
 * every other millisecond, and the innermost frame that is known names the stage.
 */
final class Stages implements AutoCloseable {

  private static final long EVERY_MICROS = 2_000;

  /** Frame, as {@code class.method} or its beginning, to stage; the first that fits wins. */
  private static final List<Map.Entry<String, String>> KNOWN =
      List.of(
          Map.entry("io.concordat.projections.document.DocumentStore.", "MongoDB"),
          Map.entry("io.concordat.projections.lineage.LineageStore.", "Neo4j"),
          Map.entry("io.concordat.projections.lineage.Statements.", "Neo4j"),
          Map.entry("io.concordat.projections.", "folding events"),
          Map.entry("io.concordat.eventstore.append.OrderedEventStorageEngine.", "reading events"),
          Map.entry("org.axonframework.serialization.", "reading JSON"),
          Map.entry("io.concordat.eventstore.serialization.", "reading JSON"),
          Map.entry(
              "org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore.",
              "storing the position"),
          Map.entry("io.concordat.eventstore.append.AppendStatements.", "inserting"),
          Map.entry("org.springframework.jdbc.support.JdbcTransactionManager.", "begin and commit"),
          Map.entry("org.springframework.jdbc.datasource.", "begin and commit"),
          Map.entry("com.zaxxer.hikari.", "begin and commit"),
          Map.entry("org.axonframework.", "the framework"));

  private final Map<String, Map<String, Integer>> samples = new TreeMap<>();
  private final Thread thread;
  private volatile boolean closed;
  private int looks;

  Stages() {
    thread = Thread.ofPlatform().daemon().name("stages").start(this::look);
  }

  private void look() {
    List<Thread> watched =
        Thread.getAllStackTraces().keySet().stream()
            .filter(each ->
                each.getName().matches(".*-(worker|coordinator)-0|event-tail|event-append.*"))
            .toList();
    while (!closed) {
      for (Thread each : watched) {
        String stage = stage(each.getStackTrace());
        samples
            .computeIfAbsent(each.getName(), name -> new TreeMap<>())
            .merge(stage, 1, Integer::sum);
      }
      looks++;
      try {
        TimeUnit.MICROSECONDS.sleep(EVERY_MICROS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static String stage(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      String name = frame.getClassName() + "." + frame.getMethodName();
      if (name.startsWith("java.util.concurrent.ThreadPoolExecutor.getTask")
          || name.startsWith("io.concordat.eventstore.append.GroupCommit.nextGroup")) {
        return "idle";
      }
      for (Map.Entry<String, String> known : KNOWN) {
        if (name.startsWith(known.getKey())) {
          return known.getValue();
        }
      }
    }
    return "idle";
  }

  /** Ends it and prints a Markdown table: percent of the time, by thread. */
  void print() throws InterruptedException {
    close();
    thread.join();
    System.out.println("| thread | share of the time in each stage |");
    System.out.println("|---|---|");
    samples.forEach((name, stages) -> {
      StringBuilder cells = new StringBuilder();
      stages.entrySet().stream()
          .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
          .filter(stage -> stage.getValue() * 200 >= looks)
          .forEach(stage ->
              cells.append(
                  String.format(
                      Locale.ROOT,
                      "%s%s %.0f %%",
                      cells.isEmpty() ? "" : ", ",
                      stage.getKey(),
                      100.0 * stage.getValue() / looks)));
      System.out.printf("| %s | %s |%n", name, cells);
    });
  }

  @Override
  public void close() {
    closed = true;
  }
}
