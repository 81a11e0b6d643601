package io.concordat.queryside.lineage;

import static io.concordat.queryside.Samples.day;
import static io.concordat.queryside.Samples.product;
import static io.concordat.queryside.lineage.DeclaredLineage.consumer;
import static io.concordat.queryside.lineage.DeclaredLineage.contract;
import static io.concordat.queryside.lineage.DeclaredLineage.ports;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.messages.InvalidValue;
import io.concordat.messages.mesh.FieldPair;
import io.concordat.messages.mesh.FindImpact;
import io.concordat.messages.mesh.FindLineage;
import io.concordat.messages.mesh.FindLineagePaths;
import io.concordat.messages.mesh.ImpactView;
import io.concordat.messages.mesh.LineageDirection;
import io.concordat.messages.mesh.LineageEdgeView;
import io.concordat.messages.mesh.LineageGraphView;
import io.concordat.messages.mesh.LineageNodeView;
import io.concordat.messages.mesh.LineagePathsView;
import io.concordat.queryside.ReadSide;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is affected: orders → (by field) billing → (by field) ledger, and (as a whole) → stats. */
class ImpactQueriesTest {

  private static ReadSide side;

  @BeforeAll
  static void mesh() {
    side = ReadSide.empty();
    side.happened(
        product("orders/carts"),
        product("shop/baskets"),
        contract(
            "orders/carts/open",
            List.of(),
            Map.of("id", List.of(), "amount", List.of(), "nobody", List.of())),
        contract(
            "billing/invoices/daily",
            List.of("orders/carts/open"),
            Map.of(
                "total", List.of("orders/carts/open#rows.amount"),
                "order", List.of("orders/carts/open#rows.id"))),
        contract(
            "ledger/entries/daily",
            List.of("billing/invoices/daily"),
            Map.of("debit", List.of("billing/invoices/daily#rows.total"), "other", List.of())),
        contract("stats/orders/daily", List.of("orders/carts/open"), Map.of("n", List.of())),
        consumer("finance:debits", "ledger/entries/daily", "rows.debit"),
        consumer("finance:orders", "billing/invoices/daily", "rows.order"),
        consumer("ceo:numbers", "stats/orders/daily", "rows.n"),
        consumer("web:shop", "orders/carts/open", "rows.id"),
        consumer("web:all", "orders/carts/open"),
        contract("taxes/rates/daily", List.of(), Map.of("rate", List.of())),
        contract("taxes/codes/daily", List.of(), Map.of("code", List.of())),
        contract("taxes/old/daily", List.of(), Map.of("code", List.of())),
        contract("shop/baskets/daily", List.of(), Map.of("id", List.of())),
        contract("shop/baskets/hourly", List.of("taxes/codes/daily"), Map.of("id", List.of())),
        ports("shop/baskets", "taxes/old/daily"),
        ports("shop/baskets", "taxes/rates/daily", "taxes/codes/daily"),
        consumer("web:baskets", "shop/baskets/daily", "rows.id"),
        contract("loop/a/c", List.of("loop/c/c"), Map.of("x", List.of("loop/c/c#rows.x"))),
        contract("loop/b/c", List.of(), Map.of("x", List.of("loop/a/c#rows.x"))),
        contract("loop/c/c", List.of("loop/b/c"), Map.of("x", List.of("loop/b/c#rows.x"))),
        contract("nest/a/c", List.of(), Map.of("addr.zip", List.of(), "addr", List.of())),
        contract("nest/b/c", List.of(), Map.of("zip", List.of("nest/a/c#rows.addr.zip"))),
        contract("nest/c/c", List.of(), Map.of("all", List.of("nest/a/c#rows.addr"))),
        contract("past/a/c", List.of(), Map.of("x", List.of())),
        contract("past/b/c", List.of(), Map.of("x", List.of("past/a/c#rows.x"))),
        consumer("past:board", "past/b/c", "rows.x"));
    side.happened(
        contract("past/b/c", 20, List.of("past/a/c"), Map.of("x", List.of())),
        consumer("past:board", 30, "past/a/c", "rows.x"));
  }

  @AfterAll
  static void close() {
    side.close();
  }

  @Test
  void aFieldIsFollowedThroughWhatDerivesFromIt() {
    assertThat(told("orders/carts/open", "rows.amount"))
        .containsExactly(
            "1 billing/invoices/daily FIELD [rows.total]",
            "1 stats/orders/daily PRODUCT []",
            "1 web:all PRODUCT []",
            "2 ceo:numbers PRODUCT []",
            "2 ledger/entries/daily FIELD [rows.debit]",
            "3 finance:debits FIELD [rows.debit]");
  }

  @Test
  void anotherFieldReachesOthers() {
    assertThat(told("orders/carts/open", "rows.id"))
        .containsExactly(
            "1 billing/invoices/daily FIELD [rows.order]",
            "1 stats/orders/daily PRODUCT []",
            "1 web:all PRODUCT []",
            "1 web:shop FIELD [rows.id]",
            "2 ceo:numbers PRODUCT []",
            "2 finance:orders FIELD [rows.order]");
  }

  @Test
  void withoutFieldsEverythingDownstreamIsAffected() {
    assertThat(told("orders/carts/open")).hasSize(8);
    assertThat(told("orders/carts")).isEqualTo(told("orders/carts/open"));
  }

  @Test
  void aFieldThatNobodyReadsAffectsWhoeverDoesNotSay() {
    assertThat(told("orders/carts/open", "rows.nobody"))
        .containsExactly(
            "1 stats/orders/daily PRODUCT []", "1 web:all PRODUCT []", "2 ceo:numbers PRODUCT []");
    assertThat(told("ledger/entries/daily", "rows.other")).isEmpty();
  }

  @Test
  void aFieldThatTheContractNeverHadIsNoFieldThatNobodyReads() {
    assertThat(unknown("orders/carts/open", "rows.amount", "rows.amuont", "rows.amount.cents"))
        .containsExactly("rows.amount.cents", "rows.amuont");
    assertThat(unknown("orders/carts/open", "rows", "rows.id", "rows.amount[]")).isEmpty();
    assertThat(unknown("orders/carts/open", "row")).containsExactly("row");
  }

  @Test
  void aPortIsReadByTheContractsOfItsProduct() {
    assertThat(told("taxes/rates/daily"))
        .containsExactly(
            "1 shop/baskets/daily PRODUCT []",
            "1 shop/baskets/hourly PRODUCT []",
            "2 web:baskets PRODUCT []");
  }

  @Test
  void aPortThatAContractDeclaresItselfIsReadByNoOther() {
    assertThat(told("taxes/codes/daily")).containsExactly("1 shop/baskets/hourly PRODUCT []");
  }

  @Test
  void aPortThatIsNoLongerDeclaredIsReadByNobody() {
    assertThat(told("taxes/old/daily")).isEmpty();
  }

  @Test
  void cyclesEnd() {
    assertThat(told("loop/a/c", "rows.x"))
        .containsExactly("1 loop/b/c FIELD [rows.x]", "2 loop/c/c FIELD [rows.x]");
    assertThat(told("loop/a/c")).hasSize(2);
  }

  @Test
  void aPartAndTheWholeOfAFieldChangeWithEachOther() {
    assertThat(told("nest/a/c", "rows.addr"))
        .containsExactly("1 nest/b/c FIELD [rows.zip]", "1 nest/c/c FIELD [rows.all]");
    assertThat(told("nest/a/c", "rows.addr.zip"))
        .containsExactly("1 nest/b/c FIELD [rows.zip]", "1 nest/c/c FIELD [rows.all]");
    assertThat(told("nest/a/c", "rows"))
        .containsExactly("1 nest/b/c FIELD [rows.zip]", "1 nest/c/c FIELD [rows.all]");
  }

  @Test
  void impactIsAskedAsOfATime() {
    assertThat(told(new FindImpact("past/a/c", List.of("rows.x"), day(10), 50, 100)))
        .containsExactly("1 past/b/c FIELD [rows.x]", "2 past:board FIELD [rows.x]");
    assertThat(told(new FindImpact("past/a/c", List.of("rows.x"), day(25), 50, 100)))
        .containsExactly("1 past/b/c PRODUCT []", "2 past:board PRODUCT []");
    assertThat(told("past/a/c", "rows.x"))
        .containsExactly("1 past/b/c PRODUCT []", "1 past:board FIELD [rows.x]");
    assertThat(
            side.ask(new FindImpact("past/a/c", List.of("rows.x"), day(0), 50, 100))
                .orElseThrow()
                .unknown())
        .containsExactly("rows.x");
  }

  @Test
  void whatIsCutOffIsSaidToBe() {
    ImpactView near =
        side.ask(new FindImpact("orders/carts/open", List.of(), null, 1, 100)).orElseThrow();
    assertThat(near.affected()).allMatch(each -> each.depth() == 1);
    assertThat(near.truncated()).isTrue();

    ImpactView few =
        side.ask(new FindImpact("orders/carts/open", List.of(), null, 50, 3)).orElseThrow();
    assertThat(few.affected()).hasSize(3);
    assertThat(few.count()).isEqualTo(8);
    assertThat(few.truncated()).isTrue();

    ImpactView all =
        side.ask(new FindImpact("orders/carts/open", List.of(), null, 3, 8)).orElseThrow();
    assertThat(all.truncated()).isFalse();
  }

  @Test
  void aPathTellsTheFieldsOnTheWay() {
    assertThat(ways("orders/carts/open", "finance:debits", null, "rows.amount"))
        .containsExactly(
            "orders/carts/open -> billing/invoices/daily by [billing/invoices/daily] rows.amount>rows.total"
                + ", billing/invoices/daily -> ledger/entries/daily by [ledger/entries/daily] rows.total>rows.debit"
                + ", ledger/entries/daily -> finance:debits by [finance:debits] rows.debit>");
    assertThat(ways("orders/carts", "ceo:numbers", null))
        .containsExactly(
            "orders/carts/open -> stats/orders/daily by [stats/orders/daily]"
                + ", stats/orders/daily -> ceo:numbers by [ceo:numbers]");
    assertThat(ways("taxes/rates/daily", "shop/baskets", null))
        .containsExactly(
            "taxes/rates/daily -> shop/baskets/daily by [shop/baskets]",
            "taxes/rates/daily -> shop/baskets/hourly by [shop/baskets]");
    assertThat(ways("past/a/c", "past:board", day(10), "rows.x"))
        .containsExactly(
            "past/a/c -> past/b/c by [past/b/c] rows.x>rows.x"
                + ", past/b/c -> past:board by [past:board] rows.x>");
  }

  @Test
  void whatIsNotAffectedHasNoPath() {
    assertThat(ways("orders/carts/open", "finance:debits", null, "rows.id")).isEmpty();
    assertThat(ways("web:shop", "orders/carts", null)).isEmpty();
    assertThat(side.ask(new FindLineagePaths("orders/carts", List.of(), "no:body", null, 3)))
        .isEmpty();
    assertThat(side.ask(new FindLineagePaths("no/body", List.of(), "orders/carts", null, 3)))
        .isEmpty();
  }

  @Test
  void fieldsAreFollowedToFields() {
    LineageGraphView graph =
        side.ask(
                new FindLineage(
                    "orders/carts/open#rows.amount", LineageDirection.DOWNSTREAM, 1, null))
            .orElseThrow();
    assertThat(graph.nodes())
        .extracting(each -> each.kind() + " " + each.id() + " " + each.hiddenDownstream())
        .containsExactly(
            "FIELD orders/carts/open#rows.amount 0", "FIELD billing/invoices/daily#rows.total 1");
    assertThat(
            side.ask(
                    new FindLineage(
                        "ledger/entries/daily#rows.debit", LineageDirection.DOWNSTREAM, 5, null))
                .orElseThrow()
                .nodes())
        .extracting(LineageNodeView::id)
        .containsExactly("ledger/entries/daily#rows.debit", "finance:debits");
    assertThat(
            side.ask(
                    new FindLineage(
                        "ledger/entries/daily#rows.debit", LineageDirection.UPSTREAM, 5, null))
                .orElseThrow()
                .nodes())
        .hasSize(3);
  }

  @Test
  void edgesSayWhichFieldsDeriveFromWhich() {
    assertThat(
            side.ask(new FindLineage("ledger/entries", LineageDirection.UPSTREAM, 1, null, true))
                .orElseThrow()
                .edges())
        .extracting(LineageEdgeView::fields)
        .containsExactly(
            List.of(
                new FieldPair(
                    "billing/invoices/daily#rows.total", "ledger/entries/daily#rows.debit")));
    assertThat(
            side.ask(new FindLineage("web:shop", LineageDirection.UPSTREAM, 1, null, true))
                .orElseThrow()
                .edges())
        .extracting(LineageEdgeView::fields)
        .containsExactly(List.of(new FieldPair("orders/carts/open#rows.id", "web:shop")));
  }

  @Test
  void aConsumerHasNobodyBehindIt() {
    assertThat(told("web:shop")).isEmpty();
  }

  @Test
  void whatIsUnknownIsSaidToBe() {
    assertThat(side.ask(new FindImpact("no/such/contract", List.of()))).isEmpty();
    assertThat(side.ask(new FindImpact("no/such", List.of()))).isEmpty();
    assertThat(side.ask(new FindImpact("no:body", List.of()))).isEmpty();
    assertThatThrownBy(() -> new FindImpact("orders/carts", List.of("rows.id")))
        .isInstanceOf(InvalidValue.class);
  }

  private static List<String> told(String of, String... fields) {
    return told(new FindImpact(of, List.of(fields)));
  }

  private static List<String> ways(String from, String to, Instant asOf, String... fields) {
    return side
        .ask(new FindLineagePaths(from, List.of(fields), to, asOf, 5))
        .orElseThrow()
        .paths()
        .stream()
        .map(path ->
            path.hops().stream().map(ImpactQueriesTest::hop).collect(Collectors.joining(", ")))
        .toList();
  }

  private static String hop(LineagePathsView.Hop hop) {
    LineageEdgeView edge = hop.edge();
    return edge.upstream()
        + " -> "
        + edge.downstream()
        + " by "
        + edge.declaredBy()
        + edge.fields().stream()
            .map(pair -> " " + path(pair.upstream()) + ">" + path(pair.downstream()))
            .collect(Collectors.joining());
  }

  private static String path(String key) {
    return key.indexOf('#') < 0 ? "" : key.substring(key.indexOf('#') + 1);
  }

  private static List<String> told(FindImpact query) {
    ImpactView impact = side.ask(query).orElseThrow();
    return impact.affected().stream()
        .map(each -> each.depth() + " " + each.id() + " " + each.level() + " " + each.fields())
        .toList();
  }

  private static List<String> unknown(String of, String... fields) {
    return side.ask(new FindImpact(of, List.of(fields))).orElseThrow().unknown();
  }
}
