package io.concordat.server.observation;

import io.concordat.observation.evaluation.Observation;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.IntFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * The accepted batches in PostgreSQL. As many as wait are stored in one transaction, so that they
 * share one flush; a request is answered when its batch is durable.
 *
 * <p>Thread safe.
 */
@Component
class ObservationLog implements InitializingBean, DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(ObservationLog.class);
  private static final int MOST_ROWS = 500;
  private static final long MOST_BYTES = 16_000_000;

  /** Any number, the same on all nodes. */
  private static final long LOCK = 0x6f_62_73_65_72_76_65L;

  private static final String INSERT =
      "insert into observation_batch"
          + " (format, batch_key, digest, accepted_at, sender, accepted, refused, as_of, body)"
          + " select * from unnest(?::text[], ?::bytea[], ?::bytea[], ?::timestamptz[], ?::text[],"
          + " ?::integer[], ?::integer[], ?::bigint[], ?::bytea[])"
          + " on conflict (batch_key) do nothing returning batch_key, position";

  private static final String FIND =
      "select batch_key, position, digest, accepted, refused from observation_batch"
          + " where batch_key = any(?)";

  /**
   * One row.
   *
   * @param acceptedAt UTC, to the millisecond
   * @param asOf position of the event store whose promises hold from it on, at least
   * @param read what it holds, for the fold; it may be empty, and is not stored
   */
  record Row(
      Format format,
      byte[] key,
      byte[] digest,
      Instant acceptedAt,
      String sender,
      int accepted,
      int refused,
      long asOf,
      byte[] deflated,
      List<Observation> read) {}

  /** What a row holds. */
  enum Format {
    /** One observation a line. */
    L,
    /** A JSON list of observations, or one. */
    J,
    /** A tick of the clock. */
    T
  }

  /** A row of the log. */
  record Entry(
      long position,
      Format format,
      Instant acceptedAt,
      String sender,
      long asOf,
      byte[] deflated) {}

  /**
   * What became of a row.
   *
   * @param again whether a row of its key was stored before; the rest is about that one
   */
  record Stored(long position, boolean again, byte[] digest, int accepted, int refused) {}

  private record Waiting(Row row, CompletableFuture<Stored> durable) {}

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final DataSource postgres;
  private final ObservationSettings settings;
  private final BatchesAtHand atHand;
  private final BlockingQueue<Waiting> queue;
  private final Thread writer;
  private volatile boolean open = true;

  ObservationLog(DataSource postgres, ObservationSettings settings, BatchesAtHand atHand) {
    this.postgres = postgres;
    this.settings = settings;
    this.atHand = atHand;
    this.queue = new ArrayBlockingQueue<>(settings.maxWaiting());
    this.writer = Thread.ofPlatform().daemon().name("observation-log").unstarted(this::writeAll);
  }

  @Override
  public void afterPropertiesSet() {
    writer.start();
  }

  @Override
  public void destroy() throws InterruptedException {
    open = false;
    writer.interrupt();
    writer.join(settings.timeout());
  }

  /**
   * Returns when the row is durable.
   *
   * @throws Refusal where too many wait, or the database cannot be reached
   */
  Stored append(Row row) {
    Waiting waiting = new Waiting(row, new CompletableFuture<>());
    if (!open || !queue.offer(waiting)) {
      throw Refusal.overloaded();
    }
    try {
      return waiting.durable().get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      throw Refusal.unavailable();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Refusal.unavailable();
    }
  }

  /** Has the listener called after each commit; it must not block. */
  void addListener(Runnable listener) {
    listeners.add(listener);
  }

  /** Rows after a position, in order, at most so many and about so many bytes. */
  List<Entry> after(long position, int rows) throws SQLException {
    List<Entry> found = new ArrayList<>();
    long bytes = 0;
    try (Connection connection = postgres.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement select =
          connection.prepareStatement(
              "select position, format, accepted_at, sender, as_of, body from observation_batch"
                  + " where position > ? order by position limit ?")) {
        select.setFetchSize(100);
        select.setLong(1, position);
        select.setInt(2, rows);
        try (ResultSet row = select.executeQuery()) {
          while (bytes < MOST_BYTES / 8 && row.next()) {
            byte[] body = row.getBytes(6);
            bytes += body.length;
            found.add(
                new Entry(
                    row.getLong(1),
                    Format.valueOf(row.getString(2)),
                    row.getTimestamp(3).toInstant(),
                    row.getString(4),
                    row.getLong(5),
                    body));
          }
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
    return found;
  }

  /** Batches that wait to be stored. */
  int waiting() {
    return queue.size();
  }

  /** When the first row after a position was accepted; null where there is none. */
  @Nullable Instant acceptedAfter(long position) throws SQLException {
    try (Connection connection = postgres.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select accepted_at from observation_batch where position > ?"
                    + " order by position limit 1")) {
      select.setLong(1, position);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getTimestamp(1).toInstant() : null;
      }
    }
  }

  /** Position of the last row; 0 where there is none. */
  long head() throws SQLException {
    try (Connection connection = postgres.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select coalesce(max(position), 0) from observation_batch");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private void writeAll() {
    List<Waiting> batch = new ArrayList<>();
    while (open || !queue.isEmpty()) {
      try {
        Waiting first = open ? queue.take() : queue.poll();
        if (first == null) {
          return;
        }
        take(first, batch);
        List<Stored> stored = store(batch);
        for (int index = 0; index < batch.size(); index++) {
          batch.get(index).durable().complete(stored.get(index));
        }
        listeners.forEach(Runnable::run);
      } catch (InterruptedException closing) {
        LOG.debug("The log of observations is being closed");
      } catch (SQLException | RuntimeException failed) {
        LOG.warn("{} batches could not be stored: {}", batch.size(), failed.getMessage());
        batch.forEach(waiting -> waiting.durable().completeExceptionally(failed));
      }
      batch.clear();
    }
  }

  private void take(Waiting first, List<Waiting> batch) {
    long bytes = 0;
    for (Waiting next = first; next != null; next = queue.poll()) {
      batch.add(next);
      bytes += next.row().deflated().length;
      if (batch.size() >= MOST_ROWS || bytes >= MOST_BYTES) {
        return;
      }
    }
  }

  private List<Stored> store(List<Waiting> batch) throws SQLException {
    List<Row> rows = batch.stream().map(Waiting::row).toList();
    try (Connection connection = postgres.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Map<ByteBuffer, Long> added = insert(connection, rows);
        List<Stored> stored = told(connection, rows, added);
        keep(rows, stored);
        boolean seen = false;
        try {
          connection.commit();
          seen = true;
        } finally {
          if (!seen) {
            stored.forEach(each -> atHand.drop(each.position()));
          }
        }
        return stored;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private void keep(List<Row> rows, List<Stored> stored) {
    for (int index = 0; index < rows.size(); index++) {
      if (!stored.get(index).again()) {
        atHand.keep(stored.get(index).position(), rows.get(index).read());
      }
    }
  }

  private static Map<ByteBuffer, Long> insert(Connection connection, List<Row> rows)
      throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
      lock.setLong(1, LOCK);
      lock.execute();
    }
    Map<ByteBuffer, Long> added = new HashMap<>();
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      set(connection, insert, 1, "text", rows, row -> row.format().name(), String[]::new);
      set(connection, insert, 2, "bytea", rows, Row::key, byte[][]::new);
      set(connection, insert, 3, "bytea", rows, Row::digest, byte[][]::new);
      set(
          connection,
          insert,
          4,
          "timestamptz",
          rows,
          r -> r.acceptedAt().toString(),
          String[]::new);
      set(connection, insert, 5, "text", rows, Row::sender, String[]::new);
      set(connection, insert, 6, "integer", rows, Row::accepted, Integer[]::new);
      set(connection, insert, 7, "integer", rows, Row::refused, Integer[]::new);
      set(connection, insert, 8, "bigint", rows, Row::asOf, Long[]::new);
      set(connection, insert, 9, "bytea", rows, Row::deflated, byte[][]::new);
      try (ResultSet row = insert.executeQuery()) {
        while (row.next()) {
          added.put(ByteBuffer.wrap(row.getBytes(1)), row.getLong(2));
        }
      }
    }
    return added;
  }

  private static <T> void set(
      Connection connection,
      PreparedStatement insert,
      int index,
      String type,
      List<Row> rows,
      Function<Row, T> column,
      IntFunction<T[]> array)
      throws SQLException {
    insert.setArray(
        index, connection.createArrayOf(type, rows.stream().map(column).toArray(array)));
  }

  private static List<Stored> told(
      Connection connection, List<Row> rows, Map<ByteBuffer, Long> added) throws SQLException {
    Map<ByteBuffer, Stored> before =
        added.size() == rows.size() ? Map.of() : find(connection, rows);
    List<Stored> stored = new ArrayList<>();
    for (Row row : rows) {
      ByteBuffer key = ByteBuffer.wrap(row.key());
      Long position = added.remove(key);
      Stored earlier = position == null ? before.get(key) : null;
      stored.add(
          earlier == null
              ? new Stored(
                  position == null ? 0 : position,
                  false,
                  row.digest(),
                  row.accepted(),
                  row.refused())
              : earlier);
    }
    return stored;
  }

  private static Map<ByteBuffer, Stored> find(Connection connection, List<Row> rows)
      throws SQLException {
    Map<ByteBuffer, Stored> found = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(FIND)) {
      select.setArray(
          1, connection.createArrayOf("bytea", rows.stream().map(Row::key).toArray(byte[][]::new)));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.put(
              ByteBuffer.wrap(row.getBytes(1)),
              new Stored(row.getLong(2), true, row.getBytes(3), row.getInt(4), row.getInt(5)));
        }
      }
    }
    return found;
  }
}
