package io.concordat.draft;

import io.concordat.profile.FieldSketch;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.function.LongConsumer;

/**
 * What the columns of a Parquet, CSV or JSON file look like. The file is read row by row, so memory
 * depends on its columns and not on its rows; DuckDB may take 256 MB and read that one file only.
 */
public final class DataFilesProfile {

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
        return RowsProfile.of(rows, valuesKept, progress);
      }
    } catch (SQLException e) {
      throw new DraftException(
          "the file cannot be read as " + format + ": " + DataFiles.reason(e), 0, 0);
    }
  }
}
