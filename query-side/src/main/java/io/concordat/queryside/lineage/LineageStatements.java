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

  /** The contracts whose change is asked about; a row without one for what offers none. */
  static final String IMPACT_ROOTS =
      """
      CALL () {
        MATCH (contract:Contract {id: $question.id}) WHERE contract.placeholder IS NULL
        RETURN contract.id AS contract
        UNION
        MATCH (product:DataProduct {id: $question.id}) WHERE product.placeholder IS NULL
        OPTIONAL MATCH (product)-[:OFFERS]->(contract:Contract)
        RETURN contract.id AS contract
        UNION
        MATCH (:Consumer {id: $question.id}) RETURN null AS contract
      }
      RETURN contract
      """;

  /** Fields that some version of a contract has or had; their keys begin with the prefix. */
  static final String KNOWN_FIELDS =
      """
      MATCH (field:Field)
      WHERE field.key STARTS WITH $question.prefix AND field.placeholder IS NULL
      RETURN field.path AS path
      """;

  /**
   * Consumers that declare one of {@code $question.ids}, contracts that declare it as upstream, and
   * contracts of products that declare it as an input port, now. A port does not say for which of
   * the product's contracts it is: where one of them declares the same upstream itself, it is for
   * that one; else it may be for each.
   */
  static final String READERS =
      """
      CALL () {
        MATCH (contract:Contract)<-[edge:READS]-(node:Consumer)
        WHERE contract.id IN $question.ids AND edge.validTo IS NULL
        RETURN contract.id AS contract, node.id AS reader, node.name AS name, node.kind AS kind,
          edge.fields AS fields
        UNION ALL
        MATCH (contract:Contract)<-[:OFFERS]-(:DataProduct)<-[edge:DERIVES_FROM]-(:DataProduct)
        WHERE contract.id IN $question.ids AND edge.contract = contract.id AND edge.validTo IS NULL
        MATCH (node:Contract {id: edge.by})
        RETURN contract.id AS contract, node.id AS reader, node.name AS name, null AS kind,
          [] AS fields
        UNION ALL
        MATCH (contract:Contract)<-[:OFFERS]-(source:DataProduct)
          <-[edge:DERIVES_FROM]-(product:DataProduct)
        WHERE contract.id IN $question.ids AND edge.contract = contract.id AND edge.validTo IS NULL
          AND edge.by = product.id
          AND NOT EXISTS {
            MATCH (source)<-[own:DERIVES_FROM]-(product)
            WHERE own.contract = contract.id AND own.validTo IS NULL AND own.by <> product.id
          }
        MATCH (product)-[:OFFERS]->(node:Contract)
        WHERE node.placeholder IS NULL
        RETURN contract.id AS contract, node.id AS reader, node.name AS name, null AS kind,
          [] AS fields
      }
      RETURN contract, reader, name, kind, fields
      """;

  /**
   * Fields that derive from fields whose keys begin with one of {@code $question.prefixes}, now.
   */
  static final String DERIVED_FIELDS =
      """
      UNWIND $question.prefixes AS prefix
      MATCH (source:Field) WHERE source.key STARTS WITH prefix
      MATCH (source)<-[edge:DERIVES_FROM]-(field:Field)
      WHERE edge.validTo IS NULL
      RETURN source.key AS source, field.key AS field
      """;

  private LineageStatements() {}
}
