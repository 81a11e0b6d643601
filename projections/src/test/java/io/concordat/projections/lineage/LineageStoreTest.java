package io.concordat.projections.lineage;

import static io.concordat.projections.Samples.day;
import static io.concordat.projections.Samples.domain;
import static io.concordat.projections.Samples.field;
import static io.concordat.projections.Samples.product;
import static io.concordat.projections.Samples.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.concordat.localstack.TestEngines;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.ContractVersionDeprecated;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.ContractVersionRetired;
import io.concordat.messages.contract.FieldOutline;
import io.concordat.messages.contract.ObjectOutline;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.ConsumerKind;
import io.concordat.messages.mesh.ConsumerRegistered;
import io.concordat.messages.mesh.ContractRead;
import io.concordat.messages.mesh.DataProductRegistered;
import io.concordat.messages.mesh.DatasetName;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.ProductInputPort;
import io.concordat.messages.mesh.ProductPortsDeclared;
import io.concordat.readstore.StoreClients;
import io.concordat.readstore.graph.GraphSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;

class LineageStoreTest {

  private static final String DAILY = "payments/settlements/daily";
  private static final String RAW = "billing/invoices/raw";
  private static final String FX = "treasury/rates/fx";

  private static Driver driver;
  private static LineageStore store;

  @BeforeAll
  static void connect() {
    driver = StoreClients.neo4j(TestEngines.neo4j(), TestEngines.neo4jAuth());
    store = new LineageStore(driver, new GraphSchema(driver));
  }

  @AfterAll
  static void disconnect() {
    driver.close();
  }

  @BeforeEach
  void empty() {
    store.empty();
  }

  @Test
  void aMeshIsWrittenFromDomainToField() {
    store.write(mesh());

    assertThat(
            rows(
                """
                MATCH (:Domain {id: 'payments'})-[:OWNS]->(p)-[:OFFERS]->(c)-[:HAS_VERSION]->(v)
                  -[:HAS_FIELD]->(f)
                RETURN p.id + ' ' + c.id + ' ' + v.version + ' ' + f.path AS row ORDER BY row
                """))
        .containsExactly(
            "payments/settlements payments/settlements/daily 1.0.0 rows.amount",
            "payments/settlements payments/settlements/daily 1.0.0 rows.currency");
    assertThat(openUpstream()).containsExactly("billing/invoices", "treasury/rates");
    assertThat(
            rows(
                "MATCH (f:Field)-[e:DERIVES_FROM]->(s:Field) WHERE e.validTo IS NULL"
                    + " RETURN f.key + ' ' + s.key AS row"))
        .containsExactly(DAILY + "#rows.amount " + RAW + "#rows.total");
  }

  @Test
  void whatIsNamedButNotRegisteredIsAPlaceholderUntilItIs() {
    store.write(LineageChanges.of(published(DAILY, "1.0.0", 1, List.of(RAW)), 0));
    assertThat(placeholders())
        .contains("Domain billing", "DataProduct billing/invoices", "Contract " + RAW);

    store.write(LineageChanges.of(domain("billing"), 0));
    store.write(LineageChanges.of(product("billing/invoices"), 0));
    store.write(LineageChanges.of(published(RAW, "1.0.0", 2, List.of()), 0));

    assertThat(placeholders())
        .containsExactlyInAnyOrder("Domain payments", "DataProduct payments/settlements");
  }

  @Test
  void aVersionThatDropsAnUpstreamClosesTheEdgeAndOneThatTakesItAgainOpensAnother() {
    store.write(mesh());
    store.write(LineageChanges.of(published(DAILY, "1.1.0", 10, List.of(RAW)), 1));
    assertThat(openUpstream()).containsExactly("billing/invoices");

    store.write(LineageChanges.of(published(DAILY, "1.2.0", 20, List.of(RAW, FX)), 2));

    assertThat(
            rows(
                """
                MATCH (:DataProduct {id: 'payments/settlements'})-[e:DERIVES_FROM]->(u:DataProduct)
                RETURN u.id + CASE WHEN e.byField THEN ' by field ' ELSE ' ' END
                  + toString(date(e.validFrom)) + ' '
                  + coalesce(toString(date(e.validTo)), 'now') AS row ORDER BY u.id, e.validFrom
                """))
        .containsExactly(
            "billing/invoices by field 2026-01-02 2026-01-11",
            "billing/invoices 2026-01-11 now",
            "treasury/rates 2026-01-02 2026-01-11",
            "treasury/rates 2026-01-21 now");
    assertThat(
            rows(
                "MATCH (:Field)-[e:DERIVES_FROM]->(:Field)"
                    + " RETURN toString(date(e.validTo)) AS row"))
        .containsExactly("2026-01-11");
  }

  @Test
  void aProductIsShelvedUnderWhatItsContractsLatestVersionsSay() {
    store.write(mesh());
    store.write(
        LineageChanges.of(published("payments/settlements/hourly", "1.0.0", 2, List.of()), 0));
    assertThat(shelves()).contains("domain payments").doesNotContain("classification restricted");

    ContractVersionPublished plain = published(DAILY, "1.1.0", 3, List.of());
    FieldOutline secret =
        new FieldOutline("x", null, null, "iban", "RESTRICTED", true, null, List.of());
    store.write(LineageChanges.of(withField(plain, secret), 1));
    assertThat(shelves()).contains("classification restricted", "semanticType iban");

    store.write(LineageChanges.of(published(DAILY, "1.2.0", 4, List.of()), 2));
    store.write(LineageChanges.of(withField(plain, secret), 1));
    assertThat(shelves()).containsExactly("domain payments");
  }

  private static ContractVersionPublished withField(
      ContractVersionPublished event, FieldOutline field) {
    ContractOutline outline = event.outline();
    return new ContractVersionPublished(
        event.contract(),
        event.version(),
        event.document(),
        event.digest(),
        new ContractOutline(
            outline.name(),
            outline.purpose(),
            outline.status(),
            outline.tags(),
            outline.upstream(),
            List.of(new ObjectOutline("rows", null, null, List.of(field), List.of()))),
        event.verdict(),
        event.basis(),
        event.changes(),
        event.publishedAt(),
        event.publishedBy());
  }

  private List<String> shelves() {
    return rows(
        """
        MATCH (:DataProduct {id: 'payments/settlements'})-[:SHELVED]->(facet)
        RETURN replace(facet.key, '\n', ' ') AS row ORDER BY row
        """);
  }

  @Test
  void aVersionIsTiedToItsDatasetsUntilItRetires() {
    DatasetName orders = new DatasetName("postgres://db:5432", "shop.public.orders");
    DatasetName files = new DatasetName("s3://lake", "orders/'); MATCH (n)/ü");
    List<LineageChange> first =
        LineageChanges.of(stored(published(DAILY, "1.0.0", 1, List.of()), orders, files), 0);
    List<LineageChange> second =
        LineageChanges.of(stored(published(DAILY, "2.0.0", 5, List.of()), orders), 1);
    List<LineageChange> retired =
        LineageChanges.of(new ContractVersionRetired(new ContractId(DAILY), "1.0.0", day(40)), 2);
    store.write(first);
    store.write(second);
    store.write(first);
    store.write(retired);
    assertThat(stores()).isEqualTo(tied());

    store.empty();
    store.write(Stream.of(first, second, retired).flatMap(List::stream).toList());
    store.write(retired);
    assertThat(stores()).isEqualTo(tied());
  }

  private static List<String> tied() {
    return List.of(
        "1.0.0 rows s3://lake orders/'); MATCH (n)/ü 2026-01-02 2026-02-10",
        "1.0.0 rows postgres://db:5432 shop.public.orders 2026-01-02 2026-02-10",
        "2.0.0 rows postgres://db:5432 shop.public.orders 2026-01-06 now");
  }

  private static List<String> stores() {
    return rows(
        """
        MATCH (v:ContractVersion)-[s:STORED_IN]->(d:Dataset)
        RETURN v.version + ' ' + s.object + ' ' + d.namespace + ' ' + d.name + ' '
          + toString(date(s.validFrom)) + ' ' + coalesce(toString(date(s.validTo)), 'now') AS row
        ORDER BY v.version, d.name
        """);
  }

  private static ContractVersionPublished stored(
      ContractVersionPublished published, DatasetName... datasets) {
    ContractOutline outline = published.outline();
    ObjectOutline object = outline.objects().getFirst();
    return new ContractVersionPublished(
        published.contract(),
        published.version(),
        published.document(),
        published.digest(),
        new ContractOutline(
            outline.name(),
            outline.purpose(),
            outline.status(),
            outline.tags(),
            outline.upstream(),
            List.of(
                new ObjectOutline(object.name(), null, null, object.fields(), List.of(datasets)))),
        published.verdict(),
        published.basis(),
        published.changes(),
        published.publishedAt(),
        published.publishedBy());
  }

  @Test
  void thePortsOfAProductAreEdgesUntilItDeclaresOthers() {
    store.write(LineageChanges.of(product("payments/settlements"), 0));
    store.write(LineageChanges.of(ports("payments/settlements", 1, RAW, FX, "9f2c"), 1));
    assertThat(openUpstream()).containsExactly("billing/invoices", "treasury/rates");

    List<LineageChange> later = new ArrayList<>();
    later.addAll(LineageChanges.of(ports("payments/settlements", 10, FX), 2));
    later.addAll(LineageChanges.of(ports("payments/settlements", 20, RAW, FX), 3));
    store.write(later);
    store.write(later);
    store.write(LineageChanges.of(ports("payments/settlements", 1, RAW, FX), 1));

    assertThat(
            rows(
                """
                MATCH (:DataProduct {id: 'payments/settlements'})-[e:DERIVES_FROM]->(u:DataProduct)
                RETURN u.id + ' ' + e.contract + ' ' + e.by + ' ' + toString(date(e.validFrom))
                  + ' ' + coalesce(toString(date(e.validTo)), 'now') AS row ORDER BY row
                """))
        .containsExactly(
            "billing/invoices " + RAW + " payments/settlements 2026-01-02 2026-01-11",
            "billing/invoices " + RAW + " payments/settlements 2026-01-21 now",
            "treasury/rates " + FX + " payments/settlements 2026-01-02 now");
  }

  @Test
  void aProductWithoutInputPortsClosesItsEdgesAndLeavesThoseOfItsContracts() {
    store.write(mesh());
    store.write(LineageChanges.of(ports("payments/settlements", 3, FX), 1));
    store.write(LineageChanges.of(ports("payments/settlements", 4), 2));

    assertThat(openUpstream()).containsExactly("billing/invoices", "treasury/rates");
    assertThat(
            rows(
                "MATCH ()-[e:DERIVES_FROM {by: 'payments/settlements'}]->()"
                    + " RETURN toString(date(e.validTo)) AS row"))
        .containsExactly("2026-01-05");
  }

  @Test
  void whoeverSaysThatItDerivesFromAContractHasARelationToItself() {
    storyOfContractsAndPorts();

    assertThat(betweenContracts()).isEqualTo(betweenProducts()).hasSize(6);
  }

  @Test
  void aGraphFromBeforeSuchRelationsGetsThemWithTheStepThatBringsThem() {
    storyOfContractsAndPorts();
    try (Session session = driver.session()) {
      session
          .run("MATCH ()-[e]->(:Contract) WHERE type(e) STARTS WITH 'DERIVES' DELETE e")
          .consume();
      session.run("MATCH (s:SchemaStep {version: 5}) DELETE s").consume();
    }
    assertThat(betweenContracts()).isEmpty();

    new GraphSchema(driver).ensure();

    assertThat(betweenContracts()).isEqualTo(betweenProducts()).hasSize(6);
  }

  private static void storyOfContractsAndPorts() {
    store.write(mesh());
    store.write(LineageChanges.of(published(DAILY, "1.1.0", 10, List.of(RAW)), 1));
    store.write(LineageChanges.of(published(DAILY, "1.2.0", 20, List.of(RAW, FX)), 2));
    store.write(LineageChanges.of(ports("payments/settlements", 3, RAW, FX), 1));
    store.write(LineageChanges.of(ports("payments/settlements", 4, FX), 2));
  }

  private static List<String> betweenContracts() {
    return rows(
        """
        MATCH (by)-[e:DERIVES_FROM|DERIVES_BY_FIELD]->(c:Contract)
        RETURN by.id + ' ' + c.id + ' ' + e.key + ' ' + type(e) + ' '
          + toString(e.validFrom) + ' ' + coalesce(toString(e.validTo), 'now') AS row ORDER BY row
        """);
  }

  private static List<String> betweenProducts() {
    return rows(
        """
        MATCH (:DataProduct)-[e:DERIVES_FROM]->(:DataProduct)
        RETURN e.by + ' ' + e.contract + ' ' + e.key
          + CASE WHEN e.byField THEN ' DERIVES_BY_FIELD ' ELSE ' DERIVES_FROM ' END
          + toString(e.validFrom) + ' ' + coalesce(toString(e.validTo), 'now') AS row ORDER BY row
        """);
  }

  private static ProductPortsDeclared ports(String product, int day, String... inputs) {
    return new ProductPortsDeclared(
        new ProductId(product),
        Stream.of(inputs).map(input -> new ProductInputPort("in", "1.0.0", input)).toList(),
        List.of(),
        "document",
        "digest",
        day(day),
        new Subject("owner"));
  }

  @Test
  void aVersionWritesTheFieldsThatItBringsChangesOrDrops() {
    FieldOutline amount = field("amount");
    FieldOutline secret =
        new FieldOutline(
            "amount", null, "string", null, "confidential", true, "Secret now.", List.of());
    List<LineageChange> history = new ArrayList<>();
    history.addAll(
        LineageChanges.of(published(DAILY, "1.0.0", 1, List.of(), amount, field("rate")), 0));
    history.addAll(
        LineageChanges.of(published(DAILY, "1.1.0", 10, List.of(), amount, field("rate")), 1));
    history.addAll(LineageChanges.of(published(DAILY, "2.0.0", 20, List.of(), secret), 2));
    history.addAll(
        LineageChanges.of(published(DAILY, "2.1.0", 30, List.of(), secret, field("rate")), 3));

    history.forEach(change -> store.write(List.of(change)));

    List<String> once = dump();
    assertThat(
            rows(
                """
                MATCH (v:ContractVersion)-[has:HAS_FIELD]->(f:Field)
                RETURN v.version + ' ' + f.path + ' ' + toString(date(has.validFrom)) + ' '
                  + coalesce(toString(date(has.validTo)), 'now') AS row ORDER BY row
                """))
        .containsExactly(
            "1.0.0 rows.amount 2026-01-02 now",
            "1.0.0 rows.rate 2026-01-02 2026-01-21",
            "2.1.0 rows.rate 2026-01-31 now");
    assertThat(rows("MATCH (f:Field {path: 'rows.amount'}) RETURN f.classification AS row"))
        .containsExactly("confidential");

    store.empty();
    store.write(history);
    assertThat(dump()).isEqualTo(once);
  }

  @Test
  void redeliveryInOtherBatchesEndsInTheSameGraph() {
    List<List<LineageChange>> history =
        List.of(
            mesh(),
            LineageChanges.of(published(DAILY, "1.1.0", 10, List.of(FX), field("amount")), 1),
            LineageChanges.of(published(DAILY, "2.0.0", 20, List.of(RAW), field("amount")), 2),
            LineageChanges.of(
                new ContractVersionDeprecated(new ContractId(DAILY), "1.1.0", "2.0.0", day(50)), 3),
            LineageChanges.of(
                new ContractVersionRetired(new ContractId(DAILY), "1.1.0", day(50)), 4));
    history.forEach(store::write);
    List<String> once = dump();

    history.forEach(store::write);
    assertThat(dump()).isEqualTo(once);
    store.write(history.stream().flatMap(List::stream).toList());
    assertThat(dump()).isEqualTo(once);

    store.empty();
    store.write(history.stream().flatMap(List::stream).toList());
    assertThat(dump()).isEqualTo(once);
  }

  @Test
  void anEventOlderThanTheLastOneTakenChangesNothing() {
    store.write(LineageChanges.of(published(DAILY, "1.1.0", 10, List.of(FX)), 5));
    List<String> before = edges();

    store.write(LineageChanges.of(published(DAILY, "1.0.0", 1, List.of(RAW)), 2));

    assertThat(edges()).isEqualTo(before);
    assertThat(rows("MATCH (c:Contract {id: '" + DAILY + "'}) RETURN c.version AS row"))
        .containsExactly("1.1.0");
  }

  @Test
  void whatIsNoContractIdIsNoPartOfTheLineage() {
    store.write(
        LineageChanges.of(
            published(
                DAILY,
                "1.0.0",
                1,
                List.of("a spreadsheet", DAILY, RAW),
                field("amount", "nowhere", "x#y", RAW + "#", DAILY + "#rows.amount")),
            0));

    assertThat(openUpstream()).containsExactly("billing/invoices");
    assertThat(rows("MATCH (:Field)-[e:DERIVES_FROM]->() RETURN e.key AS row")).isEmpty();
  }

  @Test
  void havingTheStatementsPlannedWritesNothing() {
    store.prepare();

    assertThat(dump()).isEmpty();
  }

  @Test
  void emptyingLeavesConstraintsAndOtherNodes() {
    store.write(mesh());

    store.empty();

    assertThat(dump()).isEmpty();
    assertThat(rows("MATCH (s:SchemaStep) RETURN toString(s.version) AS row"))
        .containsExactlyInAnyOrder("1", "2", "3", "4", "5");
  }

  @Test
  void aFieldNameOfAnyLengthHasItsNode() {
    String longName = "x".repeat(40_000);
    store.write(
        LineageChanges.of(
            published(DAILY, "1.0.0", 1, List.of(), field(longName), field(longName + "y")), 0));

    assertThat(rows("MATCH (f:Field) RETURN toString(size(f.path)) AS row ORDER BY row"))
        .containsExactly("40005", "40006");
  }

  @Test
  void aStatementThatTheGraphRefusesIsToldFromAGraphThatIsGone() {
    RuntimeException refused =
        catchThrowableOfType(RuntimeException.class, () -> rows("RETURN 1 / 0 AS row"));
    assertThat(store.refuses(refused)).as(refused.toString()).isTrue();

    try (Driver nowhere = StoreClients.neo4j("bolt://127.0.0.1:1", TestEngines.neo4jAuth())) {
      LineageStore gone = new LineageStore(nowhere, new GraphSchema(nowhere));
      RuntimeException unreachable =
          catchThrowableOfType(RuntimeException.class, () -> gone.write(mesh()));
      assertThat(gone.refuses(unreachable)).isFalse();
    }
  }

  private static List<LineageChange> mesh() {
    List<LineageChange> changes = new ArrayList<>();
    for (String domain : List.of("payments", "billing", "treasury")) {
      changes.addAll(LineageChanges.of(domain(domain), 0));
    }
    for (String product : List.of("payments/settlements", "billing/invoices", "treasury/rates")) {
      changes.addAll(LineageChanges.of(product(product), 0));
    }
    changes.addAll(LineageChanges.of(published(RAW, "1.0.0", 1, List.of(), field("total")), 0));
    changes.addAll(LineageChanges.of(published(FX, "1.0.0", 1, List.of(), field("rate")), 0));
    changes.addAll(
        LineageChanges.of(
            published(
                DAILY,
                "1.0.0",
                1,
                List.of(RAW, FX),
                field("amount", RAW + "#rows.total"),
                field("currency")),
            0));
    changes.addAll(
        LineageChanges.of(
            new ConsumerRegistered(
                new ConsumerId("finance:dashboard"),
                "Dashboard",
                ConsumerKind.DASHBOARD,
                "To see",
                List.of(new ContractRead(new ContractId(DAILY), List.of("rows.amount"))),
                new Subject("someone"),
                day(2),
                List.of()),
            0));
    return changes;
  }

  @Test
  void whatIsOlderGivesWayAlsoWhereTheNewerOneIsNotCommittedYet() {
    store.write(LineageChanges.of(product("payments/settlements"), 0));
    CompletableFuture<Void> older;
    try (Session session = driver.session()) {
      older =
          session.executeWrite(newer -> {
            new LineageBatch(LineageChanges.of(renamed("Newer"), 2)).write(newer);
            CompletableFuture<Void> started =
                CompletableFuture.runAsync(
                    () -> store.write(LineageChanges.of(renamed("Older"), 1)),
                    task -> Thread.ofVirtual().start(task));
            awaitBlocked();
            return started;
          });
    }
    older.join();

    assertThat(rows("MATCH (p:DataProduct {id: 'payments/settlements'}) RETURN p.name AS row"))
        .containsExactly("Newer");
  }

  private static void awaitBlocked() {
    Instant deadline = Instant.now().plusSeconds(30);
    while (rows("SHOW TRANSACTIONS YIELD status AS row WHERE row STARTS WITH 'Blocked' RETURN row")
        .isEmpty()) {
      assertThat(Instant.now()).isBefore(deadline);
    }
  }

  @Test
  void whatAConsumerDoesNotReadAnyMoreIsClosedAndWhatItReadsOtherwiseIsAnotherEdge() {
    store.write(LineageChanges.of(consumer(2, read(DAILY, "rows.amount"), read(RAW), read(FX)), 0));
    store.write(LineageChanges.of(consumer(9, read(DAILY, "rows.rate"), read(RAW)), 1));
    List<String> once =
        List.of(
            RAW + " [] 2026-01-03 now",
            DAILY + " [rows.amount] 2026-01-03 2026-01-10",
            DAILY + " [rows.rate] 2026-01-10 now",
            FX + " [] 2026-01-03 2026-01-10");
    assertThat(reads()).containsExactlyElementsOf(once);

    store.write(LineageChanges.of(consumer(2, read(DAILY, "rows.amount"), read(RAW), read(FX)), 0));
    assertThat(reads()).containsExactlyElementsOf(once);

    store.empty();
    store.write(
        Stream.of(
                LineageChanges.of(consumer(2, read(DAILY, "rows.amount"), read(RAW), read(FX)), 0),
                LineageChanges.of(consumer(9, read(DAILY, "rows.rate"), read(RAW)), 1))
            .flatMap(List::stream)
            .toList());
    assertThat(reads()).containsExactlyElementsOf(once);
  }

  @Test
  void aFieldThatDerivesFromAnotherContractsMakesThatUpstream() {
    store.write(
        LineageChanges.of(
            published(
                DAILY,
                "1.0.0",
                1,
                List.of(),
                field("amount", RAW + "#rows.total", DAILY + "#rows.rate")),
            0));

    assertThat(openUpstream()).containsExactly("billing/invoices");
  }

  private static ConsumerRegistered consumer(int day, ContractRead... reads) {
    return new ConsumerRegistered(
        new ConsumerId("finance:dashboard"),
        "CFO",
        ConsumerKind.DASHBOARD,
        "To see",
        List.of(reads),
        new Subject("someone"),
        day(day),
        List.of());
  }

  private static ContractRead read(String contract, String... fields) {
    return new ContractRead(new ContractId(contract), List.of(fields));
  }

  private static List<String> reads() {
    return rows(
        """
        MATCH (:Consumer)-[e:READS]->(c)
        RETURN c.id + ' [' + reduce(all = '', field IN e.fields | all + field) + '] '
          + toString(date(e.validFrom)) + ' '
          + coalesce(toString(date(e.validTo)), 'now') AS row ORDER BY row, e.validFrom
        """);
  }

  private static DataProductRegistered renamed(String name) {
    DataProductRegistered first = product("payments/settlements");
    return new DataProductRegistered(
        first.product(), name, first.description(), first.owner(), first.registeredAt());
  }

  private static List<String> openUpstream() {
    return rows(
        """
        MATCH (:DataProduct {id: 'payments/settlements'})-[e:DERIVES_FROM]->(u:DataProduct)
        WHERE e.validTo IS NULL
        RETURN u.id AS row ORDER BY row
        """);
  }

  private static List<String> placeholders() {
    return rows("MATCH (n {placeholder: true}) RETURN labels(n)[0] + ' ' + n.id AS row");
  }

  private static List<String> edges() {
    return rows(
        "MATCH ()-[e:DERIVES_FROM]->() RETURN e.key + coalesce(toString(e.validTo), '') AS row"
            + " ORDER BY row");
  }

  private static List<String> dump() {
    List<String> all = new ArrayList<>();
    try (Session session = driver.session()) {
      session
          .run("MATCH (n) WHERE NOT n:SchemaStep RETURN labels(n) AS l, properties(n) AS p")
          .forEachRemaining(row -> all.add(row.get("l") + " " + sorted(row.get("p").asMap())));
      session
          .run(
              "MATCH (a)-[e]->(b) RETURN coalesce(a.key, a.id) AS a, type(e) AS t,"
                  + " properties(e) AS p, coalesce(b.key, b.id) AS b")
          .forEachRemaining(row ->
              all.add(
                  row.get("a")
                      + " "
                      + row.get("t")
                      + " "
                      + sorted(row.get("p").asMap())
                      + " "
                      + row.get("b")));
    }
    return all.stream().sorted().toList();
  }

  private static String sorted(Map<String, Object> properties) {
    return new java.util.TreeMap<>(properties).toString();
  }

  private static List<String> rows(String query) {
    try (Session session = driver.session()) {
      return session.run(query).list(row -> row.get("row").asString());
    }
  }
}
