package io.concordat.queryside;

import io.concordat.readstore.StoreClients;
import io.concordat.readstore.graph.GraphSchema;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;

/**
 * The lineage graph, for reading. Every question has a time limit.
 *
 * <p>Thread safe.
 */
public final class Graphs {

  private static final TransactionConfig BOUNDED =
      TransactionConfig.builder().withTimeout(StoreClients.QUERY_PATIENCE).build();

  private final Driver driver;
  private final GraphSchema schema;

  /** The graph behind a driver. */
  public Graphs(Driver driver, GraphSchema schema) {
    this.driver = driver;
    this.schema = schema;
  }

  /**
   * The one parameter of a statement, {@code $question}, a map of all that it asks for: of a list
   * or text that is a parameter itself, the graph notes the size with the plan, and plans again for
   * each order of magnitude.
   */
  public static Map<String, Object> question(Map<String, ?> asked) {
    return Map.of("question", asked);
  }

  /**
   * The rows of one statement.
   *
   * @param asked what the statement knows as {@code $question}
   */
  public <T> List<T> read(String statement, Map<String, Object> asked, Function<Record, T> row) {
    return inOne(transaction -> transaction.run(statement, question(asked)).list(row));
  }

  /** What several statements in one read transaction find. */
  public <T> T inOne(Function<TransactionContext, T> work) {
    schema.ensure();
    try (Session session = driver.session()) {
      return session.executeRead(work::apply, BOUNDED);
    }
  }
}
