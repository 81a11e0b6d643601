package io.concordat.eventstore.stream;

import io.concordat.eventstore.StoreUnavailable;
import io.concordat.eventstore.append.OrderedEventStorageEngine;
import io.concordat.messages.Event;
import io.concordat.messages.EventType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** Asks the event table directly, and the engine where events have to be upcast. */
final class JdbcStreamReader implements StreamReader {

  private final DataSource dataSource;
  private final OrderedEventStorageEngine engine;

  JdbcStreamReader(DataSource dataSource, OrderedEventStorageEngine engine) {
    this.dataSource = dataSource;
    this.engine = engine;
  }

  @Override
  public boolean exists(String stream) {
    return isThere(
        "select 1 from domain_event_entry where aggregate_identifier = ? limit 1", stream);
  }

  @Override
  public boolean hasEvent(String stream, String eventType) {
    return isThere(
        "select 1 from domain_event_entry where aggregate_identifier = ? and payload_type = ?"
            + " limit 1",
        stream,
        eventType);
  }

  @Override
  public List<Event> read(String stream, Set<Class<? extends Event>> types) {
    return engine
        .readTypes(stream, types.stream().map(JdbcStreamReader::name).toList())
        .asStream()
        .<Event>map(JdbcStreamReader::payload)
        .toList();
  }

  private static String name(Class<? extends Event> type) {
    return Objects.requireNonNull(type.getAnnotation(EventType.class), type.getName()).value();
  }

  @Override
  public List<Event> readAfter(String stream, long sequenceNumber) {
    try {
      return engine
          .readEvents(stream, sequenceNumber + 1)
          .asStream()
          .<Event>map(JdbcStreamReader::payload)
          .toList();
    } catch (EventStoreException e) {
      throw new StoreUnavailable(stream + " cannot be read", e);
    }
  }

  private static Event payload(DomainEventMessage<?> message) {
    if (message.getPayload() instanceof Event event) {
      return event;
    }
    throw new IllegalStateException("Not an event of the catalogue: " + message.getPayloadType());
  }

  @Override
  public List<String> streams(String type, String after, int limit) {
    String sql =
        "select aggregate_identifier from domain_event_entry where type = ? and sequence_number = 0"
            + " and aggregate_identifier > ? order by aggregate_identifier limit ?";
    List<String> streams = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, type);
      statement.setString(2, after);
      statement.setInt(3, limit);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          streams.add(rows.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new StoreUnavailable("The streams of type " + type + " cannot be read", e);
    }
    return streams;
  }

  @Override
  public List<String> streamsWith(String eventType, String beginning) {
    String sql =
        "select distinct aggregate_identifier from domain_event_entry where payload_type = ?"
            + " and starts_with(aggregate_identifier, ?) order by aggregate_identifier";
    List<String> streams = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, eventType);
      statement.setString(2, beginning);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          streams.add(rows.getString(1));
        }
      }
    } catch (SQLException e) {
      throw new StoreUnavailable("The streams with " + eventType + " cannot be read", e);
    }
    return streams;
  }

  @Override
  public OptionalLong head(String stream) {
    String sql = "select max(sequence_number) from domain_event_entry where aggregate_identifier=?";
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, stream);
      try (ResultSet rows = statement.executeQuery()) {
        rows.next();
        Long head = rows.getObject(1, Long.class);
        return head == null ? OptionalLong.empty() : OptionalLong.of(head);
      }
    } catch (SQLException e) {
      throw new StoreUnavailable(stream + " cannot be read", e);
    }
  }

  private boolean isThere(String sql, String... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    } catch (SQLException e) {
      throw new StoreUnavailable(parameters[0] + " cannot be read", e);
    }
  }
}
