package io.concordat.queryside.sighting;

/**
 * The statements by which reads of jobs are found. What a job reads counts as the versions that
 * were stored in the dataset when it was last seen to read it.
 */
final class SightingStatements {

  private static final String THEN =
      """
      WHERE stored.validFrom <= read.lastSeenAt
        AND (stored.validTo IS NULL OR stored.validTo > read.lastSeenAt)
      WITH contract, dataset, read, job, collect(DISTINCT version.version) AS versions
      RETURN contract.id AS contract, job.namespace AS namespace, job.name AS name, versions,
        read.validFrom AS firstSeenAt, read.lastSeenAt AS lastSeenAt
      """;

  /** What jobs read, by their keys. */
  static final String OF_JOBS =
      """
      UNWIND $question.jobs AS key
      MATCH (job:Job {key: key})-[read:READS]->(dataset:Dataset)
        <-[stored:STORED_IN]-(version:ContractVersion)<-[:HAS_VERSION]-(contract:Contract)
      """
          + THEN;

  /** Jobs that read a contract. */
  static final String OF_CONTRACT =
      """
      MATCH (contract:Contract {id: $question.contract})-[:HAS_VERSION]->(version:ContractVersion)
        -[stored:STORED_IN]->(dataset:Dataset)<-[read:READS]-(job:Job)
      """
          + THEN;

  private SightingStatements() {}
}
