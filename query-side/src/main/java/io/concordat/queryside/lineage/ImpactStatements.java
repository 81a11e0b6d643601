package io.concordat.queryside.lineage;

import io.concordat.queryside.lineage.Moment.Statement;

/** The statements by which a change is followed. */
final class ImpactStatements {

  private static final String ENDS =
      """
      MATCH (:Contract {id: id})<-[:OFFERS]-(:DataProduct)<-[edge:DERIVES_FROM]-(:DataProduct)
      WHERE edge.contract = id AND HOLDS
      """;

  /** The contracts whose change is asked about; a row without one for what offers none. */
  static final Statement ROOTS =
      Statement.of(
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
          """);

  /** Fields that some version of a contract has or had; their keys begin with the prefix. */
  static final Statement KNOWN_FIELDS =
      new Statement(knownFields(""), knownFields("AND has.validFrom <= $question.at"));

  /**
   * One step: who is affected next.
   *
   * <ul>
   *   <li>{@code whole}: contracts of which anything may change: all that derive from them follow.
   *   <li>{@code touched}: contracts of which some fields change: those that derive from them
   *       without saying by which fields follow.
   *   <li>{@code exact}: keys of fields that change, and of what they are part of, and {@code
   *       beneath}, with what the keys of their parts begin with: fields that derive from any of
   *       these follow.
   *   <li>{@code read}: contracts whose consumers are told, with what they read.
   *   <li>{@code stored}: contracts whose datasets are told from which something was seen to
   *       derive, in the place of a reader, each with the object that it holds.
   * </ul>
   *
   * <p>A row says who follows, not from where, so that there is one for each and not one for each
   * edge. A reader that is a product is one of its ports, see {@link #PORTS}.
   */
  static final Statement STEP = step("null", "null", "null");

  /** The same, with a row for each edge, which says where it comes from. */
  static final Statement TRACED_STEP = step("id", "key", "source.key");

  /**
   * The contracts that an input port is read by. A port does not say for which of the product's
   * contracts it is: where one of them declares the same upstream itself, it is for that one; else
   * it may be for each.
   */
  static final Statement PORTS =
      Statement.of(
          """
          UNWIND $question.ports AS id
          MATCH (product:DataProduct {id: id})-[edge:DERIVES_FROM]->(:DataProduct)
          WHERE edge.by = id AND edge.contract IN $question.changed AND HOLDS
          WITH DISTINCT product, id, edge.contract AS contract
          WHERE NOT EXISTS {
            MATCH (product)-[edge:DERIVES_FROM]->(:DataProduct)
            WHERE edge.contract = contract AND edge.by <> id AND HOLDS
          }
          MATCH (product)-[edge:OFFERS]->(node:Contract)
          WHERE node.placeholder IS NULL AND HOLDS
          RETURN contract, node.id AS reader
          """);

  /** Who says that one contract is read by another contract or a consumer. */
  static final Statement HOPS =
      Statement.of(
          """
          UNWIND $question.hops AS hop
          CALL (hop) {
            MATCH (:Contract {id: hop.upstream})<-[:OFFERS]-(:DataProduct)
              <-[edge:DERIVES_FROM]-(by:DataProduct)
            WHERE edge.contract = hop.upstream AND HOLDS
              AND (edge.by = hop.downstream
                OR (edge.by = by.id AND hop.downstream STARTS WITH by.id + '/'))
            RETURN edge
            UNION ALL
            MATCH (:Contract {id: hop.upstream})<-[edge:READS]-(:Consumer {id: hop.downstream})
            WHERE HOLDS
            RETURN edge
            UNION ALL
            MATCH (source:Field) WHERE source.key STARTS WITH hop.upstream + '#'
            MATCH (source)<-[edge:DERIVES_FROM]-(field:Field)
            WHERE HOLDS AND field.key STARTS WITH hop.downstream + '#'
            RETURN edge
          }
          RETURN hop.upstream AS upstream, hop.downstream AS downstream,
            hop.upstream AS contract, coalesce(edge.by, hop.downstream) AS by,
            edge.validFrom AS validFrom, edge.validTo AS validTo
          """);

  /** Names of contracts. */
  static final Statement NAMES =
      Statement.of(
          """
          UNWIND $question.ids AS id
          MATCH (contract:Contract {id: id})
          RETURN id, contract.name AS name
          """);

  private ImpactStatements() {}

  private static Statement step(String contract, String changed, String source) {
    return Statement.of(
        """
        CALL () {
          UNWIND $question.whole AS id
          %1$s
          WITH DISTINCT edge.by AS reader, %2$s AS from
          RETURN from, null AS source, reader, null AS fields, null AS name, null AS kind, null AS object
          UNION ALL
          UNWIND $question.touched AS id
          %1$s AND (edge.byField IS NULL OR NOT edge.byField)
          WITH DISTINCT edge.by AS reader, %2$s AS from
          RETURN from, null AS source, reader, null AS fields, null AS name, null AS kind, null AS object
          UNION ALL
          UNWIND $question.beneath AS beneath
          MATCH (source:Field) WHERE source.key STARTS WITH beneath.prefix
          MATCH (source)<-[edge:DERIVES_FROM]-(field:Field)
          WHERE HOLDS
          WITH beneath.key AS key, source, field
          RETURN DISTINCT %3$s AS from, %4$s AS source, field.key AS reader,
            null AS fields, null AS name, null AS kind, null AS object
          UNION ALL
          UNWIND $question.exact AS key
          MATCH (source:Field {key: key})<-[edge:DERIVES_FROM]-(field:Field)
          WHERE HOLDS
          RETURN DISTINCT %3$s AS from, %4$s AS source, field.key AS reader,
            null AS fields, null AS name, null AS kind, null AS object
          UNION ALL
          UNWIND $question.read AS id
          MATCH (:Contract {id: id})<-[edge:READS]-(node:Consumer)
          WHERE HOLDS
          RETURN id AS from, null AS source, node.id AS reader,
            edge.fields AS fields, node.name AS name, node.kind AS kind, null AS object
          UNION ALL
          UNWIND $question.stored AS id
          MATCH (:Contract {id: id})-[:HAS_VERSION]->(:ContractVersion)
            -[edge:STORED_IN]->(node:Dataset)
          WHERE HOLDS AND EXISTS { (node)<-[:DERIVES_FROM]-(:Dataset) }
          RETURN DISTINCT id AS from, null AS source, node.key AS reader,
            null AS fields, null AS name, null AS kind, edge.object AS object
        }
        RETURN from, source, reader, fields, name, kind, object
        """
            .formatted(ENDS, contract, changed, source));
  }

  private static String knownFields(String then) {
    return """
    MATCH (field:Field)
    WHERE field.key STARTS WITH $question.prefix
      AND EXISTS { MATCH (field)<-[has:HAS_FIELD]-(:ContractVersion) WHERE true %s }
    RETURN field.path AS path
    """
        .formatted(then);
  }
}
