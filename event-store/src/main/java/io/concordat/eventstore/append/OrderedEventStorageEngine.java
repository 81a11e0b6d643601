package io.concordat.eventstore.append;

import io.concordat.eventstore.StoreUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Axon's JDBC engine with appends that go through {@link GroupCommit} and tokens without gaps.
 *
 * <p>As appends are ordered, an index that is missing below a visible one was rolled back and will
 * never come, so that a token is one number and no reader has to look back.
 */
public final class OrderedEventStorageEngine extends JdbcEventStorageEngine {

  private static final int FETCH_SIZE = 200;
  private static final SortedSet<Long> NO_GAPS = new TreeSet<>();

  private static final String READ_AFTER =
      """
      select global_index, event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
        payload_type, payload_revision, payload, meta_data
      from domain_event_entry where global_index > ? order by global_index limit ?
      """;

  private static final String READ_TYPES =
      """
      select global_index, event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
        payload_type, payload_revision, payload, meta_data
      from domain_event_entry where aggregate_identifier = ? and payload_type = any(?)
      order by sequence_number
      """;

  private final GroupCommit groupCommit;
  private final DataSource dataSource;

  /**
   * Wraps the engine that the builder describes.
   *
   * @param builder with serializers, upcasters, connection provider and transaction manager; the
   *     schema and the statements are set here
   */
  public OrderedEventStorageEngine(
      JdbcEventStorageEngine.Builder builder, GroupCommit groupCommit, DataSource dataSource) {
    super(builder.schema(StoreSchemas.events()).createTokenAt(OrderedEventStorageEngine::tokenAt));
    this.groupCommit = groupCommit;
    this.dataSource = dataSource;
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.isEmpty()) {
      return;
    }
    List<EventRow> rows = events.stream().map(event -> row(event, serializer)).toList();
    Dispatch dispatch = Dispatch.current().orElse(null);
    if (dispatch == null) {
      groupCommit.append(new AppendUnit(rows, null));
    } else {
      dispatch.checkVersion(rows);
      dispatch.record(groupCommit.append(new AppendUnit(rows, dispatch.unusedMark())));
    }
  }

  private static EventRow row(EventMessage<?> message, Serializer serializer) {
    if (!(message instanceof DomainEventMessage<?> event) || event.getType() == null) {
      throw new EventStoreException(
          "Only events that an aggregate applied are stored, this is a "
              + message.getPayloadType());
    }
    SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
    SerializedObject<byte[]> metaData = event.serializeMetaData(serializer, byte[].class);
    return new EventRow(
        event.getIdentifier(),
        event.getAggregateIdentifier(),
        event.getSequenceNumber(),
        event.getType(),
        event.getTimestamp(),
        payload.getType().getName(),
        payload.getType().getRevision(),
        payload.getData(),
        metaData.getData());
  }

  @Override
  protected List<? extends DomainEventData<?>> fetchDomainEvents(
      String stream, long firstSequenceNumber, int batchSize) {
    try {
      return super.fetchDomainEvents(stream, firstSequenceNumber, batchSize);
    } catch (RuntimeException e) {
      throw SqlFailures.isUnavailable(e) ? new StoreUnavailable(stream + " cannot be read", e) : e;
    }
  }

  @Override
  protected TrackedEventData<?> getTrackedEventData(
      ResultSet row, @Nullable GapAwareTrackingToken previousToken) throws SQLException {
    return new TrackedDomainEventData<>(
        GapAwareTrackingToken.newInstance(row.getLong("global_index"), NO_GAPS), entry(row));
  }

  private GenericDomainEventEntry<byte[]> entry(ResultSet row) throws SQLException {
    return new GenericDomainEventEntry<>(
        row.getString("type"),
        row.getString("aggregate_identifier"),
        row.getLong("sequence_number"),
        row.getString("event_identifier"),
        readTimeStamp(row, "time_stamp"),
        row.getString("payload_type"),
        row.getString("payload_revision"),
        row.getBytes("payload"),
        row.getBytes("meta_data"));
  }

  @Override
  protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }

  @Override
  protected void writeTimestamp(PreparedStatement statement, int position, Instant timestamp)
      throws SQLException {
    statement.setTimestamp(position, Timestamp.from(timestamp));
  }

  /**
   * Events after an index, deserialized when first asked for their payload.
   *
   * @param index of the last event known, 0 for none
   * @param maxEvents most stored events to read
   * @param maxBytes reading ends with the event by which this many bytes are exceeded
   * @throws StoreUnavailable where PostgreSQL cannot be asked
   */
  public TrackedBatch readAfter(long index, int maxEvents, long maxBytes) {
    List<TrackedEventData<?>> data = new ArrayList<>();
    long bytes = 0;
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try (PreparedStatement statement = connection.prepareStatement(READ_AFTER)) {
        statement.setFetchSize(FETCH_SIZE);
        statement.setLong(1, index);
        statement.setInt(2, maxEvents);
        try (ResultSet rows = statement.executeQuery()) {
          while (bytes <= maxBytes && rows.next()) {
            TrackedEventData<?> next = getTrackedEventData(rows, null);
            bytes += ((byte[]) next.getPayload().getData()).length;
            data.add(next);
          }
        }
      }
      connection.rollback();
    } catch (SQLException e) {
      throw new StoreUnavailable("Events after " + index + " cannot be read", e);
    }
    List<TrackedEventMessage<?>> messages =
        EventUtils.upcastAndDeserializeTrackedEvents(
                data.stream(), getEventSerializer(), upcasterChain)
            .<TrackedEventMessage<?>>map(message -> message)
            .toList();
    long last = data.isEmpty() ? index : indexOf(data.getLast());
    return new TrackedBatch(messages, last, bytes);
  }

  /**
   * Events of a stream that are of some types, in order; the others are not fetched.
   *
   * @param types names as they are stored
   * @throws StoreUnavailable where PostgreSQL cannot be asked
   */
  public DomainEventStream readTypes(String stream, Collection<String> types) {
    List<DomainEventData<?>> data = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(READ_TYPES)) {
      statement.setString(1, stream);
      statement.setArray(2, connection.createArrayOf("varchar", types.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          data.add(entry(rows));
        }
      }
    } catch (SQLException e) {
      throw new StoreUnavailable(stream + " cannot be read", e);
    }
    return EventStreamUtils.upcastAndDeserializeDomainEvents(
        data.stream(), getEventSerializer(), upcasterChain);
  }

  /**
   * Index of the last event; 0 where there is none.
   *
   * @throws StoreUnavailable where PostgreSQL cannot be asked
   */
  public long head() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select coalesce(max(global_index), 0) from domain_event_entry");
        ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    } catch (SQLException e) {
      throw new StoreUnavailable("The head of the event store cannot be read", e);
    }
  }

  private static long indexOf(TrackedEventData<?> data) {
    return data.trackingToken().position().orElseThrow();
  }

  private static PreparedStatement tokenAt(
      Connection connection,
      org.axonframework.eventsourcing.eventstore.jdbc.EventSchema schema,
      Instant time)
      throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(
            "select min(global_index) - 1 from domain_event_entry where time_stamp >= ?");
    statement.setTimestamp(1, Timestamp.from(time));
    return statement;
  }
}
