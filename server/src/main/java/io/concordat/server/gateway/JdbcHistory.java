package io.concordat.server.gateway;

import io.concordat.graphql.gateway.History;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads history straight from the event table: it needs no projection and is never late. */
@Component
class JdbcHistory implements History {

  private static final String COLUMNS =
      "select global_index, event_identifier, payload_type, payload_revision, aggregate_identifier,"
          + " sequence_number, time_stamp, meta_data, payload";

  private final JdbcClient postgres;
  private final JsonMapper json;

  JdbcHistory(JdbcClient postgres, JsonMapper json) {
    this.postgres = postgres;
    this.json = json;
  }

  @Override
  public Page<Entry> read(
      Set<String> streams,
      Set<String> types,
      Set<String> hidden,
      @Nullable Instant from,
      @Nullable Instant to,
      PageRequest page) {
    Filter filter = Filter.of(streams, types, hidden, from, to);
    String after = page.after();
    long start = after == null ? -1 : PositionCursor.position(after);
    int wanted = page.first() == null ? PageRequest.DEFAULT_FIRST : page.first();
    List<Entry> found =
        postgres
            .sql(
                COLUMNS
                    + " from domain_event_entry where global_index > ?"
                    + filter.where()
                    + " order by global_index limit ?")
            .param(start)
            .params(filter.values())
            .param(wanted + 1)
            .query(this::entry)
            .list();
    long total =
        postgres
            .sql("select count(*) from domain_event_entry where true" + filter.where())
            .params(filter.values())
            .query(Long.class)
            .single();
    boolean more = found.size() > wanted;
    return new Page<>(
        found.stream()
            .limit(wanted)
            .map(entry -> new Page.Entry<>(entry, PositionCursor.of(entry.position())))
            .toList(),
        more,
        after != null,
        total);
  }

  private Entry entry(ResultSet row, int number) throws SQLException {
    JsonNode metadata = json.readTree(row.getBytes("meta_data"));
    String revision = row.getString("payload_revision");
    return new Entry(
        row.getLong("global_index"),
        row.getString("event_identifier"),
        row.getString("payload_type"),
        revision == null ? 1 : Integer.parseInt(revision),
        row.getString("aggregate_identifier"),
        row.getLong("sequence_number"),
        Objects.requireNonNull(row.getObject("time_stamp", OffsetDateTime.class)).toInstant(),
        text(metadata, "subject"),
        text(metadata, "correlationId"),
        new String(row.getBytes("payload"), StandardCharsets.UTF_8));
  }

  private static @Nullable String text(JsonNode metadata, String name) {
    JsonNode value = metadata.get(name);
    return value == null || value.isNull() ? null : value.asString();
  }

  /** Conditions and their values, in the same order. */
  private record Filter(String where, List<Object> values) {

    static Filter of(
        Set<String> streams,
        Set<String> types,
        Set<String> hidden,
        @Nullable Instant from,
        @Nullable Instant to) {
      StringBuilder where = new StringBuilder();
      List<Object> values = new ArrayList<>();
      if (!streams.isEmpty()) {
        where.append(" and aggregate_identifier = any(?)");
        values.add(streams.toArray(String[]::new));
      }
      if (!types.isEmpty()) {
        where.append(" and payload_type = any(?)");
        values.add(types.toArray(String[]::new));
      }
      if (!hidden.isEmpty()) {
        where.append(" and payload_type <> all(?)");
        values.add(hidden.toArray(String[]::new));
      }
      if (from != null) {
        where.append(" and time_stamp >= ?");
        values.add(Timestamp.from(from));
      }
      if (to != null) {
        where.append(" and time_stamp < ?");
        values.add(Timestamp.from(to));
      }
      return new Filter(where.toString(), values);
    }
  }
}
