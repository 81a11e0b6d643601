package io.concordat.queryside.lineage;

import static io.concordat.queryside.Samples.day;
import static io.concordat.queryside.Samples.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.localstack.TestEngines;
import io.concordat.messages.Event;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.FieldOutline;
import io.concordat.messages.contract.ObjectOutline;
import io.concordat.messages.mesh.AffectedKind;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.ConsumerKind;
import io.concordat.messages.mesh.ConsumerRegistered;
import io.concordat.messages.mesh.ContractRead;
import io.concordat.messages.mesh.DatasetName;
import io.concordat.messages.mesh.FindImpact;
import io.concordat.messages.mesh.FindLineage;
import io.concordat.messages.mesh.FindLineagePaths;
import io.concordat.messages.mesh.ImpactView.Affected;
import io.concordat.messages.mesh.LineageDirection;
import io.concordat.messages.mesh.LineageGraphView;
import io.concordat.messages.mesh.LineageNodeView;
import io.concordat.messages.observed.LineageStatement.Column;
import io.concordat.messages.observed.LineageStatement.ColumnSource;
import io.concordat.messages.observed.LineageStatement.JobName;
import io.concordat.messages.observed.LineageStatement.ObservedDataset;
import io.concordat.messages.observed.LineageStatement.OfRun;
import io.concordat.messages.observed.LineageStatement.RunState;
import io.concordat.messages.policy.Verdict;
import io.concordat.projections.observed.ObservedEntry;
import io.concordat.projections.observed.ObservedLineage;
import io.concordat.queryside.ReadSide;
import io.concordat.readstore.StoreClients;
import io.concordat.readstore.graph.GraphSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;

/**
 * Orders go by columns through a staging table to billing, and by tables through a dump to stats,
 * which nobody declares; the ledger declares by which field it reads orders, and its job does not.
 */
class ObservedImpactTest {

  private static ReadSide side;

  @BeforeAll
  static void mesh() {
    String neo4j = TestEngines.neo4j();
    side = ReadSide.over(TestEngines.mongo(), neo4j);
    side.happened(
        product("seen-shop/orders"),
        product("seen-fin/billing"),
        product("seen-led/entries"),
        product("seen-stats/all"),
        contract(
            "seen-shop/orders/c", "orders", Map.of("id", List.of(), "amount", List.of()), "AMT"),
        contract("seen-fin/billing/c", "invoices", Map.of("total", List.of()), null),
        contract(
            "seen-led/entries/c",
            "ledger",
            Map.of("debit", List.of("seen-shop/orders/c#rows.id")),
            null,
            "seen-shop/orders/c"),
        contract("seen-stats/all/c", "stats", Map.of("n", List.of()), null),
        consumer("seen-cfo:board", "seen-fin/billing/c", "rows.total"),
        consumer("seen-ceo:numbers", "seen-stats/all/c", "rows.n"));
    try (Driver driver = StoreClients.neo4j(neo4j, TestEngines.neo4jAuth())) {
      List<ObservedEntry> entries = new ArrayList<>();
      for (OfRun run :
          List.of(
              run("bill", "orders", "staging", source("amt", "orders", "amt")),
              run("load", "staging", "invoices", source("TOTAL", "staging", "amt")),
              run("copy", "orders", "dump"),
              run("count", "dump", "stats"),
              run("again", "stats", "dump"),
              run("book", "orders", "ledger"))) {
        entries.add(new ObservedEntry(entries.size() + 1, run));
      }
      ObservedLineage lineage = new ObservedLineage(driver, new GraphSchema(driver));
      lineage.empty();
      assertThat(lineage.write(entries, 0)).isTrue();
    }
  }

  @AfterAll
  static void close() {
    side.close();
  }

  @Test
  void aFieldIsFollowedThroughColumnsThatNobodyDeclares() {
    assertThat(told(null, "rows.amount"))
        .containsExactlyInAnyOrder(
            "1 DATASET dump PRODUCT []",
            "1 DATASET staging FIELD [amt]",
            "2 CONTRACT seen-fin/billing/c FIELD [rows.total]",
            "2 CONTRACT seen-stats/all/c PRODUCT []",
            "3 CONSUMER seen-cfo:board FIELD [rows.total]",
            "3 CONSUMER seen-ceo:numbers PRODUCT []");
  }

  @Test
  void whatIsDeclaredByFieldIsNotWidenedByAJobThatDoesNotTellColumns() {
    assertThat(told(null, "rows.id"))
        .containsExactlyInAnyOrder(
            "1 CONTRACT seen-led/entries/c FIELD [rows.debit]",
            "1 DATASET dump PRODUCT []",
            "2 CONTRACT seen-stats/all/c PRODUCT []",
            "3 CONSUMER seen-ceo:numbers PRODUCT []");
  }

  @Test
  void beforeTheJobsRanOnlyWhatWasDeclaredIsTold() {
    assertThat(told(day(3), "rows.amount")).isEmpty();
    assertThat(told(day(3), "rows.id"))
        .containsExactly("1 CONTRACT seen-led/entries/c FIELD [rows.debit]");
  }

  @Test
  void allFieldsOfTheContractReachEverything() {
    assertThat(told(null)).hasSize(7);
  }

  @Test
  void aDatasetWithoutAContractCanBeAskedAbout() {
    assertThat(affected(new FindImpact(idOf("staging"), List.of())))
        .containsExactlyInAnyOrder(
            "1 CONTRACT seen-fin/billing/c FIELD [rows.total]",
            "2 CONSUMER seen-cfo:board FIELD [rows.total]");
  }

  @Test
  void thePathGoesThroughTheDataset() {
    assertThat(
            side.ask(
                    new FindLineagePaths(
                        "seen-shop/orders/c", List.of("rows.amount"), "seen-cfo:board", null, 3))
                .orElseThrow()
                .paths())
        .singleElement()
        .satisfies(path ->
            assertThat(path.hops())
                .extracting(
                    hop -> hop.level() + " " + hop.edge().origin() + " " + hop.edge().jobs())
                .containsExactly(
                    "FIELD OBSERVED [n/bill]", "FIELD OBSERVED [n/load]", "FIELD DECLARED []"));
  }

  @Test
  void lineageTellsHowEachEdgeIsKnown() {
    LineageGraphView graph = lineage("seen-shop/orders", LineageDirection.DOWNSTREAM, 1);
    assertThat(graph.nodes())
        .extracting(node -> node.kind() + " " + node.name() + " " + node.hiddenDownstream())
        .containsExactlyInAnyOrder(
            "DATA_PRODUCT Product seen-shop/orders 0",
            "DATA_PRODUCT Product seen-led/entries 0",
            "DATASET staging 1",
            "DATASET dump 1");
    assertThat(graph.edges())
        .extracting(edge -> edge.origin() + " " + edge.declaredBy() + " " + edge.jobs())
        .containsExactlyInAnyOrder(
            "BOTH [seen-led/entries/c] [n/book]", "OBSERVED [] [n/bill]", "OBSERVED [] [n/copy]");
  }

  @Test
  void lineageIsWalkedUpThroughDatasets() {
    assertThat(lineage("seen-fin/billing", LineageDirection.UPSTREAM, 5).nodes())
        .extracting(LineageNodeView::name)
        .containsExactly("Product seen-fin/billing", "staging", "Product seen-shop/orders");
    assertThat(lineage(idOf("staging"), LineageDirection.UPSTREAM, 1).nodes()).hasSize(2);
    assertThat(
            side.ask(new FindLineage("seen-fin/billing", LineageDirection.UPSTREAM, 5, day(3)))
                .orElseThrow()
                .nodes())
        .hasSize(1);
  }

  @Test
  void aFieldsLineageGoesAlongColumns() {
    LineageGraphView down =
        lineage("seen-shop/orders/c#rows.amount", LineageDirection.DOWNSTREAM, 5);
    String staging = idOf("staging") + "#amt";
    assertThat(down.nodes())
        .extracting(node -> node.depth() + " " + node.kind() + " " + node.id())
        .containsExactly(
            "0 FIELD seen-shop/orders/c#rows.amount",
            "1 FIELD " + staging,
            "2 FIELD seen-fin/billing/c#rows.total",
            "3 DASHBOARD seen-cfo:board");
    assertThat(down.edges())
        .extracting(edge ->
            edge.upstream() + " " + edge.origin() + " " + edge.jobs() + " " + edge.contract())
        .containsExactlyInAnyOrder(
            "seen-shop/orders/c#rows.amount OBSERVED [n/bill] seen-shop/orders/c",
            staging + " OBSERVED [n/load] null",
            "seen-fin/billing/c#rows.total DECLARED [] seen-fin/billing/c");

    assertThat(lineage(staging, LineageDirection.UPSTREAM, 1).nodes())
        .extracting(node -> node.id() + " " + node.name() + " " + node.hiddenDownstream())
        .containsExactly(staging + " amt 1", "seen-shop/orders/c#rows.amount rows.amount 0");
    assertThat(
            side.ask(
                    new FindLineage(
                        "seen-shop/orders/c#rows.amount", LineageDirection.DOWNSTREAM, 5, day(3)))
                .orElseThrow()
                .nodes())
        .hasSize(1);
    assertThat(
            side.ask(
                new FindLineage(idOf("staging") + "#none", LineageDirection.DOWNSTREAM, 1, null)))
        .isEmpty();
  }

  @Test
  void circlesEnd() {
    assertThat(lineage("seen-stats/all", LineageDirection.DOWNSTREAM, 50).nodes()).hasSize(3);
    assertThat(affected(new FindImpact("seen-stats/all/c", List.of("rows.n"))))
        .contains("1 DATASET dump PRODUCT []");
  }

  private static LineageGraphView lineage(String of, LineageDirection direction, int depth) {
    return side.ask(new FindLineage(of, direction, depth, null)).orElseThrow();
  }

  private static String idOf(String dataset) {
    return lineage("seen-shop/orders", LineageDirection.DOWNSTREAM, 1).nodes().stream()
        .filter(node -> node.name().equals(dataset))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static List<String> told(@Nullable Instant asOf, String... fields) {
    return affected(
        new FindImpact(
            "seen-shop/orders/c", List.of(fields), asOf, FindImpact.FURTHEST, FindImpact.LISTED));
  }

  private static List<String> affected(FindImpact query) {
    return side.ask(query).orElseThrow().affected().stream().map(ObservedImpactTest::line).toList();
  }

  private static String line(Affected each) {
    return each.depth()
        + " "
        + each.kind()
        + " "
        + (each.kind() == AffectedKind.DATASET ? each.name() : each.id())
        + " "
        + each.level()
        + " "
        + each.fields();
  }

  private static ColumnSource source(String column, String dataset, String from) {
    return new ColumnSource(column, new DatasetName("n", dataset), from, false);
  }

  private static OfRun run(String job, String in, String out, ColumnSource... sources) {
    return new OfRun(
        day(5),
        RunState.COMPLETE,
        "run",
        new JobName("n", job),
        List.of(dataset(in, null, null)),
        List.of(
            sources.length == 0
                ? dataset(out, null, null)
                : dataset(
                    out,
                    Stream.of(sources).map(each -> new Column(each.column(), "int")).toList(),
                    List.of(sources))));
  }

  private static ObservedDataset dataset(
      String name, @Nullable List<Column> columns, @Nullable List<ColumnSource> sources) {
    return new ObservedDataset(new DatasetName("n", name), columns, sources, null, List.of());
  }

  private static Event consumer(String id, String contract, String field) {
    return new ConsumerRegistered(
        new ConsumerId(id),
        id,
        ConsumerKind.DASHBOARD,
        "To see",
        List.of(new ContractRead(new ContractId(contract), List.of(field))),
        new Subject("someone"),
        day(2),
        List.of());
  }

  private static Event contract(
      String id,
      String dataset,
      Map<String, List<String>> sourcesByField,
      @Nullable String amountName,
      String... upstream) {
    return new ContractVersionPublished(
        new ContractId(id),
        "1.0.0",
        "document",
        "digest",
        new ContractOutline(
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
                    sourcesByField.entrySet().stream()
                        .map(field ->
                            new FieldOutline(
                                field.getKey(),
                                field.getKey().equals("amount") ? amountName : null,
                                "string",
                                null,
                                null,
                                true,
                                null,
                                field.getValue()))
                        .toList(),
                    List.of(new DatasetName("n", dataset))))),
        new Verdict(1, List.of()),
        null,
        List.of(),
        day(1),
        new Subject("publisher"));
  }
}
