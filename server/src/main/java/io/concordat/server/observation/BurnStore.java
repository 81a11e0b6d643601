package io.concordat.server.observation;

import io.concordat.messages.mesh.ProductId;
import io.concordat.observation.budget.Burn;
import io.concordat.observation.budget.BurnSpeed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Budgets that burn or have burned, in PostgreSQL. Each method is part of the caller's work. */
final class BurnStore {

  private static final String SELECT =
      "select id, product, commitment, speed, objective, rate, began_at, ended_at"
          + " from budget_burn where ";

  private BurnStore() {}

  /** Those that have not ended. */
  static List<Burn> open(Connection connection) throws SQLException {
    return read(connection, "ended_at is null order by began_at, speed");
  }

  /** Those whose beginning or end nobody was told of. */
  static List<Burn> untold(Connection connection) throws SQLException {
    return read(
        connection,
        "not told_began or (ended_at is not null and not told_ended) order by began_at limit 500");
  }

  private static List<Burn> read(Connection connection, String which) throws SQLException {
    List<Burn> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(SELECT + which);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        @Nullable Timestamp ended = row.getTimestamp(8);
        found.add(
            new Burn(
                row.getObject(1, UUID.class),
                new ProductId(row.getString(2)),
                row.getString(3),
                BurnSpeed.valueOf(row.getString(4)),
                row.getDouble(5),
                row.getDouble(6),
                row.getTimestamp(7).toInstant(),
                ended == null ? null : ended.toInstant()));
      }
    }
    return found;
  }

  /** Notes that a budget begins to burn. */
  static void begin(Connection connection, Burn burn) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into budget_burn (id, product, commitment, speed, objective, rate, began_at)"
                + " values (?, ?, ?, ?, ?, ?, ?::timestamptz)")) {
      insert.setObject(1, burn.id());
      insert.setString(2, burn.product().value());
      insert.setString(3, burn.commitment());
      insert.setString(4, burn.speed().name());
      insert.setDouble(5, burn.objective());
      insert.setDouble(6, burn.rate());
      insert.setString(7, burn.beganAt().toString());
      insert.executeUpdate();
    }
  }

  /** Notes that one no longer burns. */
  static void end(Connection connection, Burn burn, Instant at) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update budget_burn set ended_at = ?::timestamptz where id = ?")) {
      update.setString(1, at.toString());
      update.setObject(2, burn.id());
      update.executeUpdate();
    }
  }

  /** Notes that others know of a burn as it is here. */
  static void told(Connection connection, Burn burn) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update budget_burn set told_began = true, told_ended = ? where id = ?")) {
      update.setBoolean(1, burn.endedAt() != null);
      update.setObject(2, burn.id());
      update.executeUpdate();
    }
  }
}
