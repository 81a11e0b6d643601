package io.concordat.eventstore.append;

import io.concordat.eventstore.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jpa.SQLStateResolver;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Appends units of work in the order in which they come, as many as wait in one transaction.
 *
 * <p>One caller per node appends at a time, for itself and for all who wait; one transaction at a
 * time in the whole cluster holds the append lock. So events become visible in the order of their
 * global index, and as many commands as are waiting share one flush of the log, without a thread
 * between them and the database. A caller returns when its events are durable. A unit that cannot
 * be stored does not harm the others: the rest of its group is then stored one by one.
 */
public final class GroupCommit implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final DataSource dataSource;
  private final AppendSettings settings;
  private final BlockingQueue<AppendUnit> waiting;
  private final List<AppendListener> listeners = new CopyOnWriteArrayList<>();
  private final SQLStateResolver duplicates = new SQLStateResolver("23505");
  private final AtomicBoolean leading = new AtomicBoolean();
  private volatile boolean open = true;
  private volatile boolean failing;

  /** Appends through connections of the data source. */
  public GroupCommit(DataSource dataSource, AppendSettings settings) {
    this.dataSource = dataSource;
    this.settings = settings;
    this.waiting = new LinkedBlockingQueue<>(settings.maxWaiting());
  }

  /** Has the listener called after each commit. */
  public void addListener(AppendListener listener) {
    listeners.add(listener);
  }

  /**
   * Stores the unit.
   *
   * @return its events, durable
   * @throws ConcurrencyException where another event has the same place in its stream
   * @throws AggregateStreamCreationException where the stream was made by another
   * @throws KeyAlreadyUsed where a command with the same idempotency key was stored
   * @throws StoreUnavailable where the database is gone; then the outcome may be unknown
   */
  List<AppendedEvent> append(AppendUnit unit) {
    if (!open || !waiting.offer(unit)) {
      throw new StoreUnavailable(
          open ? "Too many commands wait to be stored" : "The event store is closed", null);
    }
    long deadline = System.nanoTime() + settings.timeout().toNanos();
    while (unit.isOpen()) {
      if (leading.compareAndSet(false, true)) {
        lead(unit);
      } else if (System.nanoTime() >= deadline || Thread.currentThread().isInterrupted()) {
        StoreUnavailable tooLate = gaveUp(unit);
        wakeNext();
        throw tooLate;
      } else {
        LockSupport.parkNanos(this, deadline - System.nanoTime());
      }
    }
    return unit.answer();
  }

  /** Stores what waits, unless the own unit has been stored in the meantime; then lets go. */
  private void lead(AppendUnit own) {
    try {
      if (own.isOpen()) {
        storeGroup(nextGroup());
      }
    } finally {
      leading.set(false);
      wakeNext();
    }
  }

  /** Has the first who still waits see whether it can lead. */
  private void wakeNext() {
    for (AppendUnit next : waiting) {
      if (next.isWaiting()) {
        next.wakeUp();
        return;
      }
    }
  }

  private static StoreUnavailable gaveUp(AppendUnit unit) {
    return new StoreUnavailable(
        unit.giveUp()
            ? "The event store is too slow; nothing was stored"
            : "The event store did not answer in time; whether the events are stored is unknown",
        null);
  }

  /** Number of units that no group has taken yet. */
  int waiting() {
    return waiting.size();
  }

  /** Takes no further units; those that wait are stored. */
  @Override
  public void close() {
    open = false;
  }

  private void storeGroup(List<AppendUnit> group) {
    try {
      commit(group);
    } catch (RuntimeException | Error e) {
      LOG.error("Appending failed", e);
      group.forEach(unit -> unit.fail(new EventStoreException("Appending failed", e)));
    }
  }

  private List<AppendUnit> nextGroup() {
    List<AppendUnit> group = new ArrayList<>();
    AppendUnit unit = waiting.poll();
    long bytes = 0;
    while (unit != null) {
      if (unit.take()) {
        group.add(unit);
        bytes += unit.size();
      }
      unit =
          group.size() < settings.maxUnits() && bytes < settings.maxBytes() ? waiting.poll() : null;
    }
    return group;
  }

  private void commit(List<AppendUnit> group) {
    if (group.isEmpty()) {
      return;
    }
    try {
      store(group, this::insertTogether);
    } catch (SQLException e) {
      group.stream().filter(AppendUnit::isOpen).forEach(this::commitAlone);
    }
  }

  private void commitAlone(AppendUnit unit) {
    try {
      store(List.of(unit), this::insertChecked);
    } catch (SQLException e) {
      unit.fail(
          duplicates.isDuplicateKeyViolation(e)
              ? new ConcurrencyException("An event of " + unit.rows() + " is stored already", e)
              : new EventStoreException("The events could not be stored", e));
    } catch (RuntimeException conflict) {
      unit.fail(conflict);
    }
  }

  private interface Insert {
    void into(Connection connection, List<AppendUnit> units) throws SQLException;
  }

  /**
   * Inserts; where the connection is lost on the way, finds out what was stored and goes on with
   * the rest, for as long as the settings say.
   *
   * @throws SQLException where the data are to blame
   */
  private void store(List<AppendUnit> units, Insert insert) throws SQLException {
    long deadline = System.nanoTime() + (failing ? 0 : settings.reconnect().toNanos());
    boolean askFirst = false;
    while (true) {
      List<AppendUnit> rest = units.stream().filter(AppendUnit::isOpen).toList();
      try (Connection connection = dataSource.getConnection()) {
        if (askFirst) {
          settle(connection, rest);
          rest = rest.stream().filter(AppendUnit::isOpen).toList();
        }
        if (!rest.isEmpty()) {
          insert.into(connection, rest);
        }
        failing = false;
        return;
      } catch (SQLException e) {
        if (!SqlFailures.isUnavailable(e)) {
          throw e;
        }
        askFirst = true;
        if (System.nanoTime() >= deadline) {
          failing = true;
          LOG.warn("{} commands could not be stored: {}", rest.size(), e.toString());
          rest.forEach(
              unit -> unit.fail(new StoreUnavailable("The event store cannot be reached", e)));
          return;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    }
  }

  private void insertTogether(Connection connection, List<AppendUnit> units) throws SQLException {
    List<Long> indexes = AppendStatements.lockAndInsert(connection, units);
    succeed(units, indexes);
  }

  /** Looks for conflicts before it inserts, so that a conflict draws no index. */
  private void insertChecked(Connection connection, List<AppendUnit> units) throws SQLException {
    inTransaction(
        connection,
        () -> {
          AppendUnit unit = units.getFirst();
          AppendStatements.lock(connection);
          refuseConflicts(connection, unit);
          return AppendStatements.insert(connection, unit);
        },
        indexes -> succeed(units, indexes));
  }

  private static void refuseConflicts(Connection connection, AppendUnit unit) throws SQLException {
    IdempotencyMark mark = unit.mark();
    if (mark != null && AppendStatements.isKeyUsed(connection, mark.key())) {
      throw new KeyAlreadyUsed(mark.key());
    }
    List<String> seen = new ArrayList<>();
    for (EventRow row : unit.rows()) {
      if (seen.contains(row.stream())) {
        continue;
      }
      seen.add(row.stream());
      Long head = AppendStatements.head(connection, row.stream());
      if (head != null && head >= row.sequenceNumber()) {
        String message = "%s has an event %d already".formatted(row.stream(), row.sequenceNumber());
        throw row.sequenceNumber() == 0
            ? new AggregateStreamCreationException(message)
            : new ConcurrencyException(message);
      }
    }
  }

  /** Finds out which units were stored by a transaction whose answer was lost. */
  private void settle(Connection connection, List<AppendUnit> units) throws SQLException {
    List<String> identifiers =
        units.stream()
            .flatMap(unit -> unit.rows().stream())
            .map(EventRow::eventIdentifier)
            .toList();
    inTransaction(
        connection,
        () -> {
          AppendStatements.lock(connection);
          return AppendStatements.indexes(connection, identifiers);
        },
        stored -> succeedStored(units, stored));
    connection.setAutoCommit(true);
  }

  private void succeedStored(List<AppendUnit> units, Map<String, Long> stored) {
    for (AppendUnit unit : units) {
      if (stored.containsKey(unit.rows().getFirst().eventIdentifier())) {
        succeed(
            List.of(unit),
            unit.rows().stream()
                .map(row -> Objects.requireNonNull(stored.get(row.eventIdentifier())))
                .toList());
      }
    }
  }

  private interface Work<R> {
    R run() throws SQLException;
  }

  private static <R> void inTransaction(
      Connection connection, Work<R> work, java.util.function.Consumer<R> committed)
      throws SQLException {
    connection.setAutoCommit(false);
    R result;
    try {
      result = work.run();
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      rollback(connection, e);
      throw e;
    }
    committed.accept(result);
  }

  private static void rollback(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private void succeed(List<AppendUnit> units, List<Long> indexes) {
    List<List<AppendedEvent>> appended = new ArrayList<>(units.size());
    int from = 0;
    for (AppendUnit unit : units) {
      int to = from + unit.rows().size();
      appended.add(unit.at(indexes.subList(from, to)));
      from = to;
    }
    List<AppendedEvent> all = appended.stream().flatMap(List::stream).toList();
    for (AppendListener listener : listeners) {
      try {
        listener.appended(all);
      } catch (RuntimeException e) {
        LOG.error("A listener of appended events failed", e);
      }
    }
    for (int i = 0; i < units.size(); i++) {
      units.get(i).succeed(appended.get(i));
    }
  }
}
