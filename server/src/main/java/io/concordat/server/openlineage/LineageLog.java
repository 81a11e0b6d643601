package io.concordat.server.openlineage;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The accepted lineage events in PostgreSQL. As many as wait are stored in one transaction, so that
 * they share one flush; a request is answered when its event is durable.
 *
 * <p>Thread safe.
 */
@Component
class LineageLog implements InitializingBean, DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(LineageLog.class);
  private static final int MOST_ROWS = 500;
  private static final long MOST_BYTES = 16_000_000;

  /** Any two numbers, the same on all nodes. */
  private static final long LOCK = 0x6c_69_6e_65_61_67_65L;

  private static final long FOLLOWER_LOCK = LOCK + 1;
  private static final long MOST_COUNTED = 100_000;

  private static final String INSERT =
      "insert into lineage_event (digest, body, accepted_at)"
          + " select d, b, ? from unnest(?::bytea[], ?::bytea[]) as t (d, b)"
          + " on conflict (digest) do nothing";

  /**
   * One event of the log.
   *
   * @param acceptedAt when it was stored, UTC
   * @param deflated the body
   */
  record Entry(long position, Instant acceptedAt, byte[] deflated) {}

  private record Waiting(byte[] digest, byte[] deflated, CompletableFuture<Void> durable) {}

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final DataSource postgres;
  private final LineageSettings settings;
  private final Clock clock;
  private final BlockingQueue<Waiting> queue;
  private final Thread writer;
  private volatile boolean open = true;

  LineageLog(DataSource postgres, LineageSettings settings, Clock clock) {
    this.postgres = postgres;
    this.settings = settings;
    this.clock = clock;
    this.queue = new ArrayBlockingQueue<>(settings.maxWaiting());
    this.writer = Thread.ofPlatform().daemon().name("lineage-log").unstarted(this::writeAll);
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
   * Returns when the event is durable. One with the same digest is kept once.
   *
   * @throws Refusal where too many wait, or the database cannot be reached
   */
  void append(byte[] digest, byte[] deflated) {
    Waiting event = new Waiting(digest, deflated, new CompletableFuture<>());
    if (!open || !queue.offer(event)) {
      throw Refusal.overloaded();
    }
    try {
      event.durable().get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException failed) {
      throw unavailable();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  /** Has the listener called after each commit; it must not block. */
  void addListener(Runnable listener) {
    listeners.add(listener);
  }

  private static Refusal unavailable() {
    return new Refusal(
        HttpStatus.SERVICE_UNAVAILABLE,
        Refusal.Code.STORE_UNAVAILABLE,
        "PostgreSQL cannot be reached at present; send the event again.",
        null);
  }

  /** Events after a position, in order, at most so many rows and about so many bytes. */
  List<Entry> after(long position, int rows) throws SQLException {
    List<Entry> found = new ArrayList<>();
    long bytes = 0;
    try (Connection connection = postgres.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement select =
          connection.prepareStatement(
              "select position, accepted_at, body from lineage_event"
                  + " where position > ? order by position limit ?")) {
        // Bodies may be large: they come a few at a time.
        select.setFetchSize(50);
        select.setLong(1, position);
        select.setInt(2, rows);
        try (ResultSet row = select.executeQuery()) {
          while (bytes < MOST_BYTES / 8 && row.next()) {
            byte[] body = row.getBytes(3);
            bytes += body.length;
            found.add(new Entry(row.getLong(1), row.getTimestamp(2).toInstant(), body));
          }
        }
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
    return found;
  }

  /** How many events there are after a position; {@value #MOST_COUNTED} stands for more. */
  long countAfter(long position) throws SQLException {
    return number(
        "select count(*) from (select 1 from lineage_event where position > ? limit "
            + MOST_COUNTED
            + ") as t",
        position);
  }

  /** How many events the graph did not take. */
  long countAside() throws SQLException {
    return number(
        "select count(*) from lineage_event where problem is not null and position > ?", 0);
  }

  private long number(String query, long position) throws SQLException {
    try (Connection connection = postgres.getConnection();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setLong(1, position);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Notes why the graph did not take an event. */
  void putAside(long position, String problem) throws SQLException {
    try (Connection connection = postgres.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update lineage_event set problem = ? where position = ?")) {
      update.setString(1, problem);
      update.setLong(2, position);
      update.executeUpdate();
    }
  }

  /** Forgets what was put aside: all is going to be read again. */
  void takeAllBack() throws SQLException {
    try (Connection connection = postgres.getConnection();
        PreparedStatement update =
            connection.prepareStatement(
                "update lineage_event set problem = null where problem is not null")) {
      update.executeUpdate();
    }
  }

  /**
   * Does some work unless another node is at it.
   *
   * @return what the work answers; false where another is at it
   */
  boolean alone(Callable<Boolean> work) throws Exception {
    try (Connection connection = postgres.getConnection()) {
      if (!locked(connection, "select pg_try_advisory_lock(?)")) {
        return false;
      }
      try {
        return work.call();
      } finally {
        locked(connection, "select pg_advisory_unlock(?)");
      }
    }
  }

  private static boolean locked(Connection connection, String statement) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement(statement)) {
      lock.setLong(1, FOLLOWER_LOCK);
      try (ResultSet row = lock.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
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
        store(batch);
        batch.forEach(event -> event.durable().complete(null));
        listeners.forEach(Runnable::run);
      } catch (InterruptedException closing) {
        LOG.debug("The lineage log is being closed");
      } catch (SQLException | RuntimeException failed) {
        LOG.warn("{} lineage events could not be stored: {}", batch.size(), failed.getMessage());
        batch.forEach(event -> event.durable().completeExceptionally(failed));
      }
      batch.clear();
    }
  }

  private void take(Waiting first, List<Waiting> batch) {
    long bytes = 0;
    for (Waiting next = first; next != null; next = queue.poll()) {
      batch.add(next);
      bytes += next.deflated().length;
      if (batch.size() >= MOST_ROWS || bytes >= MOST_BYTES) {
        return;
      }
    }
  }

  private void store(List<Waiting> batch) throws SQLException {
    try (Connection connection = postgres.getConnection()) {
      connection.setAutoCommit(false);
      try {
        insert(connection, batch);
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private void insert(Connection connection, List<Waiting> batch) throws SQLException {
    try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
      lock.setLong(1, LOCK);
      lock.execute();
    }
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      Array digests =
          connection.createArrayOf(
              "bytea", batch.stream().map(Waiting::digest).toArray(byte[][]::new));
      Array bodies =
          connection.createArrayOf(
              "bytea", batch.stream().map(Waiting::deflated).toArray(byte[][]::new));
      insert.setTimestamp(1, Timestamp.from(clock.instant()));
      insert.setArray(2, digests);
      insert.setArray(3, bodies);
      insert.executeUpdate();
    }
  }
}
