package io.concordat.server.observation;

import io.concordat.messages.compliance.CommitmentCount;
import io.concordat.messages.compliance.RecordCompliance;
import io.concordat.observation.evaluation.Tally;
import io.concordat.observation.evaluation.fold.Told.Turned;
import io.concordat.server.observation.Collected.Closed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What is to be sent on, durable before it is sent. */
@Component
class Outbox {

  /** Lane of incidents: they do not wait for hours. */
  static final int INCIDENTS = 0;

  /** Lane of hours. */
  static final int HOURS = 1;

  /** After so many failures that are not those of a store, an entry is left for a person. */
  static final int MOST_ATTEMPTS = 10;

  private static final int MOST_COMMITMENTS = 1_000;
  private static final String OTHERS = "(others)";
  private static final String PUT =
      "insert into observation_outbox (key, lane, position, body, created_at)"
          + " values (?, ?, ?, ?, ?::timestamptz) on conflict (key) do nothing";

  /**
   * One entry.
   *
   * @param body JSON of {@link Turned} or {@link RecordCompliance}, by the lane
   */
  record Entry(String key, int lane, String body) {}

  private final DataSource postgres;
  private final JsonMapper json;
  private final Clock clock;

  Outbox(DataSource postgres, JsonMapper json, Clock clock) {
    this.postgres = postgres;
    this.json = json;
    this.clock = clock;
  }

  /** Stores what is not there yet. */
  void put(List<Turned> turns, List<Closed> hours, long position) throws SQLException {
    String now = clock.instant().toString();
    try (Connection connection = postgres.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement put = connection.prepareStatement(PUT)) {
        for (Turned turn : turns) {
          String key = turn.contract() + "#" + turn.commitment() + "@" + turn.position();
          add(put, key, INCIDENTS, turn.position(), json.writeValueAsString(turn), now);
        }
        for (Closed hour : hours) {
          RecordCompliance command = command(hour);
          String key = hour.product() + "@" + command.from();
          add(put, key, HOURS, position, json.writeValueAsString(command), now);
        }
        put.executeBatch();
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private static void add(
      PreparedStatement put, String key, int lane, long position, String body, String now)
      throws SQLException {
    put.setString(1, key);
    put.setInt(2, lane);
    put.setLong(3, position);
    put.setString(4, body);
    put.setString(5, now);
    put.addBatch();
  }

  private static RecordCompliance command(Closed hour) {
    List<CommitmentCount> counts = new ArrayList<>();
    long passed = 0;
    long failed = 0;
    for (Map.Entry<String, Tally.Counts> each : hour.counts().entrySet()) {
      if (counts.size() < MOST_COMMITMENTS - 1) {
        counts.add(
            new CommitmentCount(each.getKey(), each.getValue().passed(), each.getValue().failed()));
      } else {
        passed += each.getValue().passed();
        failed += each.getValue().failed();
      }
    }
    if (passed + failed > 0) {
      counts.add(new CommitmentCount(OTHERS, passed, failed));
    }
    Instant from = Instant.ofEpochMilli(hour.from());
    return new RecordCompliance(hour.product(), from, from.plus(Duration.ofHours(1)), counts);
  }

  /** Entries that are still to be sent, in their order, incidents first. */
  List<Entry> waiting(int most) throws SQLException {
    List<Entry> found = new ArrayList<>();
    try (Connection connection = postgres.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select key, lane, body from observation_outbox"
                    + " where done_at is null and attempts < ? order by lane, position limit ?")) {
      select.setInt(1, MOST_ATTEMPTS);
      select.setInt(2, most);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(new Entry(row.getString(1), row.getInt(2), row.getString(3)));
        }
      }
    }
    return found;
  }

  /** Notes that an entry was sent, or that it will never be. */
  void done(String key, @Nullable String problem) throws SQLException {
    update(
        "update observation_outbox set done_at = ?::timestamptz, problem = ? where key = ?",
        clock.instant().toString(),
        problem,
        key);
  }

  /** Notes that an entry could not be sent. */
  void failed(String key, String problem) throws SQLException {
    update(
        "update observation_outbox set attempts = attempts + 1, problem = ? where key = ?",
        problem,
        key);
  }

  /** How many entries were given up. */
  long givenUp() throws SQLException {
    try (Connection connection = postgres.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select count(*) from observation_outbox where done_at is null and attempts >= "
                    + MOST_ATTEMPTS);
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Has those that were given up sent again. */
  void takeUp() throws SQLException {
    update("update observation_outbox set attempts = 0 where done_at is null");
  }

  private void update(String sql, @Nullable String... values) throws SQLException {
    try (Connection connection = postgres.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      for (int index = 0; index < values.length; index++) {
        update.setString(index + 1, values[index]);
      }
      update.executeUpdate();
    }
  }
}
