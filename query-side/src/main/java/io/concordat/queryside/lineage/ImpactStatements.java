package io.concordat.queryside.lineage;

import io.concordat.queryside.lineage.Moment.Statement;

/** The statements by which a change is followed. */
final class ImpactStatements {

  /** What a row tells of a contract. */
  private static final String CONTRACT =
      """
      contract.name AS name,
      [(contract)<-[edge:DERIVES_BY_FIELD]-(reader) WHERE HOLDS | reader.id] AS byField,
      [(contract)<-[edge:DERIVES_FROM]-(reader) WHERE HOLDS | reader.id] AS asWhole,
      [(contract)<-[edge:READS]-(node:Consumer) WHERE HOLDS
        | [node.id, node.name, node.kind, edge.fields]] AS consumers,
      CASE WHEN $question.stored THEN
        [(contract)-[:HAS_VERSION]->()-[edge:STORED_IN]->(node:Dataset)
          WHERE HOLDS AND EXISTS { (node)<-[:DERIVES_FROM]-(:Dataset) }
          | [node.key, edge.object]] ELSE [] END AS places
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
   *   <li>{@code contracts}: ids of those that may change and were not asked for before. A row
   *       tells all that a walk wants to know of one, see {@link KnownContract}: finding a contract
   *       by its id is what a step mostly takes, and a row costs more than what is in it. Where
   *       {@code stored} is asked for, it tells datasets as well.
   *   <li>{@code exact}: keys of fields that change, and of what they are part of, and {@code
   *       beneath}, with what the keys of their parts begin with: fields that derive from any of
   *       these follow.
   * </ul>
   *
   * <p>A row of a field says who follows, not from where, so that there is one for each and not one
   * for each edge. A reader that is a product is one of its ports, see {@link #PORTS}.
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
          MATCH (product:DataProduct {id: id})-[edge:DERIVES_FROM]->(contract:Contract)
          WHERE contract.id IN $question.changed AND HOLDS
          WITH DISTINCT product, contract
          WHERE NOT EXISTS {
            MATCH (product)-[:OFFERS]->(:Contract)
              -[edge:DERIVES_FROM|DERIVES_BY_FIELD]->(contract)
            WHERE HOLDS
          }
          MATCH (product)-[edge:OFFERS]->(node:Contract)
          WHERE node.placeholder IS NULL AND HOLDS
          RETURN contract.id AS contract, node.id AS reader
          """);

  /** Who says that one contract is read by another contract or a consumer. */
  static final Statement HOPS =
      Statement.of(
          """
          UNWIND $question.hops AS hop
          CALL (hop) {
            MATCH (:Contract {id: hop.upstream})<-[edge:DERIVES_FROM|DERIVES_BY_FIELD]-(by)
            WHERE HOLDS
              AND (by.id = hop.downstream
                OR (by:DataProduct AND hop.downstream STARTS WITH by.id + '/'))
            RETURN edge, by.id AS by
            UNION ALL
            MATCH (:Contract {id: hop.upstream})<-[edge:READS]-(:Consumer {id: hop.downstream})
            WHERE HOLDS
            RETURN edge, hop.downstream AS by
            UNION ALL
            MATCH (source:Field) WHERE source.key STARTS WITH hop.upstream + '#'
            MATCH (source)<-[edge:DERIVES_FROM]-(field:Field)
            WHERE HOLDS AND field.key STARTS WITH hop.downstream + '#'
            RETURN edge, hop.downstream AS by
          }
          RETURN hop.upstream AS upstream, hop.downstream AS downstream,
            hop.upstream AS contract, by,
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

  /**
   * The rows of {@link #STEP} for contracts and all that derive from them at a number of steps, in
   * one walk of the graph's own: it comes by many of them many times, and finds none by its id but
   * the first.
   *
   * @param steps at least 1
   */
  static Statement downstream(int steps) {
    return Statement.of(
        """
        UNWIND $question.contracts AS id
        MATCH (:Contract {id: id})<-[edges:DERIVES_FROM|DERIVES_BY_FIELD*0..%d]-(contract:Contract)
        WHERE all(edge IN edges WHERE HOLDS)
        WITH DISTINCT contract
        RETURN contract.id AS from, %s
        """
            .formatted(steps, CONTRACT));
  }

  private static Statement step(String changed, String source) {
    return Statement.of(
        """
        CALL () {
          UNWIND $question.contracts AS id
          MATCH (contract:Contract {id: id})
          RETURN id AS from, null AS source, null AS field, %3$s
          UNION ALL
          UNWIND $question.beneath AS beneath
          MATCH (source:Field) WHERE source.key STARTS WITH beneath.prefix
          MATCH (source)<-[edge:DERIVES_FROM]-(field:Field)
          WHERE HOLDS
          WITH beneath.key AS key, source, field
          RETURN DISTINCT %1$s AS from, %2$s AS source, field.key AS field,
            null AS name, null AS byField, null AS asWhole, null AS consumers,
            null AS places
          UNION ALL
          UNWIND $question.exact AS key
          MATCH (source:Field {key: key})<-[edge:DERIVES_FROM]-(field:Field)
          WHERE HOLDS
          RETURN DISTINCT %1$s AS from, %2$s AS source, field.key AS field,
            null AS name, null AS byField, null AS asWhole, null AS consumers,
            null AS places
        }
        RETURN from, source, field, name, byField, asWhole, consumers, places
        """
            .formatted(changed, source, CONTRACT));
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
