package io.concordat.projections.lineage;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/**
 * The two statements that write a batch: {@link #NODES} says what there is and reads how far the
 * batch's contracts have come, {@link #PUBLICATIONS} writes what they have not taken yet.
 *
 * <p>A statement costs more than the few rows that a batch mostly has, so there are two, not one a
 * kind of row. All rows come in one parameter, a map: of a list that is a parameter itself, the
 * graph notes the size with the plan, and plans again for each order of magnitude. Each pattern
 * begins at a node that is found by its unique key, so a plan is as good for an empty graph as for
 * a full one, and is not made again when the graph has grown.
 */
final class Statements {

  /**
   * Domains, products, contracts, versions, consumers; what others name gets a node marked as
   * placeholder. Setting a property takes a node's lock, so that what is read of it after that, how
   * far it has come above all, holds until the commit.
   */
  static final String NODES =
      """
      CYPHER replan=skip
      CALL () {
        UNWIND $batch.domains AS row
        MERGE (domain:Domain {id: row.id})
          ON CREATE SET domain.placeholder = true
      }
      CALL () {
        UNWIND $batch.products AS row
        MATCH (domain:Domain {id: row.domain})
        MERGE (product:DataProduct {id: row.id})
          ON CREATE SET product.placeholder = true, product.domain = row.domain
        MERGE (domain)-[:OWNS]->(product)
      }
      CALL () {
        UNWIND $batch.contracts AS row
        MATCH (product:DataProduct {id: row.product})
        MERGE (contract:Contract {id: row.id})
          ON CREATE SET contract.placeholder = true, contract.product = row.product
        MERGE (product)-[:OFFERS]->(contract)
      }
      CALL () {
        UNWIND $batch.domainFacts AS row
        MATCH (domain:Domain {id: row.id})
        SET domain.locked = true
        REMOVE domain.locked
        WITH domain, row
        WHERE coalesce(domain.sequence, -1) < row.sequence
        SET domain += row.properties, domain.sequence = row.sequence
        REMOVE domain.placeholder
      }
      CALL () {
        UNWIND $batch.productFacts AS row
        MATCH (product:DataProduct {id: row.id})<-[owns:OWNS]-(:Domain)
        SET product.locked = true
        REMOVE product.locked
        WITH product, owns, row
        WHERE coalesce(product.sequence, -1) < row.sequence
        SET product += row.properties, product.sequence = row.sequence,
          owns.validFrom = coalesce(owns.validFrom, row.at)
        REMOVE product.placeholder
      }
      CALL () {
        UNWIND $batch.consumerFacts AS row
        CALL (row) {
          MERGE (consumer:Consumer {id: row.id})
          SET consumer.locked = true
          REMOVE consumer.locked
          WITH consumer
          WHERE coalesce(consumer.sequence, -1) < row.sequence
          SET consumer += row.properties, consumer.sequence = row.sequence
          WITH consumer
          CALL (consumer, row) {
            MATCH (consumer)-[open:READS]->(:Contract)
            WHERE open.validTo IS NULL
              AND NOT any(read IN row.reads
                WHERE read.contract = open.contract AND read.fields = open.fields)
            SET open.validTo = row.at
          }
          UNWIND row.reads AS read
          MATCH (contract:Contract {id: read.contract})
          WHERE NOT EXISTS {
            MATCH (consumer)-[open:READS]->(contract) WHERE open.validTo IS NULL
          }
          CREATE (consumer)-[:READS {key: read.key, contract: read.contract,
            fields: read.fields, validFrom: row.at}]->(contract)
        }
      }
      CALL () {
        UNWIND $batch.versions AS row
        MATCH (contract:Contract {id: row.contract})
        MERGE (version:ContractVersion {key: row.key})
        MERGE (contract)-[has:HAS_VERSION]->(version)
        SET version.locked = true
        REMOVE version.locked
        WITH version, has, row
        WHERE coalesce(version.sequence, -1) < row.sequence
        SET version += row.properties, version.sequence = row.sequence,
          has.validFrom = coalesce(has.validFrom, row.publishedAt),
          has.validTo = coalesce(has.validTo, row.retiredAt)
        WITH version, row
        WHERE row.retiredAt IS NOT NULL
        MATCH (version)-[stored:STORED_IN]->(:Dataset)
        SET stored.validTo = coalesce(stored.validTo, row.retiredAt)
      }
      UNWIND $batch.published AS id
      MATCH (contract:Contract {id: id})
      SET contract.locked = true
      REMOVE contract.locked
      RETURN contract.id AS id, coalesce(contract.sequence, -1) AS sequence,
        coalesce(contract.openUpstream, []) AS openUpstream,
        coalesce(contract.openFields, []) AS openFields,
        coalesce(contract.openFieldSources, []) AS openFieldSources
      """;

  /**
   * What new versions change, relations first opened, then closed. The contract's sequence number
   * guards all of it, so relations are created without looking for them.
   */
  static final String PUBLICATIONS =
      """
      CYPHER replan=skip
      CALL () {
        UNWIND $batch.openedFields AS row
        MATCH (version:ContractVersion {key: row.version})
        UNWIND row.fields AS facts
        MERGE (field:Field {key: facts.key})
        SET field += facts.properties
        REMOVE field.placeholder
        CREATE (version)-[:HAS_FIELD {validFrom: row.at}]->(field)
      }
      CALL () {
        UNWIND $batch.openedStores AS row
        MATCH (version:ContractVersion {key: row.version})
        MERGE (dataset:Dataset {key: row.key})
          ON CREATE SET dataset.namespace = row.namespace, dataset.name = row.name
        CREATE (version)-[stored:STORED_IN {object: row.object, validFrom: row.at}]->(dataset)
        SET stored.validTo = version.retiredAt
      }
      CALL () {
        UNWIND $batch.changedFields AS row
        MATCH (field:Field {key: row.key})
        SET field += row.properties
      }
      CALL () {
        UNWIND $batch.closedFields AS row
        MATCH (:ContractVersion {key: row.version})-[has:HAS_FIELD]->(:Field {key: row.key})
        SET has.validTo = row.at
      }
      CALL () {
        UNWIND $batch.openedProducts AS row
        MATCH (downstream:DataProduct {id: row.from})
        MATCH (upstream:DataProduct {id: row.to})
        CREATE (downstream)-[:DERIVES_FROM {
          key: row.key, by: row.by, contract: row.contract, byField: row.byField,
          validFrom: row.at}]->(upstream)
      }
      CALL () {
        UNWIND $batch.openedProducts AS row
        WITH row WHERE NOT row.byField
        MATCH (by:Contract {id: row.by})
        MATCH (contract:Contract {id: row.contract})
        CREATE (by)-[:DERIVES_FROM {key: row.key, validFrom: row.at}]->(contract)
      }
      CALL () {
        UNWIND $batch.openedProducts AS row
        WITH row WHERE row.byField
        MATCH (by:Contract {id: row.by})
        MATCH (contract:Contract {id: row.contract})
        CREATE (by)-[:DERIVES_BY_FIELD {key: row.key, validFrom: row.at}]->(contract)
      }
      CALL () {
        UNWIND $batch.closedProducts AS row
        MATCH (:DataProduct {id: row.from})-[edge:DERIVES_FROM {key: row.key}]->(:DataProduct)
        MATCH (:Contract {id: row.by})
          -[same:DERIVES_FROM|DERIVES_BY_FIELD {key: row.key}]->(:Contract)
        SET edge.validTo = row.at, same.validTo = row.at
      }
      CALL () {
        UNWIND $batch.openedSources AS row
        MATCH (field:Field {key: row.from})
        MERGE (source:Field {key: row.to})
          ON CREATE SET source.placeholder = true
        CREATE (field)-[:DERIVES_FROM {key: row.key, validFrom: row.at}]->(source)
      }
      CALL () {
        UNWIND $batch.closedSources AS row
        MATCH (:Field {key: row.from})-[edge:DERIVES_FROM {key: row.key}]->(:Field)
        SET edge.validTo = row.at
      }
      UNWIND $batch.contracts AS row
      MATCH (contract:Contract {id: row.id})<-[offers:OFFERS]-(:DataProduct)
      SET contract += row.properties, contract.sequence = row.sequence,
        contract.openUpstream = row.openUpstream,
        contract.openFields = row.openFields,
        contract.openFieldSources = row.openFieldSources,
        offers.validFrom = coalesce(offers.validFrom, row.at)
      REMOVE contract.placeholder
      WITH DISTINCT row.product AS id
      MATCH (product:DataProduct {id: id})
      CALL (product) {
        MATCH (product)-[:OFFERS]->(contract:Contract)
        UNWIND contract.shelf AS key
        WITH DISTINCT product, key
        MERGE (facet:Facet {key: key})
        MERGE (product)-[:SHELVED]->(facet)
      }
      CALL (product) {
        MATCH (product)-[left:SHELVED]->(facet:Facet)
        WHERE NOT EXISTS {
          MATCH (product)-[:OFFERS]->(contract:Contract) WHERE facet.key IN contract.shelf
        }
        DELETE left
      }
      """;

  /**
   * The edges that a product's input ports declare: those that are no longer declared are closed,
   * new ones open, one that is declared again is another edge. Products seldom declare ports, so
   * each time is a statement of its own.
   */
  static final String PORTS =
      """
      CYPHER replan=skip
      MATCH (product:DataProduct {id: $row.product})
      SET product.locked = true
      REMOVE product.locked
      WITH product
      WHERE coalesce(product.portsSequence, -1) < $row.sequence
      SET product.portsSequence = $row.sequence
      WITH product
      CALL (product) {
        MATCH (product)-[edge:DERIVES_FROM {by: $row.product}]->(:DataProduct)
        WHERE edge.validTo IS NULL AND NOT edge.contract IN $row.contracts
        SET edge.validTo = $row.at
      }
      CALL (product) {
        MATCH (product)-[edge:DERIVES_FROM]->(contract:Contract)
        WHERE edge.validTo IS NULL AND NOT contract.id IN $row.contracts
        SET edge.validTo = $row.at
      }
      UNWIND $row.upstream AS upstream
      MATCH (source:DataProduct {id: upstream.product})
      MATCH (contract:Contract {id: upstream.contract})
      WHERE NOT EXISTS {
        MATCH (product)-[edge:DERIVES_FROM]->(contract) WHERE edge.validTo IS NULL
      }
      WITH product, source, contract,
        $row.product + ' <- ' + contract.id + ' @' + toString($row.sequence) AS key
      CREATE (product)-[:DERIVES_FROM {
        key: key, by: $row.product, contract: contract.id, validFrom: $row.at}]->(source)
      CREATE (product)-[:DERIVES_FROM {key: key, validFrom: $row.at}]->(contract)
      """;

  private Statements() {}

  /**
   * What a contract's node knows of itself.
   *
   * @param sequence of the last publication that it took, -1 where it took none
   * @param openUpstream keys of its open edges to other contracts
   * @param openFields its fields, see {@link OpenFields}
   * @param openFieldSources keys of its fields' open edges
   */
  record ContractState(
      String id,
      long sequence,
      List<String> openUpstream,
      List<String> openFields,
      List<String> openFieldSources) {}

  /** Has both planned, and writes nothing. */
  static void plan(TransactionContext transaction) {
    transaction.run(NODES, Map.of("batch", Map.of())).consume();
    transaction.run(PUBLICATIONS, Map.of("batch", Map.of())).consume();
  }

  /** Writes nodes; locks the contracts that published, and reads their state. */
  static List<ContractState> writeNodes(TransactionContext transaction, Map<String, Object> batch) {
    return transaction
        .run(NODES, Map.of("batch", batch))
        .list(row ->
            new ContractState(
                row.get("id").asString(),
                row.get("sequence").asLong(),
                row.get("openUpstream").asList(Value::asString),
                row.get("openFields").asList(Value::asString),
                row.get("openFieldSources").asList(Value::asString)));
  }

  /** Writes what a product's ports declare. */
  static void writePorts(TransactionContext transaction, Map<String, @Nullable Object> row) {
    transaction.run(PORTS, Map.of("row", row)).consume();
  }

  /** Writes what contracts take. */
  static void writePublications(TransactionContext transaction, Map<String, Object> batch) {
    transaction.run(PUBLICATIONS, Map.of("batch", batch)).consume();
  }
}
