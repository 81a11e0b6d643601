package io.concordat.queryside.lineage;

import io.concordat.queryside.lineage.Moment.Statement;

/** The statements by which what jobs were seen to do is followed. */
final class ObservedStatements {

  /**
   * One step from datasets on.
   *
   * <ul>
   *   <li>{@code columns}: datasets of which some columns change, with their names in small
   *       letters: {@code names}, which stand for what is part of them as well, and {@code within},
   *       which do not; null for all columns.
   *   <li>{@code datasets}: those of which something changes; {@code whole} tells whether anything
   *       may. Who derives from one of which some columns change, follows here only where its job
   *       did not tell from which columns.
   * </ul>
   */
  static final Statement STEP =
      Statement.of(
          """
          CALL () {
            UNWIND $question.columns AS asked
            MATCH (:Dataset {key: asked.dataset})-[:HAS_COLUMN]->(source:Column)
            WITH DISTINCT asked, source, toLower(source.name) AS name
            WHERE asked.names IS NULL OR name IN asked.within
              OR any(each IN asked.names WHERE name = each OR name STARTS WITH each + '.')
            MATCH (source)<-[edge:DERIVES_FROM]-(column:Column)<-[:HAS_COLUMN]-(reader:Dataset)
            WHERE HOLDS
            RETURN DISTINCT asked.dataset AS dataset, name AS source, column.name AS column, reader
            UNION ALL
            UNWIND $question.datasets AS asked
            MATCH (:Dataset {key: asked.dataset})<-[edge:DERIVES_FROM]-(reader:Dataset)
            WHERE HOLDS AND (asked.whole OR NOT EXISTS {
              MATCH (:Job {key: edge.job})-[writes:WRITES]->(reader)
              WHERE writes.sourcesAt IS NOT NULL })
            RETURN DISTINCT asked.dataset AS dataset, null AS source, null AS column, reader
          }
          RETURN dataset, source, column, reader.key AS reader
          """);

  /** Names of datasets, and the contracts that stand for them, with the objects that they hold. */
  static final Statement TIES =
      Statement.of(
          """
          UNWIND $question.keys AS key
          MATCH (dataset:Dataset {key: key})
          OPTIONAL MATCH (dataset)<-[edge:STORED_IN]-(:ContractVersion)<-[:HAS_VERSION]-(contract)
          WHERE HOLDS
          RETURN DISTINCT key, dataset.name AS name, contract.id AS contract, edge.object AS object
          """);

  /** Fields of contracts by the names of the columns that hold them, in small letters. */
  static final Statement FIELDS =
      Statement.of(
          """
          UNWIND $question.asked AS asked
          MATCH (:Contract {id: asked.contract})-[:HAS_VERSION]->(:ContractVersion)
            -[edge:HAS_FIELD]->(field:Field)
          WHERE HOLDS AND field.path STARTS WITH asked.object + '.'
          WITH DISTINCT asked, field, substring(field.path, size(asked.object) + 1) AS path
          WITH asked, field, toLower(CASE WHEN path CONTAINS '.' THEN replace(path, '[]', '')
            ELSE coalesce(field.physicalName, path) END) AS name
          WHERE name IN asked.names
          RETURN asked.contract AS contract, asked.object AS object, name, field.key AS field
          """);

  /** Physical names of fields that have one. */
  static final Statement PHYSICAL_NAMES =
      Statement.of(
          """
          UNWIND $question.keys AS key
          MATCH (field:Field {key: key}) WHERE field.physicalName IS NOT NULL
          RETURN key, field.physicalName AS name
          """);

  /** Which contracts declare by which fields they derive from another one. */
  static final Statement DECLARED_BY_FIELD =
      Statement.of(
          """
          UNWIND $question.pairs AS pair
          MATCH (:Contract {id: pair.contract})
            <-[edge:DERIVES_BY_FIELD]-(:Contract {id: pair.reader})
          WHERE HOLDS
          RETURN DISTINCT pair.contract AS contract, pair.reader AS reader
          """);

  /** Who was seen to do that one contract or dataset derives from another. */
  static final Statement HOPS =
      Statement.of(
          """
          UNWIND $question.hops AS hop
          CALL (hop) {
            MATCH (:Contract {id: hop.upstream})-[:HAS_VERSION]->(:ContractVersion)
              -[stored:STORED_IN]->(dataset:Dataset)
            WHERE HOLDS(stored)
            RETURN dataset, hop.upstream AS contract
            UNION
            MATCH (dataset:Dataset {key: hop.from})
            RETURN dataset, null AS contract
          }
          MATCH (dataset)<-[edge:DERIVES_FROM]-(reader:Dataset)
          WHERE HOLDS AND (reader.key = hop.to OR EXISTS {
            MATCH (reader)<-[stored:STORED_IN]-(:ContractVersion)<-[:HAS_VERSION]-
              (:Contract {id: hop.downstream})
            WHERE HOLDS(stored) })
          RETURN hop.upstream AS upstream, hop.downstream AS downstream, contract,
            edge.job AS job, edge.validFrom AS validFrom, edge.validTo AS validTo
          """);

  private ObservedStatements() {}
}
