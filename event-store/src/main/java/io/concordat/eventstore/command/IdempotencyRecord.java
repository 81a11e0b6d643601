package io.concordat.eventstore.command;

import io.concordat.eventstore.StoreUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Finds what was stored for an idempotency key. */
final class IdempotencyRecord {

  private static final String FIND =
      """
      select event.aggregate_identifier, event.sequence_number, event.global_index,
        event.payload_type, first.request_digest
      from domain_event_entry first
      join domain_event_entry event on event.global_index >= first.global_index
        and event.global_index < first.global_index + first.command_events
      where first.idempotency_key = ?
      order by event.global_index
      """;

  private final DataSource dataSource;

  IdempotencyRecord(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** What a key stands for. */
  record Original(Receipt receipt, @Nullable String requestDigest) {}

  Optional<Original> find(String key) {
    List<Receipt.Appended> appended = new ArrayList<>();
    String digest = null;
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(FIND)) {
      statement.setString(1, key);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          appended.add(
              new Receipt.Appended(
                  rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getString(4)));
          digest = rows.getString(5);
        }
      }
    } catch (SQLException e) {
      throw new StoreUnavailable("The idempotency key cannot be looked up", e);
    }
    return appended.isEmpty()
        ? Optional.empty()
        : Optional.of(new Original(new Receipt(appended), digest));
  }
}
