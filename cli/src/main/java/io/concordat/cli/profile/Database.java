package io.concordat.cli.profile;

import io.concordat.cli.host.Host;
import io.concordat.cli.host.Stop;
import io.concordat.draft.DatabaseProfile;
import io.concordat.draft.DatabaseProfile.Source;
import io.concordat.profile.FieldSketch;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rows of a database are profiled. */
final class Database {

  private static final String PASSWORD = "CONCORDAT_JDBC_PASSWORD";

  @Option(
      names = "--jdbc",
      required = true,
      paramLabel = "URL",
      description = {
        "Read a database: jdbc:postgresql://HOST/DATABASE.",
        "Its password is taken from " + PASSWORD + " only."
      })
  private String url = "";

  @Option(names = "--user", paramLabel = "NAME", description = "User of the database.")
  private @Nullable String user;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description = "All rows of a table, such as shop.orders; as it is spelled.")
  private @Nullable String table;

  @Option(names = "--query", paramLabel = "SQL", description = "The rows that a query answers.")
  private @Nullable String query;

  /** What is read, for people. */
  String name() {
    return table == null ? "the query" : table;
  }

  /**
   * Reads it.
   *
   * @throws Stop where not one of table and query is given
   */
  Map<String, FieldSketch> sketches(Host host, boolean values, LongConsumer progress) {
    Source source = new Source(url, user, host.variable(PASSWORD));
    String sql = query == null && table != null ? DatabaseProfile.allOf(table) : query;
    if (sql == null || (query != null && table != null)) {
      throw Stop.usage("--jdbc needs one of --table and --query.");
    }
    return DatabaseProfile.ofQuery(source, sql, values, progress);
  }
}
