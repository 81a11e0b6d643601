package io.concordat.projections.lineage;

import io.concordat.projections.batch.Sink;
import io.concordat.readstore.StoreClients;
import io.concordat.readstore.graph.GraphSchema;
import java.util.List;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * The lineage graph in Neo4j. A batch is one transaction, so that it is written as a whole or not
 * at all.
 *
 * <p>Thread safe.
 */
final class LineageStore implements Sink<LineageChange> {

  private static final TransactionConfig BOUNDED =
      TransactionConfig.builder().withTimeout(StoreClients.BATCH_PATIENCE).build();

  /**
   * Codes of failures that a statement has brought about; all others tell of the server's state.
   */
  private static final List<String> ABOUT_DATA =
      List.of(
          "Neo.ClientError.Statement.",
          "Neo.ClientError.Schema.",
          "Neo.DatabaseError.Statement.",
          "Neo.DatabaseError.Schema.");

  private final Driver driver;
  private final GraphSchema schema;

  LineageStore(Driver driver, GraphSchema schema) {
    this.driver = driver;
    this.schema = schema;
  }

  @Override
  public void write(List<LineageChange> changes) {
    if (changes.isEmpty()) {
      return;
    }
    schema.ensure();
    LineageBatch batch = new LineageBatch(changes);
    try (Session session = driver.session()) {
      session.executeWriteWithoutResult(batch::write, BOUNDED);
    }
  }

  @Override
  public boolean refuses(RuntimeException failure) {
    return switch (failure) {
      case Neo4jException failed -> ABOUT_DATA.stream().anyMatch(failed.code()::startsWith);
      case IllegalArgumentException unwritable -> true;
      default -> false;
    };
  }

  /** Removes all nodes of the lineage; constraints, indexes and the schema's own notes stay. */
  void empty() {
    try (Session session = driver.session()) {
      session
          .run(
              "MATCH (n:Domain|DataProduct|Contract|ContractVersion|Field|Consumer)"
                  + " CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS")
          .consume();
    }
  }
}
