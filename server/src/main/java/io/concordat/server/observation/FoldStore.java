package io.concordat.server.observation;

import io.concordat.messages.mesh.ProductId;
import io.concordat.observation.evaluation.Tally;
import io.concordat.observation.evaluation.fold.ObservationFold;
import io.concordat.observation.evaluation.fold.ObservationFold.Moments;
import io.concordat.observation.evaluation.fold.ObservationFold.TallyKey;
import io.concordat.observation.evaluation.fold.Pages;
import io.concordat.server.observation.Collected.Closed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** The saved state of the fold in PostgreSQL. */
@Component
class FoldStore {

  private static final String UPDATE =
      "update observation_fold set position = ?, as_of = ?, open_from = ?, tick = ?,"
          + " patient_until = ? where id = 1 and position = ?";

  private static final String PUT_PAGES =
      "insert into observation_page (page, state) select * from unnest(?::integer[], ?::bytea[])"
          + " on conflict (page) do update set state = excluded.state";

  private static final String PUT_HOURS =
      "insert into observation_hour (product, commitment, hour, passed, failed)"
          + " select * from unnest(?::text[], ?::text[], ?::timestamptz[], ?::bigint[], ?::bigint[])"
          + " on conflict (product, commitment, hour) do update"
          + " set passed = excluded.passed, failed = excluded.failed";

  private static final String PUT_SLOTS =
      "insert into observation_slot (product, commitment, slot, passed, failed)"
          + " select * from unnest(?::text[], ?::text[], ?::timestamptz[], ?::bigint[], ?::bigint[])"
          + " on conflict (product, commitment, slot) do update"
          + " set passed = excluded.passed, failed = excluded.failed";

  private static final String ADD_ASIDES =
      "insert into observation_aside as known (contract, version, commitment, producer, fault,"
          + " count, first_at, last_at, last_id)"
          + " select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[],"
          + " ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::text[])"
          + " on conflict (contract, version, commitment, producer, fault) do update"
          + " set count = known.count + excluded.count, last_at = excluded.last_at,"
          + " last_id = excluded.last_id";

  /**
   * How far the log was folded.
   *
   * @param asOf position of the event store whose promises hold
   */
  record Progress(long position, long asOf, Moments moments) {}

  /** Another node has saved meanwhile. */
  static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Overtaken() {
      super("another node has folded on", null, false, false);
    }
  }

  /** What was counted of a commitment in an hour or slot, and so far. */
  record HourRow(String product, String commitment, long from, Tally.Counts counts) {}

  private final DataSource postgres;
  private final IntakeCounters counters;

  FoldStore(DataSource postgres, IntakeCounters counters) {
    this.postgres = postgres;
    this.counters = counters;
  }

  /** What was saved last. */
  Progress progress() throws SQLException {
    try (Connection connection = postgres.getConnection()) {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into observation_fold values (1, 0, 0, ?, ?, ?) on conflict do nothing")) {
        insert.setLong(1, Moments.BEGINNING.openFrom());
        insert.setLong(2, Moments.BEGINNING.tick());
        insert.setLong(3, Moments.BEGINNING.patientUntil());
        insert.executeUpdate();
      }
      try (PreparedStatement select =
              connection.prepareStatement(
                  "select position, as_of, open_from, tick, patient_until from observation_fold");
          ResultSet row = select.executeQuery()) {
        row.next();
        return new Progress(
            row.getLong(1),
            row.getLong(2),
            new Moments(row.getLong(3), row.getLong(4), row.getLong(5)));
      }
    }
  }

  /** Puts what was saved into a fold that has the promises and moments of that progress. */
  void restore(ObservationFold fold) throws SQLException {
    try (Connection connection = postgres.getConnection()) {
      try (PreparedStatement select =
          connection.prepareStatement(
              "select product, commitment, hour, passed, failed from observation_hour"
                  + " where hour >= ?::timestamptz")) {
        select.setString(1, time(Math.max(0, fold.moments().openFrom())));
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            fold.tally(new TallyKey(new ProductId(row.getString(1)), row.getString(2)))
                .restore(
                    row.getTimestamp(3).getTime(),
                    new Tally.Counts(row.getLong(4), row.getLong(5)));
          }
        }
      }
      try (PreparedStatement select =
              connection.prepareStatement(
                  "select product, commitment, slot, passed, failed from observation_slot");
          ResultSet row = select.executeQuery()) {
        while (row.next()) {
          fold.tally(new TallyKey(new ProductId(row.getString(1)), row.getString(2)))
              .restoreSlot(
                  row.getTimestamp(3).getTime(), new Tally.Counts(row.getLong(4), row.getLong(5)));
        }
      }
      try (PreparedStatement select =
              connection.prepareStatement("select state from observation_page");
          ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Pages.read(fold, row.getBytes(1));
        }
      }
    }
  }

  /** Some pages as they were saved last; those that were never saved are left out. */
  List<byte[]> pages(Set<Integer> numbers) throws SQLException {
    List<byte[]> found = new ArrayList<>();
    try (Connection connection = postgres.getConnection();
        PreparedStatement select =
            connection.prepareStatement("select state from observation_page where page = any(?)")) {
      select.setArray(1, connection.createArrayOf("integer", numbers.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getBytes(1));
        }
      }
    }
    return found;
  }

  /**
   * What has changed of a fold since it was saved, at one moment of it.
   *
   * @param pages by number
   */
  record Changed(
      Progress before,
      Progress now,
      SortedMap<Integer, byte[]> pages,
      List<HourRow> hours,
      List<HourRow> slots,
      Map<Collected.Aside, Collected.Count> asides) {

    /** Takes it from a fold, which then may go on while this is saved. */
    static Changed of(ObservationFold fold, Collected collected, Progress before, Progress now) {
      List<HourRow> hours = new ArrayList<>();
      List<HourRow> slots = new ArrayList<>();
      for (TallyKey key : fold.takeCounted()) {
        String product = key.product().value();
        Tally tally = fold.tally(key);
        tally
            .open()
            .forEach(
                (from, counts) -> hours.add(new HourRow(product, key.commitment(), from, counts)));
        tally
            .takeSlots()
            .forEach(slot ->
                slots.add(new HourRow(product, key.commitment(), slot.from(), slot.counts())));
      }
      for (Closed hour : collected.takeToSave()) {
        hour.counts()
            .forEach((name, counts) ->
                hours.add(new HourRow(hour.product().value(), name, hour.from(), counts)));
      }
      return new Changed(
          before, now, Pages.write(fold, fold.takeTouched()), hours, slots, collected.takeAsides());
    }
  }

  /**
   * Saves what has changed, all or nothing.
   *
   * @throws Overtaken where what is saved is not what this fold began with
   */
  void save(Changed changed) throws SQLException {
    try (Connection connection = postgres.getConnection()) {
      connection.setAutoCommit(false);
      try {
        advance(connection, changed.before(), changed.now());
        pages(connection, changed.pages());
        put(connection, PUT_HOURS, changed.hours());
        put(connection, PUT_SLOTS, changed.slots());
        asides(connection, changed.asides());
        connection.commit();
        changed.asides().forEach((aside, count) -> counters.aside(aside.fault(), count.count()));
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static void advance(Connection connection, Progress before, Progress now)
      throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
      update.setLong(1, now.position());
      update.setLong(2, now.asOf());
      update.setLong(3, now.moments().openFrom());
      update.setLong(4, now.moments().tick());
      update.setLong(5, now.moments().patientUntil());
      update.setLong(6, before.position());
      if (update.executeUpdate() == 0) {
        throw new Overtaken();
      }
    }
  }

  private static void pages(Connection connection, SortedMap<Integer, byte[]> pages)
      throws SQLException {
    if (pages.isEmpty()) {
      return;
    }
    try (PreparedStatement put = connection.prepareStatement(PUT_PAGES)) {
      put.setArray(1, connection.createArrayOf("integer", pages.keySet().toArray()));
      put.setArray(2, connection.createArrayOf("bytea", pages.values().toArray(byte[][]::new)));
      put.executeUpdate();
    }
  }

  private static void put(Connection connection, String statement, List<HourRow> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement put = connection.prepareStatement(statement)) {
      set(connection, put, 1, "text", rows, HourRow::product);
      set(connection, put, 2, "text", rows, HourRow::commitment);
      set(connection, put, 3, "timestamptz", rows, row -> time(row.from()));
      set(connection, put, 4, "bigint", rows, row -> row.counts().passed());
      set(connection, put, 5, "bigint", rows, row -> row.counts().failed());
      put.executeUpdate();
    }
  }

  private static void asides(Connection connection, Map<Collected.Aside, Collected.Count> asides)
      throws SQLException {
    if (asides.isEmpty()) {
      return;
    }
    List<Map.Entry<Collected.Aside, Collected.Count>> rows = List.copyOf(asides.entrySet());
    try (PreparedStatement add = connection.prepareStatement(ADD_ASIDES)) {
      set(connection, add, 1, "text", rows, row -> row.getKey().contract());
      set(connection, add, 2, "text", rows, row -> row.getKey().version());
      set(connection, add, 3, "text", rows, row -> row.getKey().commitment());
      set(connection, add, 4, "text", rows, row -> row.getKey().producer());
      set(connection, add, 5, "text", rows, row -> row.getKey().fault().name());
      set(connection, add, 6, "bigint", rows, row -> row.getValue().count());
      set(connection, add, 7, "timestamptz", rows, row -> time(row.getValue().first()));
      set(connection, add, 8, "timestamptz", rows, row -> time(row.getValue().last()));
      set(connection, add, 9, "text", rows, row -> row.getValue().id());
      add.executeUpdate();
    }
  }

  private static <T> void set(
      Connection connection,
      PreparedStatement statement,
      int index,
      String type,
      List<T> rows,
      Function<T, Object> column)
      throws SQLException {
    statement.setArray(index, connection.createArrayOf(type, rows.stream().map(column).toArray()));
  }

  private static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }
}
