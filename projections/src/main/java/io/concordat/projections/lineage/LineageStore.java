package io.concordat.projections.lineage;

import io.concordat.projections.batch.Sink;
import io.concordat.readstore.StoreClients;
import io.concordat.readstore.graph.GraphSchema;
import java.util.ArrayList;
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

  private static final int MOST_ROWS = 2_000;

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
    try (Session session = driver.session()) {
      for (LineageBatch part : parts(changes)) {
        session.executeWriteWithoutResult(part::write, BOUNDED);
      }
    }
  }

  /** Cuts changes, in order, so that no transaction writes much more than {@link #MOST_ROWS}. */
  private static List<LineageBatch> parts(List<LineageChange> changes) {
    List<LineageBatch> parts = new ArrayList<>();
    int start = 0;
    int rows = 0;
    for (int end = 1; end <= changes.size(); end++) {
      rows += changes.get(end - 1).rows();
      if (rows >= MOST_ROWS || end == changes.size()) {
        parts.add(new LineageBatch(changes.subList(start, end)));
        start = end;
        rows = 0;
      }
    }
    return parts;
  }

  @Override
  public boolean refuses(RuntimeException failure) {
    return switch (failure) {
      case Neo4jException failed -> ABOUT_DATA.stream().anyMatch(failed.code()::startsWith);
      case IllegalArgumentException unwritable -> true;
      default -> false;
    };
  }

  /**
   * Has the graph plan the statements, which takes it seconds the first time.
   *
   * @throws Neo4jException where the graph cannot be reached
   */
  void prepare() {
    schema.ensure();
    try (Session session = driver.session()) {
      session.executeWriteWithoutResult(Statements::plan, BOUNDED);
    }
  }

  /**
   * Removes all nodes of the declared lineage. Datasets that lineage events spoke of stay, as do
   * constraints, indexes and the schema's own notes.
   */
  void empty() {
    try (Session session = driver.session()) {
      session
          .run(
              "MATCH (n:Domain|DataProduct|Contract|ContractVersion|Field|Consumer|Facet)"
                  + " CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 500 ROWS")
          .consume();
      session
          .run(
              "MATCH (d:Dataset) WHERE d.firstSeenAt IS NULL"
                  + " CALL (d) { DETACH DELETE d } IN TRANSACTIONS OF 500 ROWS")
          .consume();
    }
  }
}
