package io.concordat.server.observation;

import io.concordat.messages.anomaly.DetectAnomaly;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is to be sent on, durable before it is sent. What turns of one commitment is sent in its
 * order: while one waits, or was given up, the later ones wait behind it.
 */
@Component
class Outbox {

  /** Lane of incidents: they do not wait for hours. */
  static final int INCIDENTS = 0;

  /** Lane of hours. */
  static final int HOURS = 1;

  /** Lane of events that tell of anomalies. */
  static final int ANOMALIES = 2;

  /** After so many failures that are not those of a store, an entry is left for a person. */
  static final int MOST_ATTEMPTS = 10;

  private static final int MOST_COMMITMENTS = 1_000;
  private static final String OTHERS = "(others)";
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private static final String PUT =
      "insert into observation_outbox (key, lane, position, body, created_at, subject, part)"
          + " values (?, ?, ?, ?, ?::timestamptz, ?, ?) on conflict (key) do nothing";

  private static final String WAITING =
      "select key, lane, body, subject, attempts from observation_outbox entry"
          + " where done_at is null and attempts < ?"
          + " and (not_before is null or not_before <= ?::timestamptz)"
          + " and (subject = '' or not exists (select 1 from observation_outbox earlier"
          + " where earlier.done_at is null and earlier.subject <> ''"
          + " and earlier.subject = entry.subject"
          + " and (earlier.position, earlier.part) < (entry.position, entry.part)))"
          + " order by lane, position, part limit ?";

  private static final String AIM =
      "update observation_outbox set incident = coalesce(incident,"
          + " (select known.incident from observation_incident known where known.subject = ?),"
          + " ?::uuid) where key = ? returning incident";

  private static final String DONE =
      "update observation_outbox set done_at = ?::timestamptz, problem = ?"
          + " where key = ? and done_at is null";

  private static final String LATEST_INCIDENT =
      "insert into observation_incident (subject, incident, open, sent_at)"
          + " values (?, ?::uuid, ?, ?::timestamptz) on conflict (subject) do update"
          + " set incident = excluded.incident, open = excluded.open, sent_at = excluded.sent_at";

  /** An anomaly knows the incident that heard of it. */
  private static final String HEARD = "update field_anomaly set incident = ?::uuid where turn = ?";

  /**
   * One entry.
   *
   * @param body JSON of {@link Turned}, {@link RecordCompliance} or {@link DetectAnomaly}, by the
   *     lane
   * @param subject whose turn it is, see {@link #subject}; empty for hours
   * @param attempts how often it has failed
   */
  record Entry(String key, int lane, String body, String subject, int attempts) {}

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
          String subject = subject(turn.contract(), turn.commitment());
          String key =
              subject + "@" + turn.position() + (turn.part() == 0 ? "" : "." + turn.part());
          String body = json.writeValueAsString(turn);
          add(put, key, INCIDENTS, turn.position(), body, now, subject, turn.part());
        }
        for (Closed hour : hours) {
          RecordCompliance command = command(hour);
          String key = hour.product() + "@" + command.from();
          add(put, key, HOURS, position, json.writeValueAsString(command), now, "", 0);
        }
        put.executeBatch();
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  /** What the turns of one commitment have in common. */
  static String subject(String contract, String commitment) {
    return contract + "#" + commitment;
  }

  private static void add(
      PreparedStatement put,
      String key,
      int lane,
      long position,
      String body,
      String now,
      String subject,
      int part)
      throws SQLException {
    put.setString(1, key);
    put.setInt(2, lane);
    put.setLong(3, position);
    put.setString(4, body);
    put.setString(5, now);
    put.setString(6, subject);
    put.setInt(7, part);
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

  /**
   * Entries that can be sent now, in their order, incidents first: of one commitment only the
   * earliest that is still to be sent.
   */
  List<Entry> waiting(int most) throws SQLException {
    List<Entry> found = new ArrayList<>();
    try (Connection connection = postgres.getConnection();
        PreparedStatement select = connection.prepareStatement(WAITING)) {
      select.setInt(1, MOST_ATTEMPTS);
      select.setString(2, clock.instant().toString());
      select.setInt(3, most);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(
              new Entry(
                  row.getString(1),
                  row.getInt(2),
                  row.getString(3),
                  row.getString(4),
                  row.getInt(5)));
        }
      }
    }
    return found;
  }

  /**
   * The incident that an entry is sent to: the latest of its commitment, else the given one. Once
   * asked it stays, whatever becomes of the commitment, so that a second sending is the same.
   */
  UUID aim(Entry entry, UUID otherwise) throws SQLException {
    try (Connection connection = postgres.getConnection();
        PreparedStatement update = connection.prepareStatement(AIM)) {
      update.setString(1, entry.subject());
      update.setString(2, otherwise.toString());
      update.setString(3, entry.key());
      try (ResultSet row = update.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException(entry.key() + " is gone from the outbox");
        }
        return row.getObject(1, UUID.class);
      }
    }
  }

  /** Has an entry sent to another incident. */
  void aimElsewhere(Entry entry, UUID incident) throws SQLException {
    update(
        "update observation_outbox set incident = ?::uuid where key = ? and done_at is null",
        incident.toString(),
        entry.key());
  }

  /** Notes that an entry was sent, or that it will never be. */
  void done(Entry entry, @Nullable String problem) throws SQLException {
    update(DONE, clock.instant().toString(), problem, entry.key());
  }

  /** Notes that a turn was sent to an incident, unless that was noted before. */
  void done(Entry entry, UUID incident, boolean open, @Nullable String problem)
      throws SQLException {
    String now = clock.instant().toString();
    try (Connection connection = postgres.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement done = connection.prepareStatement(DONE);
          PreparedStatement latest = connection.prepareStatement(LATEST_INCIDENT);
          PreparedStatement heard = connection.prepareStatement(HEARD)) {
        done.setString(1, now);
        done.setString(2, problem);
        done.setString(3, entry.key());
        if (done.executeUpdate() == 1) {
          latest.setString(1, entry.subject());
          latest.setString(2, incident.toString());
          latest.setBoolean(3, open);
          latest.setString(4, now);
          latest.executeUpdate();
        }
        if (open && problem == null) {
          heard.setString(1, incident.toString());
          heard.setString(2, entry.key());
          heard.executeUpdate();
        }
        connection.commit();
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  /** Notes that an entry could not be sent; it is tried again after a pause that doubles. */
  void failed(Entry entry, String problem) throws SQLException {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(entry.attempts(), 20));
    Instant next = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    update(
        "update observation_outbox set attempts = attempts + 1, problem = ?,"
            + " not_before = ?::timestamptz where key = ?",
        problem,
        next.toString(),
        entry.key());
  }

  /** The incidents of those subjects that were broken when they were sent last. */
  Map<String, UUID> broken(Set<String> subjects) throws SQLException {
    Map<String, UUID> found = new HashMap<>();
    try (Connection connection = postgres.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select subject, incident from observation_incident"
                    + " where open and subject = any(?)")) {
      select.setArray(1, connection.createArrayOf("text", subjects.toArray()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.put(row.getString(1), row.getObject(2, UUID.class));
        }
      }
    }
    return found;
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

  /** How many entries are to be sent, those that were given up included. */
  long unsent() throws SQLException {
    try (Connection connection = postgres.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "select count(*) from observation_outbox where done_at is null");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /** Has those that were given up sent again. */
  void takeUp() throws SQLException {
    update("update observation_outbox set attempts = 0, not_before = null where done_at is null");
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
