package io.concordat.queryside.lineage;

import io.concordat.messages.mesh.DomainId;
import io.concordat.messages.mesh.LineageDirection;
import io.concordat.messages.mesh.LineageNodeKind;
import io.concordat.messages.mesh.LineageNodeView;
import io.concordat.queryside.lineage.Moment.Statement;
import io.concordat.queryside.observed.DatasetIds;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.neo4j.driver.Record;

/**
 * What is next to data products and datasets by what jobs were seen to do. A dataset that a
 * contract stands for is its data product; any other one is a node of its own. What a product does
 * among its own datasets is no step.
 */
final class ObservedNeighbours implements Neighbours {

  private static final String ROOT =
      """
      MATCH (dataset:Dataset {key: $question.key})
      OPTIONAL MATCH (dataset)<-[stored:STORED_IN]-(:ContractVersion)<-[:HAS_VERSION]-(:Contract)
        <-[:OFFERS]-(product:DataProduct)
      WHERE HOLDS(stored)
      RETURN dataset.key AS key, dataset.name AS name, product.id AS product,
        product.name AS productName, product.domain AS domain
      ORDER BY product LIMIT 1
      """;

  private static final String STEP =
      """
      CALL () {
        UNWIND $question.products AS id
        MATCH (:DataProduct {id: id})-[:OFFERS]->(contract:Contract)
          -[:HAS_VERSION]->(:ContractVersion)-[stored:STORED_IN]->(dataset:Dataset)
        WHERE HOLDS(stored)
        RETURN DISTINCT id, contract.id AS contract, dataset
        UNION ALL
        UNWIND $question.datasets AS key
        MATCH (dataset:Dataset {key: key})
        RETURN key AS id, null AS contract, dataset
      }
      MATCH %1$s
      WHERE HOLDS
      OPTIONAL MATCH (other)<-[stored:STORED_IN]-(:ContractVersion)<-[:HAS_VERSION]-(tied:Contract)
        <-[:OFFERS]-(product:DataProduct)
      WHERE HOLDS(stored)
      RETURN DISTINCT id, other.key AS key, other.name AS name, product.id AS product,
        product.name AS productName, product.domain AS domain, %2$s AS contract,
        edge.job AS job, edge.validFrom AS validFrom, edge.validTo AS validTo
      """;

  private static final Statement FIRST = Statement.of(ROOT);
  private static final Statement UPSTREAM =
      Statement.of(STEP.formatted("(dataset)-[edge:DERIVES_FROM]->(other:Dataset)", "tied.id"));
  private static final Statement DOWNSTREAM =
      Statement.of(STEP.formatted("(dataset)<-[edge:DERIVES_FROM]-(other:Dataset)", "contract"));

  private final Moment moment;

  ObservedNeighbours(Moment moment) {
    this.moment = moment;
  }

  @Override
  public Optional<LineageNodeView> root(String id) {
    return DatasetIds.key(id)
        .flatMap(key ->
            moment.run(FIRST, Map.of("key", key)).stream()
                .findFirst()
                .map(ObservedNeighbours::node));
  }

  @Override
  public List<Neighbour> of(Collection<String> ids, LineageDirection direction) {
    Statement statement =
        switch (direction) {
          case UPSTREAM -> UPSTREAM;
          case DOWNSTREAM -> DOWNSTREAM;
        };
    List<String> datasets =
        ids.stream()
            .filter(ObservedWalk::isDataset)
            .flatMap(id -> DatasetIds.key(id).stream())
            .toList();
    List<String> products = ids.stream().filter(id -> id.indexOf('/') >= 0).toList();
    List<Neighbour> found = new ArrayList<>();
    moment
        .run(statement, Map.of("products", products, "datasets", datasets))
        .forEachRemaining(row -> {
          String asked = row.get("id").asString();
          String from = asked.indexOf('\n') >= 0 ? DatasetIds.of(asked) : asked;
          LineageNodeView node = node(row);
          if (!node.id().equals(from)) {
            found.add(
                new Neighbour(
                    from,
                    node,
                    switch (direction) {
                      case UPSTREAM -> EdgeSet.observed(node.id(), from, row);
                      case DOWNSTREAM -> EdgeSet.observed(from, node.id(), row);
                    }));
          }
        });
    return found;
  }

  private static LineageNodeView node(Record row) {
    if (row.get("product").isNull()) {
      String key = row.get("key").asString();
      return new LineageNodeView(
          DatasetIds.of(key),
          LineageNodeKind.DATASET,
          row.get("name").asString(key),
          null,
          0,
          0,
          0);
    }
    String id = row.get("product").asString();
    String domain = row.get("domain").asString(null);
    return new LineageNodeView(
        id,
        LineageNodeKind.DATA_PRODUCT,
        row.get("productName").asString(id),
        domain == null ? null : new DomainId(domain),
        0,
        0,
        0);
  }
}
