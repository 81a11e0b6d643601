package io.concordat.queryside.lineage;

import static io.concordat.queryside.Samples.day;
import static io.concordat.queryside.Samples.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.concordat.messages.Event;
import io.concordat.messages.InvalidValue;
import io.concordat.messages.Subject;
import io.concordat.messages.contract.ContractId;
import io.concordat.messages.contract.ContractOutline;
import io.concordat.messages.contract.ContractVersionPublished;
import io.concordat.messages.contract.FieldOutline;
import io.concordat.messages.contract.ObjectOutline;
import io.concordat.messages.mesh.ConsumerId;
import io.concordat.messages.mesh.ConsumerKind;
import io.concordat.messages.mesh.ConsumerRegistered;
import io.concordat.messages.mesh.ContractRead;
import io.concordat.messages.mesh.FindImpact;
import io.concordat.messages.mesh.ImpactView;
import io.concordat.messages.mesh.ProductId;
import io.concordat.messages.mesh.ProductInputPort;
import io.concordat.messages.mesh.ProductPortsDeclared;
import io.concordat.messages.policy.Verdict;
import io.concordat.queryside.ReadSide;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
        consumer("web:baskets", "shop/baskets/daily", "rows.id"));
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
    ImpactView impact = side.ask(new FindImpact(of, List.of(fields))).orElseThrow();
    return impact.affected().stream()
        .map(each -> each.depth() + " " + each.id() + " " + each.level() + " " + each.fields())
        .toList();
  }

  private static List<String> unknown(String of, String... fields) {
    return side.ask(new FindImpact(of, List.of(fields))).orElseThrow().unknown();
  }

  private static Event ports(String product, String... contracts) {
    return new ProductPortsDeclared(
        new ProductId(product),
        Stream.of(contracts).map(id -> new ProductInputPort(id, "1.0.0", id)).toList(),
        List.of(),
        "document",
        "digest",
        day(2),
        new Subject("owner"));
  }

  private static Event consumer(String id, String contract, String... fields) {
    return new ConsumerRegistered(
        new ConsumerId(id),
        id,
        ConsumerKind.DASHBOARD,
        "To see",
        List.of(new ContractRead(new ContractId(contract), List.of(fields))),
        new Subject("someone"),
        day(2));
  }

  private static Event contract(
      String id, List<String> upstream, Map<String, List<String>> sourcesByField) {
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
            upstream,
            List.of(
                new ObjectOutline(
                    "rows",
                    null,
                    null,
                    sourcesByField.entrySet().stream()
                        .map(field ->
                            new FieldOutline(
                                field.getKey(),
                                null,
                                "string",
                                null,
                                null,
                                true,
                                null,
                                field.getValue()))
                        .toList(),
                    List.of()))),
        new Verdict(1, List.of()),
        null,
        List.of(),
        day(1),
        new Subject("publisher"));
  }
}
