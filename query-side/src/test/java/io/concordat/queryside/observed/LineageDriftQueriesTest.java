package io.concordat.queryside.observed;

import static io.concordat.queryside.Samples.domain;
import static io.concordat.queryside.Samples.product;
import static io.concordat.queryside.Samples.published;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.localstack.TestEngines;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.DriftRead;
import io.concordat.messages.contract.FieldOutline;
import io.concordat.messages.contract.ObjectOutline;
import io.concordat.messages.mesh.DatasetName;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.observed.FindDriftOfDocument;
import io.concordat.messages.observed.FindLineageDrift;
import io.concordat.messages.observed.LineageDriftView;
import io.concordat.queryside.ReadSide;
import io.concordat.readstore.StoreClients;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

/**
 * Product d/out declares a and b; its job reads a, and c through a table that nobody answers for.
 */
class LineageDriftQueriesTest {

  private static ReadSide side;

  @BeforeAll
  static void mesh() {
    String neo4j = TestEngines.neo4j();
    side = ReadSide.over(TestEngines.mongo(), neo4j);
    side.happened(
        domain("d"),
        product("d/a"),
        product("d/b"),
        product("d/c"),
        product("d/out"),
        product("d/quiet"),
        published("d/a/k", "1.0.0", 1),
        published("d/b/k", "1.0.0", 1),
        published("d/c/k", "1.0.0", 1),
        published("d/e/unseen", "1.0.0", 1),
        published(
            "d/out/k",
            "1.0.0",
            2,
            List.of(),
            List.of("amount", "currency"),
            "d/a/k",
            "d/b/k",
            "d/e/unseen"),
        published("d/quiet/k", "1.0.0", 2, "d/a/k"));
    try (Driver driver = StoreClients.neo4j(neo4j, TestEngines.neo4jAuth());
        Session session = driver.session()) {
      for (String name : List.of("a", "b", "c", "out", "quiet")) {
        session
            .run(
                """
                MATCH (v:ContractVersion {key: 'd/' + $name + '/k@1.0.0'})
                MERGE (d:Dataset {key: 'n\n' + $name})
                  ON CREATE SET d.namespace = 'n', d.name = $name,
                    d.firstSeenAt = datetime('2026-01-01'), d.lastSeenAt = datetime('2026-01-01')
                CREATE (v)-[:STORED_IN {object: 'rows', validFrom: datetime('2026-01-01')}]->(d)
                """,
                Map.of("name", name))
            .consume();
      }
      session
          .run(
              """
              MATCH (a:Dataset {key: 'n\na'}), (c:Dataset {key: 'n\nc'}), (out:Dataset {key: 'n\nout'})
              CREATE (staging:Dataset {key: 'staging', namespace: 'n', name: 'staging'})
              CREATE (job:Job {key: 'j', namespace: 'n', name: 'j'})
              CREATE (job)-[:WRITES {lastSeenAt: datetime('2026-02-01')}]->(out)
              CREATE (out)-[:DERIVES_FROM {validFrom: datetime('2026-01-02')}]->(a)
              CREATE (out)-[:DERIVES_FROM {validFrom: datetime('2026-01-02')}]->(staging)
              CREATE (staging)-[:DERIVES_FROM {validFrom: datetime('2026-01-03')}]->(c)
              CREATE (c)-[:DERIVES_FROM {validFrom: datetime('2026-01-03')}]->(staging)
              SET out.schemaAt = datetime('2026-02-01')
              WITH out
              UNWIND [['AMOUNT', 'int'], ['extra', 'date']] AS column
              CREATE (out)-[:HAS_COLUMN {type: column[1], validFrom: datetime('2026-02-01')}]->
                (:Column {key: column[0], name: column[0]})
              """)
          .consume();
    }
  }

  @AfterAll
  static void close() {
    side.close();
  }

  @Test
  void whatIsReadAndNotDeclaredIsFoundThroughDatasetsWithoutAContract() {
    LineageDriftView drift = drift("d/out");
    assertThat(drift.observedAt()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
    assertThat(drift.undeclared())
        .singleElement()
        .satisfies(undeclared -> {
          assertThat(undeclared.contract()).isEqualTo(new ContractId("d/c/k"));
          assertThat(undeclared.dataset().name()).isEqualTo("c");
        });
  }

  @Test
  void whatIsDeclaredAndNotReadIsToldWhereItCouldHaveBeenSeen() {
    assertThat(drift("d/out").unobserved()).containsExactly(new ContractId("d/b/k"));
  }

  @Test
  void whereNothingWasSeenNothingIsSaid() {
    LineageDriftView quiet = drift("d/quiet");
    assertThat(quiet.observedAt()).isNull();
    assertThat(quiet.unobserved()).isEmpty();
    assertThat(quiet.undeclared()).isEmpty();
    assertThat(quiet.schema()).isEmpty();
  }

  @Test
  void columnsAreHeldAgainstTheFields() {
    assertThat(drift("d/out").schema())
        .extracting(each ->
            each.field() + " " + each.kind() + " " + each.promised() + " " + each.observed())
        .containsExactly(
            "rows.amount TYPE string int",
            "rows.currency MISSING string null",
            "rows.extra ADDITIONAL null date");
  }

  @Test
  void aDocumentIsLookedAtByItselfBeforeItIsPublished() {
    Instant asOf = Instant.parse("2026-03-01T00:00:00Z");
    DriftRead drift =
        side.ask(
            new FindDriftOfDocument(
                new ContractId("d/out/k"),
                outline("out", List.of("amount", "note"), "d/a/k", "d/c/k", "d/b/k", "nobody's"),
                asOf));
    assertThat(drift.known()).isTrue();
    assertThat(drift.asOf()).isEqualTo(asOf);
    assertThat(drift.observedAt()).isEqualTo(Instant.parse("2026-02-01T00:00:00Z"));
    assertThat(drift.undeclared()).isEmpty();
    assertThat(drift.unobserved()).containsExactly("d/b/k");
    assertThat(drift.schema())
        .extracting(each -> each.kind() + " " + each.field())
        .containsExactly("MISSING rows.note", "TYPE rows.amount", "ADDITIONAL rows.extra");

    DriftRead less =
        side.ask(
            new FindDriftOfDocument(
                new ContractId("d/out/k"), outline("out", List.of("extra"), "d/a/k"), asOf));
    assertThat(less.undeclared())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.contract()).isEqualTo("d/c/k");
          assertThat(each.dataset()).isEqualTo(new DatasetName("n", "c"));
        });
    assertThat(less.unobserved()).isEmpty();
  }

  @Test
  void ofADocumentWhoseDatasetsNobodySawNothingIsSaid() {
    DriftRead drift =
        side.ask(
            new FindDriftOfDocument(
                new ContractId("d/new/k"),
                outline("elsewhere", List.of("amount"), "d/a/k"),
                Instant.EPOCH));
    assertThat(drift).isEqualTo(DriftRead.nothingSeen(Instant.EPOCH));
  }

  /** Of a document with one object, {@code rows}, of texts. */
  private static ContractOutline outline(String table, List<String> fields, String... upstream) {
    return new ContractOutline(
        null,
        null,
        "active",
        List.of(),
        List.of(upstream),
        List.of(
            new ObjectOutline(
                "rows",
                null,
                null,
                fields.stream()
                    .map(field ->
                        new FieldOutline(field, null, "string", null, null, false, null, List.of()))
                    .toList(),
                List.of(new DatasetName("n", table)))));
  }

  @ParameterizedTest
  @CsvSource({
    "string, VARCHAR(20), false",
    "string, int, true",
    "integer, bigint, false",
    "integer, 'decimal(10,0)', false",
    "integer, double, true",
    "number, int, false",
    "timestamp, timestamp with time zone, false",
    "timestamp, date, true",
    "object, 'struct<a:int>', false",
    "array, 'array<string>', false",
    "string, geography, false",
    "boolean, string, true",
  })
  void aTypeDiffersWhereItIsKnownTo(String promised, String observed, boolean differs) {
    assertThat(ColumnTypes.differ(promised, observed)).isEqualTo(differs);
  }

  private static LineageDriftView drift(String product) {
    ProductId id = new ProductId(product);
    return side.ask(new FindLineageDrift(Set.of(id))).get(id);
  }
}
