package io.concordat.draft;

import io.concordat.profile.FieldSketch;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table or query of a database look like. Rows are read a thousand at a time
 * within one transaction that only reads, so memory depends on the columns and not on the rows.
 */
public final class DatabaseProfile {

  private static final int AT_ONCE = 1_000;
  private static final Pattern SECRET =
      Pattern.compile("(?i)([?&;](password|sslpassword|user)=|//[^/@]*@)");

  private DatabaseProfile() {}

  /**
   * Where rows are read from.
   *
   * @param url of JDBC, without a user or password
   * @param user null where the database asks for none
   * @param password likewise; it is in no message
   */
  public record Source(String url, @Nullable String user, @Nullable String password) {

    /** Leaves the password out. */
    @Override
    public String toString() {
      return url;
    }
  }

  /**
   * Profiles what a query answers.
   *
   * @param query that reads
   * @param valuesKept whether the most frequent values themselves are kept
   * @param progress told the number of rows after each million
   * @return one sketch for each column, in their order
   * @throws DraftException where the database cannot be reached or does not answer the query
   */
  public static Map<String, FieldSketch> ofQuery(
      Source source, String query, boolean valuesKept, LongConsumer progress) {
    checked(source.url());
    Properties properties = new Properties();
    if (source.user() != null) {
      properties.setProperty("user", source.user());
    }
    if (source.password() != null) {
      properties.setProperty("password", source.password());
    }
    try (Connection database = DriverManager.getConnection(source.url(), properties)) {
      database.setReadOnly(true);
      database.setAutoCommit(false);
      try (Statement statement = database.createStatement()) {
        // Only within a transaction does PostgreSQL hand out rows a part at a time.
        statement.setFetchSize(AT_ONCE);
        try (ResultSet rows = statement.executeQuery(query)) {
          return RowsProfile.of(rows, valuesKept, progress);
        }
      } finally {
        database.rollback();
      }
    } catch (SQLException e) {
      throw new DraftException("the database says: " + told(e, source.password()), 0, 0);
    }
  }

  /** The query for all rows of a table, its name quoted; a dot parts schema and table. */
  public static String allOf(String table) {
    return "SELECT * FROM \"" + table.replace("\"", "\"\"").replace(".", "\".\"") + "\"";
  }

  private static void checked(String url) {
    if (!url.toLowerCase(Locale.ROOT).startsWith("jdbc:postgresql:")) {
      throw new DraftException("the URL must begin with jdbc:postgresql:", 0, 0);
    }
    if (SECRET.matcher(url).find()) {
      throw new DraftException("the URL must hold neither user nor password", 0, 0);
    }
  }

  private static String told(SQLException failed, @Nullable String password) {
    String message = String.valueOf(failed.getMessage()).replaceAll("\\s+", " ").strip();
    return password == null || password.isEmpty() ? message : message.replace(password, "***");
  }
}
