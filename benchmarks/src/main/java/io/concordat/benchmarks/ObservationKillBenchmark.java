package io.concordat.benchmarks;

import io.concordat.server.ConcordatServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The service is killed with signal 9 in the middle of a load of observations and started again,
 * while producers send what was not acknowledged until it is; then all is counted. Arguments:
 * seconds (600), observations in a batch (20), observations a second (26,620).
 */
public final class ObservationKillBenchmark {

  private static final int CLIENTS = 16;
  private static final Duration LONGEST_START = Duration.ofMinutes(5);

  private final List<String> stores;
  private final int port;
  private final Path output;
  private Process server;

  private ObservationKillBenchmark(List<String> stores) throws IOException {
    this.stores = stores;
    this.output = Files.createTempFile("observing", ".log");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
    this.server = start();
  }

  /** Runs it and prints what was counted; ends with 1 where it is not what was acknowledged. */
  public static void main(String[] arguments) throws Exception {
    Duration load = Duration.ofSeconds(arguments.length > 0 ? Long.parseLong(arguments[0]) : 600);
    int size = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
    double rate = arguments.length > 2 ? Double.parseDouble(arguments[2]) : 26_620;
    List<String> stores;
    try (Node node = Node.start()) {
      ObservedMesh.publish(node);
      stores = node.stores();
    }
    boolean right = new ObservationKillBenchmark(stores).run(load, size, rate);
    System.exit(right ? 0 : 1);
  }

  private boolean run(Duration load, int size, double rate) throws Exception {
    awaitReady();
    ObservationProducer producer = new ObservationProducer("http://127.0.0.1:" + port);
    AtomicLong numbers = new AtomicLong();
    AtomicLong killedAt = new AtomicLong();
    AtomicLong firstAfter = new AtomicLong();
    Pace pace = new Pace(rate / size);
    Times times = new Times();
    Thread killer =
        Thread.ofPlatform()
            .start(() -> {
              try {
                Thread.sleep(load.dividedBy(2));
                server.destroyForcibly().waitFor();
                killedAt.set(System.nanoTime());
                server = start();
              } catch (InterruptedException | IOException failed) {
                throw new IllegalStateException(failed);
              }
            });
    double perSecond =
        size
            * Load.perSecond(
                CLIENTS,
                load,
                (_, _) -> {
                  pace.await();
                  byte[] body = ObservedMesh.batch(numbers.getAndAdd(size), size);
                  long sent = System.nanoTime();
                  producer.send(body);
                  long now = System.nanoTime();
                  times.add(now - sent);
                  if (killedAt.get() != 0 && sent > killedAt.get()) {
                    firstAfter.compareAndSet(0, now);
                  }
                });
    killer.join();
    long all = numbers.get();
    Map<String, Long> counted = drained();
    long lost = 0;
    long twice = 0;
    for (var each : expected(all).entrySet()) {
      long difference = counted.getOrDefault(each.getKey(), 0L) - each.getValue();
      lost += Math.max(0, -difference);
      twice += Math.max(0, difference);
    }
    System.out.println(
        "| seconds | batches of | a second | acknowledged | sent again | p50 ms | p95 ms | p99 ms |"
            + " longest ms | until acknowledged again s | counted | lost | twice |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    System.out.printf(
        Locale.ROOT,
        "| %d | %d | %,.0f | %,d | %d | %s | %.1f | %,d | %d | %d |%n",
        load.toSeconds(),
        size,
        perSecond,
        all,
        producer.again(),
        times.cells(),
        (firstAfter.get() - killedAt.get()) / 1e9,
        counted.values().stream().mapToLong(Long::longValue).sum(),
        lost,
        twice);
    server.destroyForcibly().waitFor();
    return lost == 0 && twice == 0;
  }

  private Process start() throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ConcordatServer.class.getName(),
                "--spring.profiles.active=local",
                "--server.port=" + port,
                "--logging.level.root=WARN"));
    command.addAll(stores);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
        .start();
  }

  private void awaitReady() throws InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    HttpRequest health =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness"))
            .build();
    long end = System.nanoTime() + LONGEST_START.toNanos();
    while (System.nanoTime() < end) {
      try {
        if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        Thread.onSpinWait();
      }
      Thread.sleep(Duration.ofMillis(200));
    }
    throw new IllegalStateException("The service does not start; see " + output);
  }

  private static Map<String, Long> expected(long all) {
    Map<String, Long> expected = new HashMap<>();
    for (long number = 0; number < all; number++) {
      expected.merge(key(number), 1L, Long::sum);
    }
    return expected;
  }

  private static String key(long number) {
    return ObservedMesh.product(number) + "#" + ObservedMesh.commitment(number);
  }

  private Map<String, Long> drained() throws SQLException, InterruptedException {
    String url =
        stores.stream()
            .filter(argument -> argument.startsWith("--spring.datasource.url="))
            .map(argument -> argument.substring(argument.indexOf('=') + 1))
            .findFirst()
            .orElseThrow();
    try (Connection connection = DriverManager.getConnection(url)) {
      long head = number(connection, "select max(position) from observation_batch");
      while (number(connection, "select position from observation_fold") < head) {
        Thread.sleep(Duration.ofMillis(200));
      }
      Map<String, Long> counted = new HashMap<>();
      try (PreparedStatement select =
              connection.prepareStatement(
                  "select product || '#' || commitment, sum(passed + failed)::bigint"
                      + " from observation_hour group by 1");
          ResultSet row = select.executeQuery()) {
        while (row.next()) {
          counted.put(row.getString(1), row.getLong(2));
        }
      }
      return counted;
    }
  }

  private static long number(Connection connection, String query) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(query);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }
}
