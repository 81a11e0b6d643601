package io.concordat.projections.lineage;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row of a statement's {@code $rows}, made column by column; null is a value. */
final class Row {

  private final Map<String, @Nullable Object> columns = new HashMap<>();

  private Row() {}

  /** A row of one column, so far. */
  static Row of(String name, @Nullable Object value) {
    return new Row().with(name, value);
  }

  /** What a node says of itself as of an event. */
  static Row facts(String key, String id, long sequence, Map<String, @Nullable Object> properties) {
    return of(key, id).with("sequence", sequence).with("properties", properties);
  }

  /** The same row with one more column. */
  Row with(String name, @Nullable Object value) {
    columns.put(name, value);
    return this;
  }

  /** Rows as the driver takes them. */
  static List<Map<String, @Nullable Object>> columns(Collection<Row> rows) {
    return rows.stream().map(row -> row.columns).toList();
  }
}
