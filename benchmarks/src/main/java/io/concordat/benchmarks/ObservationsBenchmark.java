package io.concordat.benchmarks;

import io.concordat.localstack.TestEngines;
import io.concordat.observation.evaluation.Flaw;
import io.concordat.observation.evaluation.Hysteresis;
import io.concordat.observation.evaluation.Observation;
import io.concordat.observation.evaluation.ObservationReader;
import io.concordat.observation.evaluation.Promise;
import io.concordat.observation.evaluation.Series;
import io.concordat.observation.evaluation.Tally;
import io.concordat.observation.evaluation.TimeBounds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What observations cost at least: reading and evaluating them on one core, deflating them, and
 * plain inserts of the same batches. Arguments: seconds of each measurement (10), observations in a
 * batch (20 and 500), clients that insert (8).
 */
public final class ObservationsBenchmark {

  private static final int COMMITMENTS = 20_000;
  private static final int PRODUCTS = 847;
  private static final int OBSERVATIONS = 100_000;
  private static final int ROWS = 500;
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final String ROUND = "#####";
  private static final String TIME = "2026-03-01T00:00:00Z";

  private final String postgres;
  private final int size;
  private final List<byte[]> batches = new ArrayList<>();
  private final Map<Key, Series> series = new HashMap<>();
  private final Tally tally = new Tally();
  private long counted;
  private long refused;

  private record Key(String contract, @Nullable String version, String commitment) {}

  private ObservationsBenchmark(String postgres, int size) {
    this.postgres = postgres;
    this.size = size;
    Random chance = new Random(size);
    for (int first = 0; first < OBSERVATIONS; first += size) {
      StringBuilder batch = new StringBuilder();
      for (int each = 0; each < size; each++) {
        batch.append(line(chance));
      }
      batches.add(batch.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Runs it and prints Markdown tables. */
  public static void main(String[] arguments) throws Exception {
    Duration each = Duration.ofSeconds(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10);
    List<Integer> sizes =
        arguments.length > 1 ? List.of(Integer.parseInt(arguments[1])) : List.of(20, 500);
    int clients = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 8;
    String postgres = TestEngines.postgres();
    for (int size : sizes) {
      new ObservationsBenchmark(postgres, size).run(each, clients);
    }
    System.exit(0);
  }

  /**
   * What observations cost at least, in checks a second.
   *
   * @param evaluated read and evaluated on one core
   * @param insertedAlone a transaction for each batch, 8 clients
   * @param insertedTogether many batches a transaction, one client
   */
  record Least(double evaluated, double insertedAlone, double insertedTogether) {}

  /** Measures the least in a database of its own beside those of the service. */
  static Least least(int size, Duration each) throws Exception {
    ObservationsBenchmark benchmark = new ObservationsBenchmark(TestEngines.postgres(), size);
    List<byte[]> deflated =
        benchmark.batches.stream().map(ObservationsBenchmark::deflated).toList();
    benchmark.evaluate(each.dividedBy(2), 0);
    double evaluated = benchmark.evaluate(each, 20_000);
    benchmark.table();
    return new Least(
        evaluated,
        benchmark.inserts(deflated, 8, 1, each),
        benchmark.inserts(deflated, 1, ROWS, each));
  }

  private static String line(Random chance) {
    int commitment = chance.nextInt(COMMITMENTS);
    int product = commitment % PRODUCTS;
    return """
    {"id":"%016x%s","contract":"domain-%d/product-%d/daily","version":"1.4.0",\
    "commitment":"completeness:thing.field_%d","value":%.3f,"unit":"percent","observedAt":"%s"}
    """
        .formatted(
            chance.nextLong(),
            ROUND,
            product % 40,
            product,
            commitment / PRODUCTS,
            chance.nextDouble() * 1.001,
            TIME);
  }

  private void run(Duration each, int clients) throws Exception {
    List<byte[]> deflated = batches.stream().map(ObservationsBenchmark::deflated).toList();
    long plain = batches.stream().mapToLong(body -> body.length).sum();
    long small = deflated.stream().mapToLong(body -> body.length).sum();
    System.out.printf(
        Locale.ROOT,
        "%nBatches of %d, %,d commitments, %.0f bytes a check as sent, %.1f deflated%n%n",
        size,
        COMMITMENTS,
        (double) plain / batches.size() / size,
        (double) small / batches.size() / size);
    System.out.println("| | checks a second |");
    System.out.println("|---|---|");
    evaluate(each.dividedBy(2), 0);
    double evaluated = evaluate(each, 20_000);
    row("read and evaluated, one core", evaluated);
    row("deflated, one core", deflate(each));
    table();
    row(
        "plain insert, a transaction each, " + clients + " clients",
        inserts(deflated, clients, 1, each));
    row(
        "plain insert, " + ROWS + " batches a transaction, 1 client",
        inserts(deflated, 1, ROWS, each));
    System.out.printf(
        Locale.ROOT,
        "%nIn the table %.1f bytes a check. Evaluated %,d, refused %,d.%n",
        bytesPerCheck(),
        counted,
        refused);
  }

  private static void row(String name, double perSecond) {
    System.out.printf(Locale.ROOT, "| %s | %,.0f |%n", name, perSecond);
  }

  /** Each round has ids and a time of its own, one second after the last. */
  private double evaluate(Duration duration, int firstRound) {
    long inside = 0;
    long done = 0;
    long end = System.nanoTime() + duration.toNanos();
    for (int round = firstRound; System.nanoTime() < end; round++) {
      Instant now = START.plusSeconds(round);
      byte[] id = String.format(Locale.ROOT, "%05d", round).getBytes(StandardCharsets.US_ASCII);
      byte[] time = now.toString().getBytes(StandardCharsets.US_ASCII);
      for (byte[] batch : batches) {
        stamp(batch, id, time);
        long start = System.nanoTime();
        ObservationReader.readLines(batch, new Evaluating(now));
        inside += System.nanoTime() - start;
        done += size;
      }
    }
    return done / (inside / 1e9);
  }

  private static void stamp(byte[] batch, byte[] id, byte[] time) {
    int line = 0;
    for (int at = 0; at < batch.length; at++) {
      if (batch[at] == '\n') {
        System.arraycopy(id, 0, batch, line + "{\"id\":\"0123456789abcdef".length(), id.length);
        System.arraycopy(time, 0, batch, at - time.length - "\"}".length(), time.length);
        line = at + 1;
      }
    }
  }

  private final class Evaluating implements ObservationReader.Sink {

    private final Instant now;

    private Evaluating(Instant now) {
      this.now = now;
    }

    @Override
    public void take(Observation observation, int line, String path) {
      if (TimeBounds.USUAL.fault(Instant.ofEpochMilli(observation.at()), now) != null) {
        refused++;
        return;
      }
      Key key = new Key(observation.contract(), observation.version(), observation.commitment());
      Series of =
          series.computeIfAbsent(
              key,
              _ ->
                  new Series(
                      new Promise(List.of(new Promise.Range(0, true, 1, false)), "percent"),
                      Hysteresis.USUAL,
                      tally));
      switch (of.observe(observation.id(), observation.at(), observation.reading())) {
        case Series.Outcome.Counted _ -> counted++;
        case Series.Outcome.Refused _ -> refused++;
      }
    }

    @Override
    public void refuse(Flaw flaw) {
      throw new IllegalStateException(flaw.toString());
    }
  }

  private double deflate(Duration duration) {
    long done = 0;
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    while (System.nanoTime() < end) {
      for (byte[] batch : batches) {
        done += deflated(batch).length > 0 ? size : 0;
      }
    }
    return done / ((System.nanoTime() - start) / 1e9);
  }

  private static byte[] deflated(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.length / 4);
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, fast)) {
      deflating.write(body);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    } finally {
      fast.end();
    }
    return out.toByteArray();
  }

  private void table() throws SQLException {
    try (Connection connection = DriverManager.getConnection(postgres);
        PreparedStatement drop = connection.prepareStatement("drop table if exists plain_batch");
        PreparedStatement create =
            connection.prepareStatement(
                "create table plain_batch (position bigint generated always as identity primary"
                    + " key, accepted_at timestamptz not null default now(), body bytea not null)")) {
      drop.execute();
      create.execute();
    }
  }

  private double inserts(List<byte[]> bodies, int clients, int rows, Duration duration)
      throws Exception {
    List<Connection> connections = new ArrayList<>();
    for (int client = 0; client < clients; client++) {
      connections.add(DriverManager.getConnection(postgres));
    }
    try {
      return size
          * rows
          * Load.perSecond(
              clients,
              duration,
              (client, round) -> {
                byte[][] some = new byte[rows][];
                for (int row = 0; row < rows; row++) {
                  some[row] = bodies.get((int) ((client + round * rows + row) % bodies.size()));
                }
                Connection connection = connections.get(client);
                try (PreparedStatement insert =
                    connection.prepareStatement(
                        "insert into plain_batch (body) select b from unnest(?::bytea[]) as t (b)")) {
                  insert.setArray(1, connection.createArrayOf("bytea", some));
                  insert.executeUpdate();
                }
              });
    } finally {
      for (Connection connection : connections) {
        connection.close();
      }
    }
  }

  private double bytesPerCheck() throws SQLException {
    try (Connection connection = DriverManager.getConnection(postgres);
        PreparedStatement select =
            connection.prepareStatement(
                "select pg_total_relation_size('plain_batch')::float8 / count(*) from plain_batch");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getDouble(1) / size;
    }
  }
}
