package io.concordat.draft;

import io.concordat.profile.FieldSketch;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;

/** What the columns of a result look like; memory depends on its columns and not on its rows. */
final class RowsProfile {

  private static final int TOLD_EVERY = 1_000_000;

  private RowsProfile() {}

  /**
   * Profiles rows, one after another. Columns of numbers are profiled as doubles, all others as
   * texts in the driver's form.
   *
   * @param valuesKept whether the most frequent values themselves are kept
   * @param progress told the number of rows after each million
   * @return one sketch for each column, in their order
   */
  static Map<String, FieldSketch> of(ResultSet rows, boolean valuesKept, LongConsumer progress)
      throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    int width = columns.getColumnCount();
    boolean[] numeric = new boolean[width];
    FieldSketch[] sketches = new FieldSketch[width];
    Map<String, FieldSketch> profile = new LinkedHashMap<>();
    for (int i = 0; i < width; i++) {
      numeric[i] = isNumeric(columns.getColumnType(i + 1), columns.getColumnTypeName(i + 1));
      sketches[i] = new FieldSketch(valuesKept);
      profile.put(columns.getColumnLabel(i + 1), sketches[i]);
    }
    for (long row = 1; rows.next(); row++) {
      for (int i = 0; i < width; i++) {
        add(rows, i + 1, numeric[i], sketches[i]);
      }
      if (row % TOLD_EVERY == 0) {
        progress.accept(row);
      }
    }
    return profile;
  }

  private static void add(ResultSet rows, int column, boolean numeric, FieldSketch sketch)
      throws SQLException {
    if (numeric) {
      double number = rows.getDouble(column);
      if (rows.wasNull()) {
        sketch.addNull();
      } else {
        sketch.addNumber(number);
      }
      return;
    }
    Object value = rows.getObject(column);
    if (value == null) {
      sketch.addNull();
    } else {
      sketch.addText(value.toString());
    }
  }

  private static boolean isNumeric(int type, String name) {
    return switch (type) {
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.FLOAT,
          Types.REAL,
          Types.DOUBLE,
          Types.DECIMAL,
          Types.NUMERIC ->
          true;
      default -> name.endsWith("INT") || name.endsWith("INTEGER");
    };
  }
}
