package io.concordat.queryside.lineage;

/** The statements by which the lineage is walked. {@code $question.at} is null for now. */
final class LineageStatements {

  /**
   * The product, the contract's product or the consumer of {@code $question.id}, where it was
   * there.
   */
  static final String ROOT =
      """
      CALL () {
        MATCH (node:DataProduct {id: $question.id}) RETURN node
        UNION
        MATCH (:Contract {id: $question.id})<-[:OFFERS]-(node:DataProduct) RETURN node
        UNION
        MATCH (node:Consumer {id: $question.id}) RETURN node
      }
      WITH node
      WHERE $question.at IS NULL OR node.registeredAt IS NULL OR node.registeredAt <= $question.at
      RETURN node.id AS id, node.name AS name, node.domain AS domain,
        coalesce(node.kind, 'DATA_PRODUCT') AS kind
      """;

  private static final String HOLDS =
      """
      (($question.at IS NULL AND edge.validTo IS NULL) OR (edge.validFrom <= $question.at AND (edge.validTo IS NULL OR edge.validTo > $question.at)))
      """;

  static final String UPSTREAM =
      """
      CALL () {
        MATCH (from:DataProduct)-[edge:DERIVES_FROM]->(node:DataProduct)
        WHERE from.id IN $question.ids AND %1$s
        RETURN from, edge, node
        UNION ALL
        MATCH (from:Consumer)-[edge:READS]->(:Contract)<-[:OFFERS]-(node:DataProduct)
        WHERE from.id IN $question.ids AND %1$s
        RETURN from, edge, node
      }
      RETURN node.id AS id, node.name AS name, node.domain AS domain, 'DATA_PRODUCT' AS kind,
        node.id AS upstream, from.id AS downstream, edge.contract AS contract,
        edge.validFrom AS validFrom, edge.validTo AS validTo
      """
          .formatted(HOLDS);

  static final String DOWNSTREAM =
      """
      CALL () {
        MATCH (from:DataProduct)<-[edge:DERIVES_FROM]-(node:DataProduct)
        WHERE from.id IN $question.ids AND %1$s
        RETURN from, edge, node
        UNION ALL
        MATCH (from:DataProduct)-[:OFFERS]->(:Contract)<-[edge:READS]-(node:Consumer)
        WHERE from.id IN $question.ids AND %1$s
        RETURN from, edge, node
      }
      RETURN node.id AS id, node.name AS name, node.domain AS domain,
        coalesce(node.kind, 'DATA_PRODUCT') AS kind,
        from.id AS upstream, node.id AS downstream, edge.contract AS contract,
        edge.validFrom AS validFrom, edge.validTo AS validTo
      """
          .formatted(HOLDS);

  private LineageStatements() {}
}
