package io.concordat.queryside.lineage;

import io.concordat.queryside.lineage.Moment.Statement;

/**
 * The statements by which one kind of lineage is walked: that of data products and consumers, or
 * that of fields.
 *
 * <p>A step leads from {@code $question.ids}. A node is told as {@code id, name, domain, kind}, and
 * an edge as {@code upstream, downstream, contract, by, validFrom, validTo}.
 *
 * @param root the node of {@code $question.id}, where it was there
 * @param upstream one step towards what data comes from
 * @param downstream one step towards where data goes
 * @param upstreamAmong as {@code upstream}, to {@code $question.known} only
 * @param downstreamAmong as {@code downstream}, to {@code $question.known} only
 * @param neighbours the ids of the nodes that each of {@code $question.ids} has directly up- and
 *     downstream
 */
record LineageStatements(
    Statement root,
    Statement upstream,
    Statement upstreamAmong,
    Statement downstream,
    Statement downstreamAmong,
    Statement neighbours) {

  private static final String AMONG = "AND node.id IN $question.known";

  private static final String AMONG_FIELDS = "AND node.key IN $question.known";

  private static final String PRODUCTS_UP =
      """
      CALL () {
        UNWIND $question.ids AS id
        MATCH (:DataProduct {id: id})-[edge:DERIVES_FROM]->(node:DataProduct)
        WHERE HOLDS %1$s
        RETURN id AS from, edge, node, edge.by AS by
        UNION ALL
        UNWIND $question.ids AS id
        MATCH (:Consumer {id: id})-[edge:READS]->(:Contract)<-[:OFFERS]-(node:DataProduct)
        WHERE HOLDS %1$s
        RETURN id AS from, edge, node, id AS by
      }
      RETURN node.id AS id, node.name AS name, node.domain AS domain, 'DATA_PRODUCT' AS kind,
        node.id AS upstream, from AS downstream, edge.contract AS contract, by,
        edge.validFrom AS validFrom, edge.validTo AS validTo
      """;

  private static final String PRODUCTS_DOWN =
      """
      CALL () {
        UNWIND $question.ids AS id
        MATCH (:DataProduct {id: id})<-[edge:DERIVES_FROM]-(node:DataProduct)
        WHERE HOLDS %1$s
        RETURN id AS from, edge, node, edge.by AS by
        UNION ALL
        UNWIND $question.ids AS id
        MATCH (:DataProduct {id: id})-[:OFFERS]->(:Contract)<-[edge:READS]-(node:Consumer)
        WHERE HOLDS %1$s
        RETURN id AS from, edge, node, node.id AS by
      }
      RETURN node.id AS id, node.name AS name, node.domain AS domain,
        coalesce(node.kind, 'DATA_PRODUCT') AS kind,
        from AS upstream, node.id AS downstream, edge.contract AS contract, by,
        edge.validFrom AS validFrom, edge.validTo AS validTo
      """;

  /** Of data products, for which their contracts stand as well, and consumers. */
  static final LineageStatements PRODUCTS =
      new LineageStatements(
          root(
              """
              MATCH (node:DataProduct {id: $question.id}) RETURN node
              UNION
              MATCH (:Contract {id: $question.id})<-[:OFFERS]-(node:DataProduct) RETURN node
              UNION
              MATCH (node:Consumer {id: $question.id}) RETURN node
              """),
          Statement.of(PRODUCTS_UP.formatted("")),
          Statement.of(PRODUCTS_UP.formatted(AMONG)),
          Statement.of(PRODUCTS_DOWN.formatted("")),
          Statement.of(PRODUCTS_DOWN.formatted(AMONG)),
          Statement.of(
              """
              UNWIND $question.ids AS id
              RETURN id, COLLECT {
                MATCH (from:DataProduct {id: id})-[edge:DERIVES_FROM]->(node:DataProduct)
                WHERE HOLDS AND node <> from
                RETURN node.id
                UNION
                MATCH (:Consumer {id: id})-[edge:READS]->(:Contract)<-[:OFFERS]-(node)
                WHERE HOLDS
                RETURN node.id
              } AS upstream, COLLECT {
                MATCH (from:DataProduct {id: id})<-[edge:DERIVES_FROM]-(node:DataProduct)
                WHERE HOLDS AND node <> from
                RETURN node.id
                UNION
                MATCH (:DataProduct {id: id})-[:OFFERS]->(:Contract)<-[edge:READS]-(node:Consumer)
                WHERE HOLDS
                RETURN node.id
              } AS downstream
              """));

  private static final String READS_FIELD =
      """
      WITH id, split(id, '#')[0] AS contract
      WITH id, contract, substring(id, size(contract) + 1) AS path
      MATCH (:Contract {id: contract})<-[edge:READS]-(node:Consumer)
      WHERE HOLDS AND any(read IN edge.fields WHERE read = path
        OR (path STARTS WITH read AND substring(path, size(read), 1) IN ['.', '['])
        OR (read STARTS WITH path AND substring(read, size(path), 1) IN ['.', '[']))
      """;

  private static final String FIELDS_UP =
      """
      UNWIND $question.ids AS id
      MATCH (:Field {key: id})-[edge:DERIVES_FROM]->(node:Field)
      WHERE HOLDS %1$s
      RETURN node.key AS id, node.path AS name, null AS domain, 'FIELD' AS kind,
        node.key AS upstream, id AS downstream, split(node.key, '#')[0] AS contract,
        split(id, '#')[0] AS by, edge.validFrom AS validFrom, edge.validTo AS validTo
      """;

  private static final String FIELDS_DOWN =
      """
      CALL () {
        UNWIND $question.ids AS id
        MATCH (:Field {key: id})<-[edge:DERIVES_FROM]-(node:Field)
        WHERE HOLDS %1$s
        RETURN id AS from, edge, node.key AS to, node.path AS name, null AS domain,
          'FIELD' AS kind, split(node.key, '#')[0] AS by
        UNION ALL
        UNWIND $question.ids AS id
        %2$s %3$s
        RETURN id AS from, edge, node.id AS to, node.name AS name, node.domain AS domain,
          node.kind AS kind, node.id AS by
      }
      RETURN to AS id, name, domain, kind, from AS upstream, to AS downstream,
        split(from, '#')[0] AS contract, by, edge.validFrom AS validFrom,
        edge.validTo AS validTo
      """;

  /** Of fields, and the consumers that say that they read them. */
  static final LineageStatements FIELDS =
      new LineageStatements(
          new Statement(fieldRoot(""), fieldRoot("AND has.validFrom <= $question.at")),
          Statement.of(FIELDS_UP.formatted("")),
          Statement.of(FIELDS_UP.formatted(AMONG_FIELDS)),
          Statement.of(FIELDS_DOWN.formatted("", READS_FIELD, "")),
          Statement.of(FIELDS_DOWN.formatted(AMONG_FIELDS, READS_FIELD, AMONG)),
          Statement.of(
              """
              UNWIND $question.ids AS id
              RETURN id, COLLECT {
                MATCH (from:Field {key: id})-[edge:DERIVES_FROM]->(node:Field)
                WHERE HOLDS AND node <> from
                RETURN DISTINCT node.key
              } AS upstream, COLLECT {
                MATCH (from:Field {key: id})<-[edge:DERIVES_FROM]-(node:Field)
                WHERE HOLDS AND node <> from
                RETURN node.key AS other
                UNION
                WITH id WHERE id CONTAINS '#'
                %s
                RETURN node.id AS other
              } AS downstream
              """
                  .formatted(READS_FIELD)));

  /** Which fields of an upstream contract are read by a contract or consumer. */
  static final Statement PAIRS =
      Statement.of(
          """
          UNWIND $question.pairs AS pair
          CALL (pair) {
            MATCH (source:Field) WHERE source.key STARTS WITH pair.contract + '#'
            MATCH (source)<-[edge:DERIVES_FROM]-(field:Field)
            WHERE HOLDS AND field.key STARTS WITH pair.by
              AND substring(field.key, size(pair.by), 1) IN ['#', '/']
            RETURN source.key AS source, field.key AS field
            UNION
            MATCH (:Contract {id: pair.contract})<-[edge:READS]-(reader:Consumer {id: pair.by})
            WHERE HOLDS
            UNWIND edge.fields AS path
            RETURN pair.contract + '#' + path AS source, reader.id AS field
          }
          RETURN pair.edge AS edge, source, field
          """);

  private static Statement root(String nodes) {
    String text =
        """
        CALL () {
          %s
        }
        WITH node
        WHERE %s
        RETURN node.id AS id, node.name AS name, node.domain AS domain,
          coalesce(node.kind, 'DATA_PRODUCT') AS kind
        """;
    return new Statement(
        text.formatted(nodes, "true"),
        text.formatted(nodes, "node.registeredAt IS NULL OR node.registeredAt <= $question.at"));
  }

  private static String fieldRoot(String then) {
    return """
    MATCH (field:Field {key: $question.id})
    WHERE EXISTS { MATCH (field)<-[has:HAS_FIELD]-(:ContractVersion) WHERE true %s }
    RETURN field.key AS id, field.path AS name, null AS domain, 'FIELD' AS kind
    """
        .formatted(then);
  }
}
