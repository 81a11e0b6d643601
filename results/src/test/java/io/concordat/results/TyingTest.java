package io.concordat.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.mesh.DatasetName;
import io.concordat.results.CheckResult.Finding;
import io.concordat.results.CheckResult.Place;
import io.concordat.results.Problem.Code;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TyingTest {

  private static final String ORDERS = "sales/shop/orders";

  private final Tying tying = new Tying(List.of(Shop.orders()));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          shop.public.orders_v1 | ORDER_ID | not_null                                | completeness:order.orderId
          public.orders_v1      | order_id | unique                                  | uniqueness:order.orderId
          orders_v1             | orderId  | expect_column_values_to_be_unique       | uniqueness:order.orderId
          order                 | order_id | missing_count                           | completeness:order.orderId
          SHOP.Public.ORDERS_V1 |          | dbt_expectations.expect_table_row_count_to_be_between | row-count:order
          orders_v1             |          | row_count                               | row-count:order
          orders_v1             |          | source_freshness                        | freshness:order.orderId
          orders_v1             | order_id | freshness                               | freshness:order.orderId
          """,
      delimiter = '|')
  void byDatasetColumnAndKind(String dataset, String column, String check, String commitment) {
    Observed observed = to(tying.tie(check(dataset, column, check)));

    assertThat(observed.contract()).isEqualTo(ORDERS);
    assertThat(observed.commitment()).isEqualTo(commitment);
    assertThat(observed.version()).isNull();
  }

  @Test
  void byTheNameOrIdOfTheRule() {
    assertThat(to(tying.tie(check("orders_v1", "status", "accepted_values", "known-states"))))
        .extracting(Observed::commitment)
        .isEqualTo("validity:order.status:known-states");
    assertThat(to(tying.tie(check("orders_v1", null, "", "TOTALS_MATCH"))).commitment())
        .isEqualTo("custom:order:totals_match");
  }

  @Test
  void byWhatTheResultNames() {
    CheckResult named =
        result(ORDERS, "1.0.0", "row-count:order", List.of(), null, null, "whatever", List.of());
    assertThat(to(tying.tie(named)))
        .extracting(Observed::commitment, Observed::version)
        .containsExactly("row-count:order", "1.0.0");
  }

  @Test
  void byTheNameOfLineage() {
    DatasetName exact = new DatasetName("postgres://db.example.com:5432", "shop.public.orders_v1");
    CheckResult known =
        result(null, null, null, List.of(), exact, "order_id", "not_null", List.of());
    assertThat(to(tying.tie(known)).commitment()).isEqualTo("completeness:order.orderId");

    DatasetName other = new DatasetName("postgres://other:5432", "shop.public.orders_v1");
    CheckResult foreign =
        result(null, null, null, List.of(), other, "order_id", "not_null", List.of());
    assertThat(nothing(tying.tie(foreign)).code()).isEqualTo(Code.RESULT_DATASET_UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          dev.alice.orders_v1   | order_id | not_null        | RESULT_DATASET_UNKNOWN   | sales/shop/orders
          shop.public.customers | id       | not_null        | RESULT_DATASET_UNKNOWN   |
          ''                    | id       | not_null        | RESULT_DATASET_MISSING   | manifest
          orders_v1             | nothing  | not_null        | RESULT_COLUMN_UNKNOWN    |
          orders_v1             | status   | not_null        | RESULT_PROMISE_UNKNOWN   | validity:order.status:known-states
          orders_v1             | order_id | avg             | RESULT_PROMISE_UNKNOWN   | completeness:order.orderId
          orders_v1             | status   | accepted_values | RESULT_PROMISE_AMBIGUOUS | validity:order.status:not_too_old
          """,
      delimiter = '|')
  void whatIsTiedToNothingIsToldWithASuggestion(
      String dataset, String column, String check, Code code, String suggestion) {
    Problem problem = nothing(tying.tie(check(dataset, column, check)));

    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.suggestion()).contains(suggestion == null ? "" : suggestion);
    assertThat(problem.place()).isEqualTo(new Place(7, "$.results[1]"));
  }

  @Test
  void namedContractsMustBeServedAndHaveTheObjectAndThePromise() {
    assertThat(code(result("a/b/orders", null, null, List.of("order"), null, null, "x", List.of())))
        .isEqualTo(Code.RESULT_CONTRACT_UNKNOWN);
    assertThat(code(result(ORDERS, "2.0.0", null, List.of("order"), null, null, "x", List.of())))
        .isEqualTo(Code.RESULT_CONTRACT_UNKNOWN);
    assertThat(code(result(ORDERS, null, null, List.of("other"), null, null, "x", List.of())))
        .isEqualTo(Code.RESULT_DATASET_UNKNOWN);
    assertThat(
            code(result(ORDERS, null, "validity:x", List.of("order"), null, null, "x", List.of())))
        .isEqualTo(Code.RESULT_PROMISE_UNKNOWN);
  }

  @Test
  void theObjectThatSharesMostIsMeant() {
    Tying two =
        new Tying(
            List.of(
                Shop.orders(),
                Shop.orders("sales/archive/orders", "1.0.0", "archive", "orders_v1")));

    assertThat(to(two.tie(check("archive.public.orders_v1", "order_id", "unique"))).contract())
        .isEqualTo("sales/archive/orders");
    Problem ambiguous = nothing(two.tie(check("public.orders_v1", "order_id", "unique")));
    assertThat(ambiguous.code()).isEqualTo(Code.RESULT_DATASET_AMBIGUOUS);
    assertThat(ambiguous.message()).contains("sales/archive/orders, sales/shop/orders");
    assertThat(to(two.tie(check("orders_v1", "order_id", "unique").of(ORDERS))).contract())
        .isEqualTo(ORDERS);
  }

  @Test
  void versionsThatStoreApartAreObservedApart() {
    Tying window =
        new Tying(List.of(Shop.orders(), Shop.orders(ORDERS, "2.0.0", "shop", "orders_v2")));

    assertThat(to(window.tie(check("shop.public.orders_v2", "order_id", "unique"))).version())
        .isEqualTo("2.0.0");
    assertThat(to(window.tie(check("order", "order_id", "unique"))).version()).isNull();
  }

  @Test
  void whatWasNotJudgedSaysNothing() {
    CheckResult skipped =
        new CheckResult(
            "i",
            "p",
            null,
            null,
            null,
            List.of("orders_v1"),
            null,
            "order_id",
            "unique",
            List.of(),
            new Finding.NotJudged("skipped"),
            Instant.EPOCH,
            new Place(1, "$"));

    assertThat(nothing(tying.tie(skipped)))
        .extracting(Problem::code, Problem::message)
        .containsExactly(
            Code.RESULT_NOT_JUDGED, "unique of orders_v1.order_id: It says nothing: skipped");
  }

  private Code code(CheckResult result) {
    return nothing(tying.tie(result)).code();
  }

  private static Observed to(Tying.Tied tied) {
    assertThat(tied).isInstanceOf(Tying.Tied.To.class);
    return ((Tying.Tied.To) tied).observed();
  }

  private static Problem nothing(Tying.Tied tied) {
    assertThat(tied).isInstanceOf(Tying.Tied.ToNothing.class);
    return ((Tying.Tied.ToNothing) tied).problem();
  }

  private static CheckResult check(String dataset, String column, String check, String... names) {
    List<String> parts = dataset.isEmpty() ? List.of() : Arrays.asList(dataset.split("\\."));
    return result(null, null, null, parts, null, column, check, List.of(names));
  }

  private static CheckResult result(
      String contract,
      String version,
      String commitment,
      List<String> dataset,
      DatasetName exact,
      String column,
      String check,
      List<String> names) {
    return new CheckResult(
        "id",
        "producer",
        contract,
        version,
        commitment,
        dataset,
        exact,
        column,
        check,
        names,
        new Finding.Judged(1, 0),
        Instant.parse("2026-11-23T10:00:00Z"),
        new Place(7, "$.results[1]"));
  }
}
