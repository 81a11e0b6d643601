package io.concordat.queryside.mesh;

import io.concordat.messages.mesh.FindSimilarProducts;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.SimilarProductView;
import io.concordat.queryside.Graphs;
import io.concordat.readstore.graph.Graph;
import java.util.List;
import java.util.Map;
import org.axonframework.queryhandling.QueryHandler;
import org.neo4j.driver.Value;

/**
 * Products that are like one: they share semantic types of their fields, or a product that they
 * derive from. What many products share says little, so each counts 1 / ln(1 + products that have
 * it), and what more than {@value #MOST} have is not looked at, which bounds the work.
 */
public final class SimilarQueries {

  private static final int MOST = 1_000;

  private static final String SIMILAR =
      """
      CALL () {
        MATCH (product:DataProduct {id: $question.product})-[:SHELVED]->(facet:Facet)
        WHERE facet.key STARTS WITH $question.types
        WITH product, facet, COUNT { (facet)<-[:SHELVED]-() } AS having
        WHERE having <= $question.most
        MATCH (facet)<-[:SHELVED]-(other:DataProduct)
        WHERE other <> product
        RETURN other, substring(facet.key, size($question.types)) AS shared, having
        UNION ALL
        MATCH (product:DataProduct {id: $question.product})-[edge:DERIVES_FROM]->(upstream)
        WHERE edge.validTo IS NULL
        WITH DISTINCT product, upstream
        WITH product, upstream, COUNT {
          MATCH (upstream)<-[edge:DERIVES_FROM]-(having) WHERE edge.validTo IS NULL
          RETURN DISTINCT having } AS having
        WHERE having <= $question.most
        MATCH (upstream)<-[edge:DERIVES_FROM]-(other:DataProduct)
        WHERE edge.validTo IS NULL AND other <> product
        RETURN DISTINCT other, upstream.id AS shared, having
      }
      WITH other, sum(1.0 / log(1 + having)) AS score, collect(DISTINCT shared) AS shared
      WHERE other.placeholder IS NULL AND EXISTS { (other)-[:SHELVED]->() }
      RETURN other.id AS product, score, shared
      ORDER BY score DESC, product
      LIMIT $question.first
      """;

  private final Graphs graphs;

  /** Answers from the graph. */
  public SimilarQueries(Graphs graphs) {
    this.graphs = graphs;
  }

  @QueryHandler
  List<SimilarProductView> handle(FindSimilarProducts query) {
    return graphs.read(
        SIMILAR,
        Map.of(
            "product",
            query.product().value(),
            "types",
            Graph.facetKey(Graph.FACET_SEMANTIC_TYPE, ""),
            "most",
            MOST,
            "first",
            query.first()),
        row ->
            new SimilarProductView(
                new ProductId(row.get("product").asString()),
                row.get("score").asDouble(),
                row.get("shared").asList(Value::asString).stream().sorted().toList()));
  }
}
