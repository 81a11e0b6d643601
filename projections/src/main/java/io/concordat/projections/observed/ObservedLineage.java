package io.concordat.projections.observed;

import io.concordat.readstore.StoreClients;
import io.concordat.readstore.graph.GraphSchema;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;

/**
 * Observed lineage in the graph, and how far the graph has come in the log: what a batch changes
 * and its position are written in one transaction, so that an entry is neither lost nor counted
 * twice. The columns of a batch with a great many are written before, in parts: each is set by key,
 * so that a batch that is cut off there is written as if for the first time.
 *
 * <p>Thread safe; one thread writes at a time, over all nodes, or is told that another was first.
 */
public final class ObservedLineage {

  private static final TransactionConfig BOUNDED =
      TransactionConfig.builder().withTimeout(StoreClients.BATCH_PATIENCE.multipliedBy(2)).build();

  /**
   * Codes of failures that a statement has brought about; all others tell of the server's state.
   */
  private static final List<String> ABOUT_DATA =
      List.of(
          "Neo.ClientError.Statement.",
          "Neo.ClientError.Schema.",
          "Neo.DatabaseError.Statement.",
          "Neo.DatabaseError.Schema.");

  private static final int ROWS_AT_ONCE = 2_000;
  private static final int JOBS_AT_ONCE = 500;

  private final Driver driver;
  private final GraphSchema schema;

  /** Observed lineage in the graph behind a driver. */
  public ObservedLineage(Driver driver, GraphSchema schema) {
    this.driver = driver;
    this.schema = schema;
  }

  /**
   * Position of the last entry that the graph has taken, 0 before the first; empty while it is
   * being emptied.
   *
   * @throws org.neo4j.driver.exceptions.Neo4jException where the graph cannot be reached
   */
  public OptionalLong position() {
    schema.ensure();
    try (Session session = driver.session()) {
      List<Record> found =
          session
              .run(
                  "MATCH (p:LineagePosition {id: 'openlineage'})"
                      + " RETURN p.position AS position, coalesce(p.emptying, false) AS emptying")
              .list();
      if (found.isEmpty()) {
        return OptionalLong.of(0);
      }
      return found.getFirst().get("emptying").asBoolean()
          ? OptionalLong.empty()
          : OptionalLong.of(found.getFirst().get("position").asLong());
    }
  }

  /**
   * Writes entries.
   *
   * @param entries in order, at least one
   * @param from position before the first of them
   * @return false where the graph has come further meanwhile; then it is as it was
   */
  public boolean write(List<ObservedEntry> entries, long from) {
    schema.ensure();
    try (Session session = driver.session()) {
      // A read that is tried again begins with a batch of its own.
      ObservedBatch batch =
          session.executeRead(
              graph -> {
                ObservedBatch folding = new ObservedBatch(entries);
                folding.fold(new GraphState(graph));
                return folding;
              },
              BOUNDED);
      ObservedRows rows = new ObservedRows(batch);
      long columns = rows.columnParts().stream().mapToLong(part -> part.rows().size()).sum();
      boolean many = columns > ROWS_AT_ONCE;
      if (many) {
        for (ObservedRows.Part part : rows.columnParts()) {
          inChunks(session, part);
        }
      }
      long to = entries.getLast().position();
      return session.executeWrite(
          graph -> {
            if (!lock(graph, from)) {
              return false;
            }
            if (!many) {
              rows.columnParts().forEach(part -> run(graph, part.statement(), part.rows()));
            }
            rows.parts().forEach(part -> run(graph, part.statement(), part.rows()));
            graph
                .run(
                    "MATCH (p:LineagePosition {id: 'openlineage'}) SET p.position = $to",
                    Map.of("to", to))
                .consume();
            return true;
          },
          BOUNDED);
    }
  }

  private static void inChunks(Session session, ObservedRows.Part part) {
    for (int start = 0; start < part.rows().size(); start += ROWS_AT_ONCE) {
      List<Map<String, @Nullable Object>> chunk =
          part.rows().subList(start, Math.min(part.rows().size(), start + ROWS_AT_ONCE));
      session.executeWriteWithoutResult(graph -> run(graph, part.statement(), chunk), BOUNDED);
    }
  }

  private static void run(
      TransactionContext graph, String statement, List<Map<String, @Nullable Object>> rows) {
    if (!rows.isEmpty()) {
      graph.run(statement, Map.of("rows", rows)).consume();
    }
  }

  private static boolean lock(TransactionContext graph, long from) {
    Record position =
        graph
            .run(
                """
                MERGE (p:LineagePosition {id: 'openlineage'})
                  ON CREATE SET p.position = 0
                SET p.locked = true
                REMOVE p.locked
                RETURN p.position AS position, coalesce(p.emptying, false) AS emptying
                """)
            .single();
    return position.get("position").asLong() == from && !position.get("emptying").asBoolean();
  }

  /**
   * Ends what jobs read and wrote that have not been seen for a time.
   *
   * @param now UTC
   * @param idle how long a job may not be seen; its lineage ends so long after its last event
   */
  public void endIdle(Instant now, Duration idle) {
    schema.ensure();
    try (Session session = driver.session()) {
      long ended;
      do {
        ended =
            session.executeWrite(
                graph ->
                    graph
                        .run(
                            """
                            MATCH (job:Job)
                            WHERE job.lastSeenAt < $before
                              AND EXISTS { (job)-[e:READS|WRITES]->() WHERE e.validTo IS NULL }
                            WITH job, job.lastSeenAt + $idle AS at LIMIT $most
                            CALL (job, at) {
                              MATCH (job)-[:WRITES]->(out:Dataset)
                              WITH DISTINCT job, at, out
                              CALL (job, at, out) {
                                MATCH (out)-[e:DERIVES_FROM {job: job.key}]->(:Dataset)
                                WHERE e.validTo IS NULL
                                SET e.validTo = at
                              }
                              MATCH (out)-[:HAS_COLUMN]->(column:Column)
                              WITH DISTINCT job, at, column
                              MATCH (column)-[e:DERIVES_FROM {job: job.key}]->(:Column)
                              WHERE e.validTo IS NULL
                              SET e.validTo = at
                            }
                            MATCH (job)-[e:READS|WRITES]->(:Dataset)
                            WHERE e.validTo IS NULL
                            SET e.validTo = at
                            RETURN count(DISTINCT job) AS jobs
                            """,
                            Map.of(
                                "before",
                                now.minus(idle).atOffset(ZoneOffset.UTC),
                                "idle",
                                idle,
                                "most",
                                JOBS_AT_ONCE))
                        .single()
                        .get("jobs")
                        .asLong(),
                BOUNDED);
      } while (ended == JOBS_AT_ONCE);
    }
  }

  /** Asks for all that was observed to be removed, by whoever follows the log. */
  public void askToEmpty() {
    schema.ensure();
    try (Session session = driver.session()) {
      askToEmpty(session);
    }
  }

  private static void askToEmpty(Session session) {
    session
        .run(
            "MERGE (p:LineagePosition {id: 'openlineage'})"
                + " SET p.emptying = true, p.position = 0")
        .consume();
  }

  /** Whether a failure is about what was to be written, so that it will fail again. */
  public static boolean refuses(RuntimeException failure) {
    return switch (failure) {
      case Neo4jException failed -> ABOUT_DATA.stream().anyMatch(failed.code()::startsWith);
      case IllegalArgumentException _ -> true;
      default -> false;
    };
  }

  /**
   * Removes all that was observed, and starts again at position 0; safe to be cut off and repeated.
   */
  public void empty() {
    schema.ensure();
    try (Session session = driver.session()) {
      askToEmpty(session);
      for (String doomed :
          List.of(
              "MATCH (n:Job) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS",
              "MATCH (n:Column) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS",
              "MATCH (n:Dataset) WHERE NOT EXISTS { (n)<-[:STORED_IN]-() }"
                  + " CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS",
              "MATCH (n:Dataset)-[e:DERIVES_FROM]->(:Dataset)"
                  + " CALL (e) { DELETE e } IN TRANSACTIONS OF 2000 ROWS",
              "MATCH (n:Dataset) CALL (n) { REMOVE n.firstSeenAt, n.lastSeenAt, n.schemaAt,"
                  + " n.schemaDigest, n.schemaByWriter, n.droppedAt, n.renamedTo }"
                  + " IN TRANSACTIONS OF 2000 ROWS")) {
        session.run(doomed).consume();
      }
      session.run("MATCH (p:LineagePosition {id: 'openlineage'}) REMOVE p.emptying").consume();
    }
  }
}
