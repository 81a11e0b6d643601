package io.concordat.benchmarks;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * From a batch that breaks a promise to its incident in GraphQL, beside a load of observations.
 * Arguments: breaches (100), observations a second beside them (26,620), in batches of (20).
 */
public final class BreachBenchmark {

  private static final int CLIENTS = 16;
  private static final String NEWEST = "{ incidents(first: 1) { edges { node { id } } } }";
  private static final Duration WARM_UP = Duration.ofSeconds(60);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private BreachBenchmark() {}

  /** Runs it and prints a Markdown table. */
  public static void main(String[] arguments) throws Exception {
    int breaches = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100;
    double rate = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 26_620;
    int size = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
    try (Node node = Node.start()) {
      ObservedMesh.publish(node);
      ObservationProducer producer = new ObservationProducer(node.url());
      Client viewer = new Client(node.url(), "governance");
      AtomicLong numbers = new AtomicLong();
      AtomicBoolean over = new AtomicBoolean();
      Pace pace = new Pace(rate / size);
      Times accepted = new Times();
      Times visible = new Times();
      Thread probe =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  // The first are to warm up.
                  Thread.sleep(WARM_UP);
                  for (int breach = 0; breach < breaches + 10; breach++) {
                    look(producer, viewer, breach, breach < 10 ? new Times() : visible);
                  }
                } catch (Exception failed) {
                  System.err.println("The probe failed: " + failed);
                } finally {
                  over.set(true);
                }
              });
      long start = System.nanoTime();
      Load.perSecond(
          CLIENTS,
          Duration.ofHours(1),
          (_, _) -> {
            pace.await();
            byte[] body = ObservedMesh.batch(numbers.getAndAdd(size), size);
            long sent = System.nanoTime();
            producer.send(body);
            accepted.add(System.nanoTime() - sent);
          },
          over::get);
      probe.join();
      System.out.println("| | number | p50 ms | p95 ms | p99 ms | longest ms |");
      System.out.println("|---|---|---|---|---|---|");
      System.out.printf(
          Locale.ROOT,
          "| breach to incident in GraphQL | %d | %s |%n| acknowledged beside it, %,.0f a second"
              + " | %d | %s |%n",
          visible.count(),
          visible.cells(),
          numbers.get() / ((System.nanoTime() - start) / 1e9),
          accepted.count(),
          accepted.cells());
    }
    System.exit(0);
  }

  private static void look(ObservationProducer producer, Client viewer, int breach, Times times)
      throws Exception {
    String before = newest(viewer);
    byte[] body = ObservedMesh.breach(breach, "breach-" + breach);
    long sent = System.nanoTime();
    producer.send(body);
    while (newest(viewer).equals(before)) {
      if (System.nanoTime() - sent > LONGEST.toNanos()) {
        throw new IllegalStateException("No incident within " + LONGEST);
      }
      Thread.sleep(Duration.ofMillis(5));
    }
    times.add(System.nanoTime() - sent);
    Thread.sleep(Duration.ofMillis(200));
  }

  private static String newest(Client viewer) throws Exception {
    return viewer.ask(NEWEST, Map.of()).at("/incidents/edges/0/node/id").asString("none");
  }
}
