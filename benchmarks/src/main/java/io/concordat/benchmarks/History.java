package io.concordat.benchmarks;

import io.concordat.eventstore.EventMetadata;
import io.concordat.eventstore.TimeOrderedIds;
import io.concordat.eventstore.serialization.LogicalNameSerializer;
import io.concordat.messages.Event;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;

/** Writes events as the service stores them, but many to a transaction and undecided. */
final class History implements AutoCloseable {

  private static final String INSERT =
      """
      insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,
        time_stamp, payload_type, payload_revision, payload, meta_data)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final int BATCH = 1_000;

  private final LogicalNameSerializer serializer = LogicalNameSerializer.create();
  private final Map<String, Long> lengths = new HashMap<>();
  private final Connection connection;
  private final PreparedStatement statement;
  private final byte[] metaData;
  private int waiting;
  private int written;

  /** A history in an event store whose tables are there; nothing is seen before it is closed. */
  History(DataSource dataSource) throws SQLException {
    connection = dataSource.getConnection();
    connection.setAutoCommit(false);
    statement = connection.prepareStatement(INSERT);
    metaData =
        serializer
            .serialize(
                MetaData.with(EventMetadata.SUBJECT, "governance")
                    .and(EventMetadata.CORRELATION_ID, UUID.randomUUID().toString()),
                byte[].class)
            .getData();
  }

  /** Appends an event to its stream. */
  void add(Event event, Instant at) throws SQLException {
    SerializedObject<byte[]> payload = serializer.serialize(event, byte[].class);
    String stream = event.stream();
    statement.setString(1, TimeOrderedIds.next().toString());
    statement.setString(2, stream);
    statement.setLong(3, lengths.merge(stream, 1L, Long::sum) - 1);
    statement.setString(4, stream.substring(0, stream.indexOf(':')));
    statement.setObject(5, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
    statement.setString(6, payload.getType().getName());
    statement.setString(7, payload.getType().getRevision());
    statement.setBytes(8, payload.getData());
    statement.setBytes(9, metaData);
    statement.addBatch();
    written++;
    if (++waiting == BATCH) {
      statement.executeBatch();
      waiting = 0;
    }
  }

  /** Number of events so far. */
  int size() {
    return written;
  }

  /** Commits. */
  @Override
  public void close() throws SQLException {
    statement.executeBatch();
    connection.commit();
    statement.close();
    connection.setAutoCommit(true);
    connection.close();
  }
}
