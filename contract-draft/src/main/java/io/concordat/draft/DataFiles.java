package io.concordat.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Drafts from Parquet, CSV and JSON files, which DuckDB reads within this process. It may read that
 * one file only: no other, and nothing over the network.
 */
final class DataFiles {

  private DataFiles() {}

  static Draft read(Path file) {
    Path real = checked(file);
    String name = real.getFileName().toString();
    String format = format(name);
    List<String> notes = new ArrayList<>();
    List<DraftField> fields = new ArrayList<>();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      restrict(statement, real);
      Set<String> required = format.equals("parquet") ? required(statement, real) : Set.of();
      String from = "%s(%s)".formatted("read_" + format, literal(real.toString()));
      try (ResultSet columns = statement.executeQuery("DESCRIBE SELECT * FROM " + from)) {
        while (columns.next()) {
          String column = columns.getString("column_name");
          TokenReader type = new TokenReader(SqlTokens.of(columns.getString("column_type")));
          DraftField field = new SqlTypeReader(type, notes).read(column);
          fields.add(
              (format.equals("parquet") ? field : field.typed(null))
                  .promised(required.contains(column), false, 0));
        }
      }
    } catch (SQLException e) {
      throw new DraftException("the file cannot be read as " + format + ": " + reason(e), 0, 0);
    }
    String stem = name.replaceFirst("\\..*$", "");
    if (!format.equals("parquet")) {
      notes.add("The types are what the values look like; the file itself does not declare any.");
    }
    DraftObject object =
        new DraftObject(stem.isEmpty() ? "data" : stem, name, "file", null, fields);
    return new Draft(List.of(object), notes);
  }

  static Path checked(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new DraftException("there is no file " + file, 0, 0);
    }
    try {
      Path real = file.toRealPath();
      if (real.toString().matches("(?s).*[*?\\[\\]{}].*")) {
        throw new DraftException(
            "the path has a character that stands for several files (* ? [ ] { }); rename it",
            0,
            0);
      }
      return real;
    } catch (IOException e) {
      throw new DraftException("the file cannot be read: " + e.getMessage(), 0, 0);
    }
  }

  static boolean isData(String fileName) {
    return fileName
        .toLowerCase(Locale.ROOT)
        .matches(".*\\.(parquet|csv|tsv|json|jsonl|ndjson)(\\.gz)?");
  }

  static String format(String fileName) {
    String lower = fileName.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
    return switch (lower.substring(lower.lastIndexOf('.') + 1)) {
      case "parquet" -> "parquet";
      case "csv", "tsv" -> "csv";
      case "json", "jsonl", "ndjson" -> "json";
      default ->
          throw new DraftException(
              "the name of a data file ends with .parquet, .csv, .tsv, .json, .jsonl or .ndjson,"
                  + " also with .gz behind",
              0,
              0);
    };
  }

  static void restrict(Statement statement, Path file) throws SQLException {
    statement.execute("SET autoinstall_known_extensions = false");
    statement.execute("SET autoload_known_extensions = false");
    statement.execute("SET threads = 2");
    statement.execute("SET allowed_paths = [%s]".formatted(literal(file.toString())));
    statement.execute("SET enable_external_access = false");
    statement.execute("SET lock_configuration = true");
  }

  /** Columns that a Parquet file declares as never null. */
  private static Set<String> required(Statement statement, Path file) throws SQLException {
    Set<String> required = new HashSet<>();
    String query =
        "SELECT name FROM parquet_schema(%s) WHERE repetition_type = 'REQUIRED'"
            .formatted(literal(file.toString()));
    try (ResultSet names = statement.executeQuery(query)) {
      while (names.next()) {
        required.add(names.getString(1));
      }
    }
    return required;
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String reason(SQLException e) {
    String message = e.getMessage() == null ? "no reason given" : e.getMessage();
    return message.lines().findFirst().orElse(message);
  }
}
