package io.concordat.readstore.graph;

import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * Constraints and indexes of the lineage graph. Each step is safe to run again; the last one that
 * was taken is noted in the graph, so that a server whose graph is up to date asks one question.
 *
 * <p>Thread safe.
 */
public final class GraphSchema {

  private record Step(int version, List<String> statements) {}

  private static final List<Step> STEPS =
      List.of(
          new Step(
              1,
              List.of(
                  unique("domain_id", "Domain", "id"),
                  unique("product_id", "DataProduct", "id"),
                  unique("contract_id", "Contract", "id"),
                  unique("contract_version_key", "ContractVersion", "key"),
                  unique("field_key", "Field", "key"),
                  unique("consumer_id", "Consumer", "id"),
                  unique("schema_step_version", "SchemaStep", "version"),
                  fullText("`fulltext.analyzer`: 'whitespace'"),
                  "CALL db.awaitIndexes(30)")),
          // The commit of a product or contract took several times as long with the index in it.
          new Step(
              2,
              List.of(
                  "DROP INDEX " + Graph.CATALOG_INDEX + " IF EXISTS",
                  fullText(
                      "`fulltext.analyzer`: 'whitespace', `fulltext.eventually_consistent`: true"),
                  "CALL db.awaitIndexes(30)")),
          new Step(
              3,
              List.of(
                  unique("dataset_key", "Dataset", "key"),
                  unique("job_key", "Job", "key"),
                  unique("column_key", "Column", "key"),
                  unique("lineage_position_id", "LineagePosition", "id"),
                  "CALL db.awaitIndexes(30)")),
          new Step(4, List.of(unique("facet_key", "Facet", "key"), "CALL db.awaitIndexes(30)")),
          // Who says that it derives from a contract, by a relation of its own: a contract, or a
          // product by its ports. A walk over contracts does not go by their products.
          new Step(
              5,
              List.of(
                  deriving("coalesce(edge.byField, false)", "DERIVES_BY_FIELD"),
                  deriving("NOT coalesce(edge.byField, false)", "DERIVES_FROM"))));

  private final Driver driver;
  private volatile boolean ready;

  /** The schema of the graph behind a driver; nothing is asked of it yet. */
  public GraphSchema(Driver driver) {
    this.driver = driver;
  }

  /**
   * Takes the steps that the graph has not seen. After the first success it does nothing.
   *
   * @throws org.neo4j.driver.exceptions.Neo4jException where the graph cannot be reached
   */
  public void ensure() {
    if (!ready) {
      migrate();
    }
  }

  private synchronized void migrate() {
    if (ready) {
      return;
    }
    try (Session session = driver.session()) {
      int taken =
          session
              .run("MATCH (s:SchemaStep) RETURN coalesce(max(s.version), 0) AS version")
              .single()
              .get("version")
              .asInt();
      for (Step step : STEPS) {
        if (step.version() > taken) {
          step.statements().forEach(statement -> session.run(statement).consume());
          session
              .run(
                  "MERGE (s:SchemaStep {version: $version}) ON CREATE SET s.takenAt = datetime()",
                  Map.of("version", step.version()))
              .consume();
        }
      }
    }
    ready = true;
  }

  private static String fullText(String settings) {
    return "CREATE FULLTEXT INDEX "
        + Graph.CATALOG_INDEX
        + " IF NOT EXISTS FOR (n:DataProduct|Contract) ON EACH [n."
        + Graph.SEARCH_NAME
        + ", n."
        + Graph.SEARCH_TAGS
        + ", n."
        + Graph.SEARCH_FIELDS
        + ", n."
        + Graph.SEARCH_TEXT
        + "] OPTIONS {indexConfig: {"
        + settings
        + "}}";
  }

  private static String deriving(String which, String relation) {
    return """
    MATCH (:DataProduct)-[edge:DERIVES_FROM]->(:DataProduct)
    WHERE edge.contract IS NOT NULL AND %s
    CALL (edge) {
      MATCH (by:Contract|DataProduct {id: edge.by})
      MATCH (contract:Contract {id: edge.contract})
      MERGE (by)-[same:%s {key: edge.key}]->(contract)
      SET same.validFrom = edge.validFrom, same.validTo = edge.validTo
    } IN TRANSACTIONS OF 500 ROWS
    """
        .formatted(which, relation);
  }

  private static String unique(String name, String label, String property) {
    return "CREATE CONSTRAINT "
        + name
        + " IF NOT EXISTS FOR (n:"
        + label
        + ") REQUIRE n."
        + property
        + " IS UNIQUE";
  }
}
