package io.concordat.queryside.observed;

import static io.concordat.queryside.Samples.domain;
import static io.concordat.queryside.Samples.product;
import static io.concordat.queryside.Samples.published;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.localstack.TestEngines;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.mesh.DatasetName;
import io.concordat.messages.observed.DatasetSuggestion;
import io.concordat.messages.observed.DatasetView;
import io.concordat.messages.observed.FindDataset;
import io.concordat.messages.observed.FindDatasetSuggestions;
import io.concordat.messages.observed.ListDatasets;
import io.concordat.messages.paging.Page;
import io.concordat.messages.paging.PageRequest;
import io.concordat.queryside.ReadSide;
import io.concordat.readstore.StoreClients;
import io.concordat.readstore.graph.LineageKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

class DatasetQueriesTest {

  private static final DatasetName TIED = new DatasetName("postgres://db:5432", "shop.a.tied");
  private static final DatasetName ORDERS =
      new DatasetName("s3://lake", "sales/customer_orders.parquet");

  private static ReadSide side;

  @BeforeAll
  static void observed() {
    String neo4j = TestEngines.neo4j();
    side = ReadSide.over(TestEngines.mongo(), neo4j);
    side.happened(
        domain("sales"),
        product("sales/orders"),
        published("sales/orders/customer-orders", "1.0.0", 1),
        product("sales/returns"),
        published("sales/returns/parcels", "1.0.0", 2));
    try (Driver driver = StoreClients.neo4j(neo4j, TestEngines.neo4jAuth());
        Session session = driver.session()) {
      for (DatasetName name : List.of(TIED, ORDERS, new DatasetName("file", "/x/Ünrelated"))) {
        session
            .run(
                """
                CREATE (d:Dataset {key: $key, namespace: $namespace, name: $name,
                  firstSeenAt: datetime('2026-01-01'), lastSeenAt: datetime('2026-02-01')})
                MERGE (job:Job {key: 'j'})
                  ON CREATE SET job.namespace = 'n', job.name = 'j',
                    job.lastSeenAt = datetime('2026-02-01')
                CREATE (job)-[:WRITES {validFrom: datetime('2026-01-01')}]->(d)
                """,
                Map.of(
                    "key", LineageKeys.dataset(name),
                    "namespace", name.namespace(),
                    "name", name.name()))
            .consume();
      }
      session
          .run(
              """
              MATCH (v:ContractVersion {key: 'sales/returns/parcels@1.0.0'})
              MATCH (d:Dataset {key: $key})
              CREATE (v)-[:STORED_IN {validFrom: datetime('2026-01-01')}]->(d)
              CREATE (:Dataset {key: 'only named', namespace: 'only', name: 'named'})
              """,
              Map.of("key", LineageKeys.dataset(TIED)))
          .consume();
    }
  }

  @AfterAll
  static void close() {
    side.close();
  }

  @Test
  void allMatchedOrUnmatched() {
    assertThat(names(null, null)).containsExactly("/x/Ünrelated", "shop.a.tied", ORDERS.name());
    assertThat(names(false, null)).containsExactly("shop.a.tied");
    assertThat(names(true, null)).containsExactly("/x/Ünrelated", ORDERS.name());
    assertThat(names(true, "ORDERS")).containsExactly(ORDERS.name());
  }

  @Test
  void pagesJoinWithoutGapOrOverlap() {
    List<String> found = new ArrayList<>();
    String after = null;
    Page<DatasetView> page;
    do {
      page = side.ask(new ListDatasets(null, null, PageRequest.first(1, after)));
      page.entries().forEach(entry -> found.add(entry.node().name().name()));
      after = page.entries().getLast().cursor();
      assertThat(page.totalCount()).isEqualTo(3);
    } while (page.hasNextPage());
    assertThat(found).isEqualTo(names(null, null));
  }

  @Test
  void aDatasetIsFoundByItsIdWithItsContractAndJobs() {
    String id =
        side.ask(new ListDatasets(false, null, PageRequest.first(1, null)))
            .entries()
            .getFirst()
            .node()
            .id();
    DatasetView found = side.ask(new FindDataset(id)).orElseThrow();
    assertThat(found.contract()).isEqualTo(new ContractId("sales/returns/parcels"));
    assertThat(found.writtenBy()).extracting(DatasetView.Job::name).containsExactly("j");
    assertThat(found.readBy()).isEmpty();
    assertThat(side.ask(new FindDataset("no such id"))).isEmpty();
    assertThat(side.ask(new FindDataset("!"))).isEmpty();
  }

  @Test
  void contractsWithLikeNamesAreSuggestedTheLikeliestFirst() {
    Map<DatasetName, List<DatasetSuggestion>> found =
        side.ask(
            new FindDatasetSuggestions(Set.of(ORDERS, new DatasetName("file", "/x/Ünrelated"))));
    assertThat(found.get(ORDERS))
        .first()
        .satisfies(best -> {
          assertThat(best.contract().value()).isEqualTo("sales/orders/customer-orders");
          assertThat(best.score()).isGreaterThan(0.9);
        });
    assertThat(found.get(new DatasetName("file", "/x/Ünrelated"))).isEmpty();
  }

  private static List<String> names(Boolean unmatched, String text) {
    return side
        .ask(new ListDatasets(unmatched, text, PageRequest.first(20, null)))
        .entries()
        .stream()
        .map(entry -> entry.node().name().name())
        .toList();
  }
}
