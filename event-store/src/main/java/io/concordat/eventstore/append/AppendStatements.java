package io.concordat.eventstore.append;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The SQL of the appender. Every insert happens under one advisory lock of the whole store. */
final class AppendStatements {

  /** "concorda" as a number: the same on every node. */
  private static final long LOCK = 0x636f6e636f726461L;

  private static final String INSERT =
      """
      insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
        time_stamp, payload_type, payload_revision, payload, meta_data,
        idempotency_key, request_digest, command_events)
      select event_identifier, aggregate_identifier, sequence_number, type,
        'epoch'::timestamptz + microseconds * interval '1 microsecond',
        payload_type, payload_revision, payload, meta_data,
        idempotency_key, request_digest, command_events
      from %s unnest(?::text[], ?::text[], ?::int8[], ?::text[], ?::int8[], ?::text[], ?::text[],
        ?::bytea[], ?::bytea[], ?::text[], ?::text[], ?::int4[])
        with ordinality as event (event_identifier, aggregate_identifier, sequence_number, type,
          microseconds, payload_type, payload_revision, payload, meta_data,
          idempotency_key, request_digest, command_events, position)
      order by position
      returning global_index
      """;

  /**
   * One round trip: the lock is taken before the first index is drawn, and given back by commit.
   */
  private static final String LOCK_AND_INSERT =
      "with append_lock as materialized (select pg_advisory_xact_lock("
          + LOCK
          + "))\n"
          + INSERT.formatted("append_lock,");

  private static final String INSERT_ONLY = INSERT.formatted("");

  private AppendStatements() {}

  /** Waits until no other append is under way and keeps others out until commit or rollback. */
  static void lock(Connection connection) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_advisory_xact_lock(" + LOCK + ")")) {
      statement.execute();
    }
  }

  /** A transaction of its own, where the connection commits by itself. */
  static List<Long> lockAndInsert(Connection connection, List<AppendUnit> units)
      throws SQLException {
    return insert(connection, LOCK_AND_INSERT, units);
  }

  /** Within a transaction that holds the lock. */
  static List<Long> insert(Connection connection, AppendUnit unit) throws SQLException {
    return insert(connection, INSERT_ONLY, List.of(unit));
  }

  /** Global indexes of those of the events that are stored. */
  static Map<String, Long> indexes(Connection connection, Collection<String> eventIdentifiers)
      throws SQLException {
    Map<String, Long> indexes = new HashMap<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select event_identifier, global_index from domain_event_entry"
                + " where event_identifier = any(?)")) {
      statement.setArray(1, connection.createArrayOf("text", eventIdentifiers.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          indexes.put(rows.getString(1), rows.getLong(2));
        }
      }
    }
    return indexes;
  }

  static boolean isKeyUsed(Connection connection, String key) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select 1 from domain_event_entry where idempotency_key = ?")) {
      statement.setString(1, key);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Sequence number of the stream's last event; null where there is none. */
  static @Nullable Long head(Connection connection, String stream) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select max(sequence_number) from domain_event_entry where aggregate_identifier = ?")) {
      statement.setString(1, stream);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? rows.getObject(1, Long.class) : null;
      }
    }
  }

  private static List<Long> insert(Connection connection, String sql, List<AppendUnit> units)
      throws SQLException {
    List<EventRow> rows = units.stream().flatMap(unit -> unit.rows().stream()).toList();
    List<@Nullable IdempotencyMark> marks = new ArrayList<>(rows.size());
    List<@Nullable Integer> counts = new ArrayList<>(rows.size());
    for (AppendUnit unit : units) {
      for (int i = 0; i < unit.rows().size(); i++) {
        boolean marked = i == 0 && unit.mark() != null;
        marks.add(marked ? unit.mark() : null);
        counts.add(marked ? unit.rows().size() : null);
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Arrays arrays = new Arrays(connection, statement);
      arrays.add("text", rows, EventRow::eventIdentifier, String[]::new);
      arrays.add("text", rows, EventRow::stream, String[]::new);
      arrays.add("int8", rows, EventRow::sequenceNumber, Long[]::new);
      arrays.add("text", rows, EventRow::aggregateType, String[]::new);
      arrays.add("int8", rows, EventRow::microseconds, Long[]::new);
      arrays.add("text", rows, EventRow::payloadType, String[]::new);
      arrays.add("text", rows, EventRow::payloadRevision, String[]::new);
      arrays.add("bytea", rows, EventRow::payload, byte[][]::new);
      arrays.add("bytea", rows, EventRow::metaData, byte[][]::new);
      arrays.add("text", marks, mark -> mark == null ? null : mark.key(), String[]::new);
      arrays.add("text", marks, mark -> mark == null ? null : mark.requestDigest(), String[]::new);
      arrays.add("int4", counts, count -> count, Integer[]::new);
      List<Long> indexes = new ArrayList<>(rows.size());
      try (ResultSet returned = statement.executeQuery()) {
        while (returned.next()) {
          indexes.add(returned.getLong(1));
        }
      }
      return indexes;
    }
  }

  /** Sets one array parameter after the other. */
  private static final class Arrays {
    private final Connection connection;
    private final PreparedStatement statement;
    private int parameter;

    Arrays(Connection connection, PreparedStatement statement) {
      this.connection = connection;
      this.statement = statement;
    }

    <R extends @Nullable Object> void add(
        String type, List<R> rows, Value<R> value, IntFunction<@Nullable Object[]> newArray)
        throws SQLException {
      @Nullable Object[] values = newArray.apply(rows.size());
      for (int i = 0; i < values.length; i++) {
        values[i] = value.of(rows.get(i));
      }
      statement.setArray(++parameter, connection.createArrayOf(type, values));
    }
  }

  private interface Value<R extends @Nullable Object> {
    @Nullable Object of(R row);
  }
}
