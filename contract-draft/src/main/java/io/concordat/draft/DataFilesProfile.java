package io.concordat.draft;

import io.concordat.profile.FieldSketch;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.LongConsumer;

/**
 * What the columns of a Parquet, CSV or JSON file look like. The file is read row by row, so memory
 * depends on its columns and not on its rows; DuckDB may take 256 MB and read that one file only.
 */
public final class DataFilesProfile {

  private static final int TOLD_EVERY = 1_000_000;

  private DataFilesProfile() {}

  /**
   * Profiles a file. Columns of numbers are profiled as doubles, all others as texts in DuckDB's
   * form.
   *
   * @param valuesKept whether the most frequent values themselves are kept
   * @param progress told the number of rows after each million
   * @return one sketch for each column, in the file's order
   * @throws DraftException where it is not there, is none of these formats, or cannot be read
   */
  public static Map<String, FieldSketch> of(Path file, boolean valuesKept, LongConsumer progress) {
    Path real = DataFiles.checked(file);
    String format = DataFiles.format(real.getFileName().toString());
    Properties properties = new Properties();
    properties.setProperty("jdbc_stream_results", "true");
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:", properties);
        Statement statement = duckdb.createStatement()) {
      statement.execute("SET memory_limit = '256MB'");
      statement.execute("SET preserve_insertion_order = false");
      DataFiles.restrict(statement, real);
      String query =
          "SELECT * FROM read_%s(%s)".formatted(format, DataFiles.literal(real.toString()));
      try (ResultSet rows = statement.executeQuery(query)) {
        return profile(rows, valuesKept, progress);
      }
    } catch (SQLException e) {
      throw new DraftException(
          "the file cannot be read as " + format + ": " + DataFiles.reason(e), 0, 0);
    }
  }

  private static Map<String, FieldSketch> profile(
      ResultSet rows, boolean valuesKept, LongConsumer progress) throws SQLException {
    ResultSetMetaData columns = rows.getMetaData();
    int width = columns.getColumnCount();
    boolean[] numeric = new boolean[width];
    FieldSketch[] sketches = new FieldSketch[width];
    Map<String, FieldSketch> profile = new LinkedHashMap<>();
    for (int i = 0; i < width; i++) {
      numeric[i] = isNumeric(columns.getColumnType(i + 1), columns.getColumnTypeName(i + 1));
      sketches[i] = new FieldSketch(valuesKept);
      profile.put(columns.getColumnName(i + 1), sketches[i]);
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
