package io.concordat.queryside.lineage;

import io.concordat.queryside.lineage.Moment.Statement;

/** The statements by which a change is followed. */
final class ImpactStatements {

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
   *   <li>{@code contracts}: those that may change, each asked for once in all it matters for. Of
   *       one of which {@code whole} may change, all that derive from it follow; of one of which
   *       some fields do, those that derive from it without saying by which. Where it is {@code
   *       fresh}, it was not asked for before, and tells its name and its consumers as well, and
   *       where {@code stored} is asked for, the datasets from which something was seen to derive,
   *       each with the object that it holds.
   *   <li>{@code exact}: keys of fields that change, and of what they are part of, and {@code
   *       beneath}, with what the keys of their parts begin with: fields that derive from any of
   *       these follow.
   * </ul>
   *
   * <p>A row of a contract tells all that follows from it: finding a contract by its id is what a
   * step mostly takes, and a row costs more than what is in it. A row of a field says who follows,
   * not from where, so that there is one for each and not one for each edge. A reader that is a
   * product is one of its ports, see {@link #PORTS}.
   */
  static final Statement STEP = step("null", "null");

  /** The same, with a row for each edge between fields, which says where it comes from. */
  static final Statement TRACED_STEP = step("key", "source.key");

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

  private static Statement step(String changed, String source) {
    return Statement.of(
        """
        CALL () {
          UNWIND $question.contracts AS asked
          MATCH (contract:Contract {id: asked.id})
          RETURN asked.id AS from, null AS source, null AS field,
            [(contract)<-[:OFFERS]-()<-[edge:DERIVES_FROM]-()
              WHERE edge.contract = asked.id AND HOLDS
                AND (asked.whole OR edge.byField IS NULL OR NOT edge.byField)
              | edge.by] AS readers,
            CASE WHEN asked.fresh THEN contract.name END AS name,
            CASE WHEN asked.fresh THEN
              [(contract)<-[edge:READS]-(node:Consumer) WHERE HOLDS
              | [node.id, node.name, node.kind, edge.fields]] END AS consumers,
            CASE WHEN asked.fresh AND $question.stored THEN
              [(contract)-[:HAS_VERSION]->()-[edge:STORED_IN]->(node:Dataset)
                WHERE HOLDS AND EXISTS { (node)<-[:DERIVES_FROM]-(:Dataset) }
              | [node.key, edge.object]] END AS places
          UNION ALL
          UNWIND $question.beneath AS beneath
          MATCH (source:Field) WHERE source.key STARTS WITH beneath.prefix
          MATCH (source)<-[edge:DERIVES_FROM]-(field:Field)
          WHERE HOLDS
          WITH beneath.key AS key, source, field
          RETURN DISTINCT %1$s AS from, %2$s AS source, field.key AS field,
            null AS readers, null AS name, null AS consumers, null AS places
          UNION ALL
          UNWIND $question.exact AS key
          MATCH (source:Field {key: key})<-[edge:DERIVES_FROM]-(field:Field)
          WHERE HOLDS
          RETURN DISTINCT %1$s AS from, %2$s AS source, field.key AS field,
            null AS readers, null AS name, null AS consumers, null AS places
        }
        RETURN from, source, field, readers, name, consumers, places
        """
            .formatted(changed, source));
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
