package io.concordat.eventstore.processing;

import io.concordat.eventstore.StoreUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/** Reads positions out of the token table without claiming them. */
final class StoredTokens {

  private final DataSource dataSource;
  private final Serializer serializer;
  private final Duration claimTimeout;

  StoredTokens(DataSource dataSource, Serializer serializer, Duration claimTimeout) {
    this.dataSource = dataSource;
    this.serializer = serializer;
    this.claimTimeout = claimTimeout;
  }

  /**
   * Where a segment stands.
   *
   * @param position global index, 0 before the first event
   */
  record Stored(long position, boolean replaying, boolean claimed) {}

  /** By segment; empty for a group that never ran. */
  Map<Integer, Stored> of(String group) {
    return read("where processor_name = ?", group).getOrDefault(group, Map.of());
  }

  /** By group and segment. */
  Map<String, Map<Integer, Stored>> all() {
    return read("", null);
  }

  private Map<String, Map<Integer, Stored>> read(String where, @Nullable String group) {
    String sql =
        "select processor_name, segment, token, token_type, timestamp, owner from token_entry "
            + where;
    Map<String, Map<Integer, Stored>> result = new HashMap<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      if (group != null) {
        statement.setString(1, group);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          result
              .computeIfAbsent(rows.getString(1), name -> new TreeMap<>())
              .put(rows.getInt(2), stored(rows));
        }
      }
    } catch (SQLException e) {
      throw new StoreUnavailable("The positions of the processors cannot be read", e);
    }
    return result;
  }

  private Stored stored(ResultSet row) throws SQLException {
    byte[] bytes = row.getBytes(3);
    TrackingToken token =
        bytes == null
            ? null
            : serializer.deserialize(
                new SimpleSerializedObject<>(bytes, byte[].class, row.getString(4), null));
    boolean fresh = Instant.parse(row.getString(5)).isAfter(Instant.now().minus(claimTimeout));
    return new Stored(
        token == null ? 0 : token.position().orElse(0),
        ReplayToken.isReplay(token),
        row.getString(6) != null && fresh);
  }
}
