package io.concordat.server.observation;

import io.concordat.messages.mesh.ProductId;
import io.concordat.observation.budget.BurnSpeed;
import io.concordat.observation.budget.BurnSpeed.Window;
import io.concordat.observation.evaluation.fold.ObservationFold.TallyKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts that error budgets are made of, from the saved state of the fold: months and long windows
 * by hours, the windows of an hour and less by five minutes. A window begins with the hour, or the
 * five minutes, in which it would begin to the second.
 */
final class BudgetCounts {

  private static final String COUNTS =
      "select product, commitment, sum(passed + failed), sum(failed), min(%1$s),"
          + " coalesce(sum(passed + failed) filter (where %1$s >= ?::timestamptz), 0),"
          + " coalesce(sum(failed) filter (where %1$s >= ?::timestamptz), 0) from %2$s"
          + " where (product, commitment) in"
          + " (select * from unnest(?::text[], ?::text[]))"
          + " and %1$s >= ?::timestamptz and %1$s < ?::timestamptz group by product, commitment";

  private static final Instant FOR_EVER = Instant.parse("9999-01-01T00:00:00Z");

  private BudgetCounts() {}

  /**
   * What was counted in a span of time.
   *
   * @param first start of the first hour, or five minutes, in which something was
   */
  record Counted(Window all, Window lately, Instant first) {}

  /** What was counted in a month, UTC; what nothing was counted of is left out. */
  static Map<TallyKey, Counted> month(
      Connection connection, Collection<TallyKey> keys, YearMonth month) throws SQLException {
    Instant end = start(month.plusMonths(1));
    return read(connection, "hour", "observation_hour", keys, start(month), end, end);
  }

  /** What was counted in the long and the short window of a speed. */
  static Map<TallyKey, Counted> windows(
      Connection connection, Collection<TallyKey> keys, BurnSpeed speed, Instant now)
      throws SQLException {
    Instant from = now.minus(speed.longWindow());
    Instant lately = now.minus(speed.shortWindow());
    return switch (speed) {
      case FAST ->
          read(
              connection,
              "slot",
              "observation_slot",
              keys,
              floor(from, 300),
              FOR_EVER,
              floor(lately, 300));
      case SLOW ->
          read(
              connection,
              "hour",
              "observation_hour",
              keys,
              floor(from, 3_600),
              FOR_EVER,
              floor(lately, 3_600));
    };
  }

  /** Deletes what no window reaches any more. */
  static void forget(Connection connection, Instant now) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from observation_slot where slot < ?::timestamptz")) {
      delete.setString(1, now.minus(BurnSpeed.FAST.longWindow().multipliedBy(2)).toString());
      delete.executeUpdate();
    }
  }

  private static Map<TallyKey, Counted> read(
      Connection connection,
      String column,
      String table,
      Collection<TallyKey> keys,
      Instant from,
      Instant until,
      Instant lately)
      throws SQLException {
    Map<TallyKey, Counted> found = new HashMap<>();
    if (keys.isEmpty()) {
      return found;
    }
    List<TallyKey> asked = List.copyOf(keys);
    try (PreparedStatement select = connection.prepareStatement(COUNTS.formatted(column, table))) {
      select.setString(1, lately.toString());
      select.setString(2, lately.toString());
      select.setArray(
          3,
          connection.createArrayOf(
              "text", asked.stream().map(key -> key.product().value()).toArray()));
      select.setArray(
          4, connection.createArrayOf("text", asked.stream().map(TallyKey::commitment).toArray()));
      select.setString(5, from.toString());
      select.setString(6, until.toString());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.put(
              new TallyKey(new ProductId(row.getString(1)), row.getString(2)),
              new Counted(
                  new Window(row.getLong(3), row.getLong(4)),
                  new Window(row.getLong(6), row.getLong(7)),
                  row.getTimestamp(5).toInstant()));
        }
      }
    }
    return found;
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Instant floor(Instant at, long seconds) {
    return Instant.ofEpochSecond(Math.floorDiv(at.getEpochSecond(), seconds) * seconds);
  }
}
