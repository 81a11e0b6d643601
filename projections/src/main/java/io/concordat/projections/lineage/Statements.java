package io.concordat.projections.lineage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.Value;

/** The statements of a batch, each over all rows of its kind. */
final class Statements {

  static final String NAME_DOMAINS =
      """
      UNWIND $rows AS row
      MERGE (domain:Domain {id: row.id})
        ON CREATE SET domain.placeholder = true
      """;

  static final String NAME_PRODUCTS =
      """
      UNWIND $rows AS row
      MATCH (domain:Domain {id: row.domain})
      MERGE (product:DataProduct {id: row.id})
        ON CREATE SET product.placeholder = true, product.domain = row.domain
      MERGE (domain)-[:OWNS]->(product)
      """;

  static final String NAME_CONTRACTS =
      """
      UNWIND $rows AS row
      MATCH (product:DataProduct {id: row.product})
      MERGE (contract:Contract {id: row.id})
        ON CREATE SET contract.placeholder = true, contract.product = row.product
      MERGE (product)-[:OFFERS]->(contract)
      """;

  static final String DOMAIN_FACTS =
      """
      UNWIND $rows AS row
      MATCH (domain:Domain {id: row.id})
      WHERE coalesce(domain.sequence, -1) < row.sequence
      SET domain += row.properties, domain.sequence = row.sequence
      REMOVE domain.placeholder
      """;

  static final String PRODUCT_FACTS =
      """
      UNWIND $rows AS row
      MATCH (product:DataProduct {id: row.id})<-[owns:OWNS]-(:Domain)
      WHERE coalesce(product.sequence, -1) < row.sequence
      SET product += row.properties, product.sequence = row.sequence,
        owns.validFrom = coalesce(owns.validFrom, row.at)
      REMOVE product.placeholder
      """;

  static final String CONSUMER_FACTS =
      """
      UNWIND $rows AS row
      MERGE (consumer:Consumer {id: row.id})
      WITH consumer, row
      WHERE coalesce(consumer.sequence, -1) < row.sequence
      SET consumer += row.properties, consumer.sequence = row.sequence
      """;

  static final String READS =
      """
      UNWIND $rows AS row
      MATCH (consumer:Consumer {id: row.consumer})
      MATCH (contract:Contract {id: row.contract})
      MERGE (consumer)-[reads:READS {key: row.key}]->(contract)
        ON CREATE SET reads.contract = row.contract, reads.fields = row.fields,
          reads.validFrom = row.at
      """;

  /** Setting a property takes the node's lock, so that what is read holds until the commit. */
  static final String CONTRACT_STATES =
      """
      UNWIND $rows AS id
      MATCH (contract:Contract {id: id})
      SET contract.locked = true
      REMOVE contract.locked
      RETURN contract.id AS id, coalesce(contract.sequence, -1) AS sequence,
        coalesce(contract.openUpstream, []) AS openUpstream,
        coalesce(contract.openFieldSources, []) AS openFieldSources
      """;

  static final String CONTRACT_FACTS =
      """
      UNWIND $rows AS row
      MATCH (contract:Contract {id: row.id})<-[offers:OFFERS]-(:DataProduct)
      SET contract += row.properties, contract.sequence = row.sequence,
        contract.openUpstream = row.openUpstream,
        contract.openFieldSources = row.openFieldSources,
        offers.validFrom = coalesce(offers.validFrom, row.at)
      REMOVE contract.placeholder
      """;

  static final String VERSIONS =
      """
      UNWIND $rows AS row
      MATCH (contract:Contract {id: row.contract})
      MERGE (version:ContractVersion {key: row.key})
      MERGE (contract)-[has:HAS_VERSION]->(version)
      WITH version, has, row
      WHERE coalesce(version.sequence, -1) < row.sequence
      SET version += row.properties, version.sequence = row.sequence,
        has.validFrom = coalesce(has.validFrom, row.publishedAt),
        has.validTo = coalesce(has.validTo, row.retiredAt)
      """;

  static final String FIELDS =
      """
      UNWIND $rows AS row
      MERGE (field:Field {key: row.key})
      WITH field, row
      WHERE coalesce(field.sequence, -1) < row.sequence
      SET field += row.properties, field.sequence = row.sequence
      REMOVE field.placeholder
      """;

  /** A version never loses a field, so the relation holds as long as its version. */
  static final String VERSION_FIELDS =
      """
      UNWIND $rows AS row
      MATCH (version:ContractVersion {key: row.version})
      UNWIND row.fields AS key
      MATCH (field:Field {key: key})
      MERGE (version)-[:HAS_FIELD]->(field)
      """;

  static final String OPEN_PRODUCT_EDGES =
      """
      UNWIND $rows AS row
      MATCH (downstream:DataProduct {id: row.from})
      MATCH (upstream:DataProduct {id: row.to})
      MERGE (downstream)-[edge:DERIVES_FROM {key: row.key}]->(upstream)
        ON CREATE SET edge.by = row.by, edge.contract = row.contract, edge.validFrom = row.at
      """;

  static final String CLOSE_PRODUCT_EDGES =
      """
      UNWIND $rows AS row
      MATCH (:DataProduct {id: row.from})-[edge:DERIVES_FROM {key: row.key}]->(:DataProduct)
      SET edge.validTo = row.at
      """;

  static final String NAME_FIELDS =
      """
      UNWIND $rows AS row
      MERGE (field:Field {key: row.key})
        ON CREATE SET field.placeholder = true
      """;

  static final String OPEN_FIELD_EDGES =
      """
      UNWIND $rows AS row
      MATCH (field:Field {key: row.from})
      MATCH (source:Field {key: row.to})
      MERGE (field)-[edge:DERIVES_FROM {key: row.key}]->(source)
        ON CREATE SET edge.validFrom = row.at
      """;

  static final String CLOSE_FIELD_EDGES =
      """
      UNWIND $rows AS row
      MATCH (:Field {key: row.from})-[edge:DERIVES_FROM {key: row.key}]->(:Field)
      SET edge.validTo = row.at
      """;

  /**
   * What a contract's node knows of itself.
   *
   * @param sequence of the last publication that it took, -1 where it took none
   * @param openUpstream keys of its open edges to other contracts
   * @param openFieldSources keys of its fields' open edges
   */
  record ContractState(
      String id, long sequence, List<String> openUpstream, List<String> openFieldSources) {}

  private final TransactionContext transaction;

  Statements(TransactionContext transaction) {
    this.transaction = transaction;
  }

  /** Runs a statement over rows; without rows it does nothing. */
  void run(String statement, Collection<Row> rows) {
    if (!rows.isEmpty()) {
      transaction
          .run(statement, Map.of("rows", rows.stream().map(Row::columns).toList()))
          .consume();
    }
  }

  /** Locks contracts and reads their state. */
  List<ContractState> contractStates(Collection<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : transaction
            .run(CONTRACT_STATES, Map.of("rows", List.copyOf(ids)))
            .list(row ->
                new ContractState(
                    row.get("id").asString(),
                    row.get("sequence").asLong(),
                    row.get("openUpstream").asList(Value::asString),
                    row.get("openFieldSources").asList(Value::asString)));
  }
}
