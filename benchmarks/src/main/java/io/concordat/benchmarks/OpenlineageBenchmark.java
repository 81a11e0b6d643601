package io.concordat.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Lineage events over HTTP against plain inserts of the same bodies, then a burst: what is accepted
 * a second, whether all of it arrives in the graph, and what memory it takes. Arguments: seconds of
 * each measurement (15), clients (32), events in the burst (50,000).
 */
public final class OpenlineageBenchmark {

  private static final int JOBS = 2_000;
  private static final int COLUMNS = 20;

  /** No more than the pool has connections to spare. */
  private static final int INSERTING = 8;

  private static final int REFUSED_FOR_NOW = 429;
  private static final int CREATED = 201;

  private final Node node;
  private final int clients;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Client viewer;
  private final URI address;
  private final String token;
  private final AtomicLong events = new AtomicLong();
  private final AtomicLong waited = new AtomicLong();

  private OpenlineageBenchmark(Node node, int clients) throws IOException, InterruptedException {
    this.node = node;
    this.clients = clients;
    this.viewer = new Client(node.url(), "viewer");
    this.address = URI.create(node.url() + "/api/v1/lineage");
    this.token = new Client(node.url(), "machine-etl").token();
  }

  /** Runs it and prints a Markdown table. */
  public static void main(String[] arguments) throws Exception {
    Duration each = Duration.ofSeconds(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15);
    int clients = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 32;
    int burst = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 50_000;
    try (Node node = Node.start()) {
      OpenlineageBenchmark benchmark = new OpenlineageBenchmark(node, clients);
      benchmark.rates(each);
      benchmark.burst(burst);
    }
    System.exit(0);
  }

  private void rates(Duration each) throws Exception {
    System.out.printf(
        Locale.ROOT,
        "%d clients over HTTP, %d for inserts, events of %,d characters with %d columns%n%n",
        clients,
        INSERTING,
        event(0).length(),
        COLUMNS);
    DataSource postgres = node.bean(DataSource.class);
    try (Connection connection = postgres.getConnection();
        PreparedStatement create =
            connection.prepareStatement(
                "create table plain_insert (id uuid primary key, body bytea not null)")) {
      create.execute();
    }
    Load.perSecond(INSERTING, each.dividedBy(2), this::insert);
    Load.perSecond(clients, each, this::send);
    System.out.println("| | p50 ms | p95 ms | p99 ms | longest ms | a second |");
    System.out.println("|---|---|---|---|---|---|");
    row("plain insert of the body, a transaction each", INSERTING, each, this::insert);
    row("accepted over HTTP", clients, each, this::send);
    row("plain insert again", INSERTING, each, this::insert);
    long sent = System.nanoTime();
    drain();
    System.out.printf(
        Locale.ROOT, "%nIn the graph %.1f s later.%n", (System.nanoTime() - sent) / 1e9);
  }

  private static void row(String name, int clients, Duration duration, Load.Work work)
      throws InterruptedException {
    Times times = new Times();
    double perSecond =
        Load.perSecond(
            clients,
            duration,
            (client, round) -> {
              long start = System.nanoTime();
              work.run(client, round);
              times.add(System.nanoTime() - start);
            });
    System.out.printf(Locale.ROOT, "| %s | %s | %,.0f |%n", name, times.cells(), perSecond);
  }

  private void burst(int size) throws Exception {
    long before = stored();
    double heapBefore = heap();
    AtomicLong left = new AtomicLong(size);
    AtomicLong accepted = new AtomicLong();
    long start = System.nanoTime();
    Thread[] senders = new Thread[2 * clients];
    for (int sender = 0; sender < senders.length; sender++) {
      senders[sender] =
          Thread.ofVirtual()
              .start(() -> {
                while (left.getAndDecrement() > 0) {
                  try {
                    send(0, 0);
                    accepted.incrementAndGet();
                  } catch (IOException failed) {
                    System.err.println("An event was not answered: " + failed);
                  } catch (InterruptedException stopped) {
                    return;
                  }
                }
              });
    }
    for (Thread sender : senders) {
      sender.join();
    }
    double taken = (System.nanoTime() - start) / 1e9;
    double heapAtItsEnd = heap();
    long lag = lag();
    drain();
    double all = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%nBurst of %,d: %,d accepted in %.1f s (%,.0f a second, asked to wait %,d times), %,d"
            + " stored, %,d of them not in the graph yet at its end, all %.1f s after its start"
            + " (%,.0f a second).%n",
        size,
        accepted.get(),
        taken,
        accepted.get() / taken,
        waited.get(),
        stored() - before,
        lag,
        all,
        accepted.get() / all);
    System.out.printf(
        Locale.ROOT,
        "Heap after collection: %.0f MB before the burst, %.0f MB at its end, %.0f MB drained.%n",
        heapBefore,
        heapAtItsEnd,
        heap());
  }

  private void send(int client, long round) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(event(events.incrementAndGet())))
            .build();
    int status;
    while ((status = http.send(request, BodyHandlers.ofString()).statusCode()) != CREATED) {
      if (status != REFUSED_FOR_NOW) {
        throw new IOException("The answer was " + status);
      }
      waited.incrementAndGet();
      Thread.sleep(Duration.ofMillis(100));
    }
  }

  private void insert(int client, long round) throws Exception {
    byte[] body = event(events.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
    try (Connection connection = node.bean(DataSource.class).getConnection();
        PreparedStatement insert =
            connection.prepareStatement("insert into plain_insert (id, body) values (?, ?)")) {
      insert.setObject(1, UUID.randomUUID());
      insert.setBytes(2, body);
      insert.executeUpdate();
    }
  }

  private void drain() throws IOException, InterruptedException {
    while (lag() > 0) {
      Thread.sleep(Duration.ofMillis(250));
    }
  }

  private long lag() throws IOException, InterruptedException {
    return viewer
        .ask("{ processors { name lag } }", Map.of())
        .get("processors")
        .valueStream()
        .filter(processor -> processor.get("name").asString().equals("observed-lineage"))
        .map(processor -> processor.get("lag"))
        .mapToLong(JsonNode::asLong)
        .sum();
  }

  private long stored() {
    return node.bean(JdbcClient.class)
        .sql("select count(*) from lineage_event")
        .query(Long.class)
        .single();
  }

  @SuppressWarnings("CallToSystemGC")
  private static double heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }

  /** The n-th event: start and end of a run follow each other. */
  private static String event(long number) {
    long run = number / 2;
    long job = run % JOBS;
    String fields =
        IntStream.range(0, COLUMNS)
            .mapToObj(column -> "{\"name\": \"column_" + column + "\", \"type\": \"string\"}")
            .collect(Collectors.joining(","));
    String lineage =
        IntStream.range(0, COLUMNS)
            .mapToObj(column ->
                ("\"column_%d\": {\"inputFields\": [{\"namespace\": \"postgres://db:5432\","
                        + " \"name\": \"shop.public.in_%d\", \"field\": \"column_%d\"}]}")
                    .formatted(column, job, column))
            .collect(Collectors.joining(","));
    return """
    {"eventType": "%s", "eventTime": "2026-03-01T%02d:%02d:%02d.%03dZ", "producer": "https://x.org",
     "schemaURL": "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent",
     "run": {"runId": "%s", "facets": {}}, "job": {"namespace": "etl", "name": "job_%d"},
     "inputs": [{"namespace": "postgres://db:5432", "name": "shop.public.in_%d",
       "facets": {"schema": {"fields": [%s]}}},
       {"namespace": "postgres://db:5432", "name": "shop.public.common_%d"}],
     "outputs": [{"namespace": "s3://lake", "name": "out/%d", "facets": {
       "schema": {"fields": [%s]}, "columnLineage": {"fields": {%s}}}}]}
    """
        .formatted(
            number % 2 == 0 ? "START" : "COMPLETE",
            number / 3_600_000 % 24,
            number / 60_000 % 60,
            number / 1_000 % 60,
            number % 1_000,
            new UUID(7, run),
            job,
            job,
            fields,
            job % 50,
            job,
            fields,
            lineage);
  }
}
