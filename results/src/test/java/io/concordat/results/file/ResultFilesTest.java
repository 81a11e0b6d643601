package io.concordat.results.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.concordat.results.CheckResult;
import io.concordat.results.CheckResult.Finding;
import io.concordat.results.CheckResult.Place;
import io.concordat.results.Observed;
import io.concordat.results.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFilesTest {

  private static final String RUN =
      """
      {"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/run-results/v6.json",
        "generated_at": "2026-11-23T10:00:05.123456Z", "invocation_id": "inv-1"},
       "results": [
        {"status": "success", "unique_id": "model.shop.orders", "timing": []},
        {"status": "pass", "unique_id": "test.shop.not_null_orders_id.1a2b3c",
         "timing": [{"name": "compile", "completed_at": "2026-11-23T10:00:01Z"},
                    {"name": "execute", "completed_at": "2026-11-23T10:00:02.500Z"}],
         "failures": 0, "compiled_code": "select 1"},
        {"status": "warn", "unique_id": "test.shop.custom_name.4d5e6f", "failures": 3},
        {"status": "error", "unique_id": "test.shop.totals_match", "message": "Database Error"},
        {"status": "skipped", "unique_id": "test.shop.unknown.aa"},
        {"status": "perhaps", "unique_id": "test.shop.not_null_orders_id.1a2b3c"},
        {"status": "pass"}
       ]}
      """;

  private static final String MANIFEST =
      """
      {"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json"},
       "nodes": {
        "model.shop.orders": {"resource_type": "model", "database": "shop", "schema": "public",
          "name": "orders", "alias": "orders_v1", "columns": {"a": {"name": "a"}}},
        "model.shop.customers": {"resource_type": "model", "schema": "public", "name": "customers"},
        "test.shop.not_null_orders_id.1a2b3c": {"resource_type": "test", "name": "not_null_orders_id",
          "column_name": "\\"id\\"", "attached_node": "model.shop.orders",
          "test_metadata": {"name": "not_null", "kwargs": {"column_name": "id"}, "namespace": null},
          "depends_on": {"macros": ["m"], "nodes": ["model.shop.orders"]}},
        "test.shop.custom_name.4d5e6f": {"resource_type": "test", "name": "custom_name",
          "file_key_name": "models.orders",
          "test_metadata": {"name": "relationships", "namespace": "dbt_utils",
            "kwargs": {"column_name": "customer"}},
          "config": {"meta": {"concordat": {"contract": "sales/shop/orders",
            "commitment": "accuracy:order.customer"}}},
          "depends_on": {"nodes": ["model.shop.customers", "model.shop.orders"]}},
        "test.shop.totals_match": {"resource_type": "test", "name": "totals_match",
          "depends_on": {"nodes": ["model.shop.orders"]}}},
       "sources": {"source.shop.raw.payments": {"database": "lake", "schema": "raw",
          "identifier": "payments_2", "name": "payments"}}}
      """;

  @Test
  void dbtTestsAreTiedToTablesByTheManifest() throws IOException {
    for (List<String> order : List.of(List.of(RUN, MANIFEST), List.of(MANIFEST + RUN))) {
      Results results =
          ResultFiles.read(
              Tool.DBT,
              order.stream()
                  .map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                  .<java.io.InputStream>map(in -> in)
                  .toList());

      assertThat(results.others()).isEqualTo(Map.of("model", 1));
      assertThat(results.problems()).hasSize(2);
      assertThat(results.checks()).hasSize(4);
      CheckResult notNull = results.checks().getFirst();
      assertThat(notNull.dataset()).containsExactly("shop", "public", "orders_v1");
      assertThat(notNull.column()).isEqualTo("id");
      assertThat(notNull.check()).isEqualTo("not_null");
      assertThat(notNull.names()).containsExactly("not_null_orders_id");
      assertThat(notNull.finding()).isEqualTo(new Finding.Judged(1, 0));
      assertThat(notNull.observedAt()).isEqualTo(Instant.parse("2026-11-23T10:00:02.5Z"));
      assertThat(notNull.producer()).isEqualTo("dbt:shop.not_null_orders_id.1a2b3c");
      CheckResult named = results.checks().get(1);
      assertThat(named.dataset()).containsExactly("shop", "public", "orders_v1");
      assertThat(named.check()).isEqualTo("dbt_utils.relationships");
      assertThat(named.contract()).isEqualTo("sales/shop/orders");
      assertThat(named.commitment()).isEqualTo("accuracy:order.customer");
      assertThat(named.finding()).isEqualTo(new Finding.Judged(0, 1));
      assertThat(named.observedAt()).isEqualTo(Instant.parse("2026-11-23T10:00:05.123Z"));
      assertThat(results.checks().get(2).finding())
          .isEqualTo(new Finding.NotJudged("error, Database Error"));
      assertThat(results.checks().get(3).finding()).isInstanceOf(Finding.NotJudged.class);
    }
  }

  @Test
  void whatCannotBeReadIsToldWithItsPlace() {
    Results results = read(Tool.DBT, RUN);

    assertThat(results.problems())
        .extracting(Problem::code, Problem::place)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Problem.Code.RESULT_INVALID, new Place(12, "$.results[5].status")),
            org.assertj.core.groups.Tuple.tuple(
                Problem.Code.RESULT_INVALID, new Place(13, "$.results[6]")));
    assertThat(results.checks().getFirst().dataset()).isEmpty();
    assertThat(results.checks().getFirst().names()).containsExactly("not_null_orders_id");
    assertThat(results.checks().getFirst().place()).isEqualTo(new Place(5, "$.results[1]"));
  }

  @Test
  void theSameRunHasTheSameIdsAndAnotherHasOthers() {
    List<String> ids = ids(read(Tool.DBT, RUN));

    assertThat(ids).doesNotHaveDuplicates().isEqualTo(ids(read(Tool.DBT, MANIFEST + RUN)));
    assertThat(ids(read(Tool.DBT, RUN.replace("inv-1", "inv-2")))).doesNotContainAnyElementsOf(ids);
  }

  @Test
  void dbtSourcesTellHowOldTheDataIs() {
    String sources =
        """
        {"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/sources/v3.json",
          "invocation_id": "i"},
         "results": [
          {"unique_id": "source.shop.raw.payments", "status": "pass",
           "snapshotted_at": "2026-11-23T10:00:00Z", "max_loaded_at_time_ago_in_s": 5400.5},
          {"unique_id": "source.shop.raw.refunds", "status": "runtime error", "error": "no table",
           "snapshotted_at": "2026-11-23T10:00:00Z"},
          {"unique_id": "source.shop.raw.other", "status": "pass",
           "snapshotted_at": "2026-11-23T10:00:00Z", "max_loaded_at_time_ago_in_s": NaN}]}
        """;

    Results results = read(Tool.DBT, sources + MANIFEST);

    assertThat(results.checks().get(0).finding()).isEqualTo(new Finding.Measured(5400.5, "s"));
    assertThat(results.checks().get(0).dataset()).containsExactly("lake", "raw", "payments_2");
    assertThat(results.checks().get(1).finding())
        .isEqualTo(new Finding.NotJudged("runtime error, no table"));
    assertThat(results.checks().get(1).dataset()).containsExactly("raw", "refunds");
    assertThat(results.problems())
        .singleElement()
        .extracting(Problem::place)
        .isEqualTo(new Place(9, "$.results[2].max_loaded_at_time_ago_in_s"));
  }

  @Test
  void greatExpectationsOfZeroAndOneAreRead() {
    String zero =
        """
        {"success": false, "results": [
          {"success": true, "expectation_config": {"expectation_type": "expect_column_values_to_not_be_null",
             "kwargs": {"column": "order_id", "batch_id": "b1"}, "meta": {}},
           "result": {"element_count": 10, "unexpected_percent": NaN}, "exception_info":
             {"raised_exception": false, "exception_message": null}},
          {"success": false, "expectation_config": {"expectation_type": "expect_table_row_count_to_equal",
             "kwargs": {"value": 5}, "meta": {"concordat": {"contract": "a/b/c"}}},
           "exception_info": {"raised_exception": true}}],
         "meta": {"great_expectations_version": "0.18.12", "expectation_suite_name": "orders.warning",
           "run_id": {"run_name": "nightly", "run_time": "2026-11-23T10:00:00.5+00:00"},
           "batch_spec": {"schema_name": "public", "table_name": "orders_v1"}}}
        """;
    String one =
        """
        {"success": true, "suite_name": "orders", "id": "x",
         "meta": {"run_id": {"run_name": null, "run_time": "2026-11-23T11:00:00+01:00"},
           "active_batch_definition": {"datasource_name": "pg", "data_asset_name": "orders_v1"}},
         "results": [{"success": true, "expectation_config": {"type": "expect_column_values_to_be_unique",
             "id": "0b1c", "kwargs": {"column": "order_id"}, "meta": {}},
           "exception_info": {"('m', 'n')": {"raised_exception": false}}}]}
        """;

    Results old = read(Tool.GREAT_EXPECTATIONS, zero);
    assertThat(old.checks().get(0))
        .extracting(
            CheckResult::dataset, CheckResult::column, CheckResult::check, CheckResult::finding)
        .containsExactly(
            List.of("public", "orders_v1"),
            "order_id",
            "expect_column_values_to_not_be_null",
            new Finding.Judged(1, 0));
    assertThat(old.checks().get(0).observedAt()).isEqualTo(Instant.parse("2026-11-23T10:00:00.5Z"));
    assertThat(old.checks().get(1).finding()).isInstanceOf(Finding.NotJudged.class);
    assertThat(old.checks().get(1).contract()).isEqualTo("a/b/c");

    Results recent = read(Tool.GREAT_EXPECTATIONS, one);
    assertThat(recent.checks())
        .singleElement()
        .extracting(CheckResult::dataset, CheckResult::names, CheckResult::observedAt)
        .containsExactly(
            List.of("orders_v1"), List.of("0b1c"), Instant.parse("2026-11-23T10:00:00Z"));

    Results checkpoint =
        read(
            Tool.GREAT_EXPECTATIONS,
            "{\"run_results\": {\"a\": {\"validation_result\": "
                + zero
                + "}, \"b\": "
                + one
                + "}}");
    assertThat(checkpoint.checks()).hasSize(3);
  }

  @Test
  void sodaScansAreRead() {
    String scan =
        """
        {"definitionName": "nightly", "defaultDataSource": "pg", "dataTimestamp": "2026-11-23T09:00:00",
         "scanStartTimestamp": "2026-11-23T10:00:00", "scanEndTimestamp": "2026-11-23T10:00:03+00:00",
         "metrics": [{"value": 1}], "checks": [
          {"identity": "abc", "name": "missing_count(order_id) = 0", "type": "generic",
           "definition": "checks for orders_v1:\\n  missing_count(order_id) = 0",
           "resourceAttributes": [{"name": "concordat_contract", "value": "a/b/c"}],
           "table": "orders_v1", "column": "order_id", "outcome": "pass"},
          {"identity": "def", "name": "No old states", "table": "public.orders_v1", "column": null,
           "definition": "checks for orders_v1:\\n- row_count > 0:\\n    name: No old states\\n",
           "outcome": "warn"},
          {"identity": "ghi", "name": "schema", "table": "orders_v1", "outcome": null,
           "outcomeReasons": [{"message": "cannot connect"}]}]}
        """;

    List<CheckResult> checks = read(Tool.SODA, scan).checks();

    assertThat(checks)
        .extracting(CheckResult::check)
        .containsExactly("missing_count", "row_count", "");
    assertThat(checks.get(0).contract()).isEqualTo("a/b/c");
    assertThat(checks.get(0).observedAt()).isEqualTo(Instant.parse("2026-11-23T10:00:03Z"));
    assertThat(checks.get(1).finding()).isEqualTo(new Finding.Judged(0, 1));
    assertThat(checks.get(1).dataset()).containsExactly("public", "orders_v1");
    assertThat(checks.get(2).finding()).isEqualTo(new Finding.NotJudged("cannot connect"));
  }

  @Test
  void resultsOfDatacontractAreRead() {
    String run =
        """
        {"runId": "0f5e", "dataContractId": "sales/shop/orders", "dataContractVersion": "1.0.0",
         "timestampStart": "2026-11-23T10:00:00.000001Z", "timestampEnd": "2026-11-23T10:00:09Z",
         "result": "failed", "checks": [
          {"type": "field_is_present", "model": "orders_v1", "field": "order_id", "result": "passed"},
          {"type": "field_required", "key": "orders_v1__order_id__field_required", "model": "orders_v1",
           "field": "order_id", "result": "failed", "reason": "3 missing", "engine": "ibis"},
          {"type": "field_quality_sql", "qualityId": "known-states", "model": "orders_v1",
           "field": "status", "result": "passed"},
          {"type": "servicelevel_freshness", "result": "error", "reason": "no column"}]}
        """;

    Results results = read(Tool.DATACONTRACT, run);

    assertThat(results.others()).isEqualTo(Map.of("structure", 1));
    assertThat(results.checks()).hasSize(3);
    assertThat(results.checks().get(0))
        .extracting(CheckResult::contract, CheckResult::version, CheckResult::finding)
        .containsExactly("sales/shop/orders", "1.0.0", new Finding.Judged(0, 1));
    assertThat(results.checks().get(1).names()).containsExactly("known-states");
    assertThat(results.checks().get(2).finding())
        .isEqualTo(new Finding.NotJudged("error, no column"));
  }

  @Test
  void ownLinesAreReadAndWrittenAlike() {
    String lines =
        """
        {"id": "1", "dataset": "shop.public.orders_v1", "column": "order_id", "check": "not_null", "passed": 3, "failed": 1, "observedAt": "2026-11-23T10:00:00Z"}

        {"id": "2", "namespace": "postgres://h:5432", "dataset": "a.b.c", "check": "freshness", "value": 1.5, "unit": "h", "observedAt": "2026-11-23 10:00:00", "producer": "own", "name": "n"}
        broken
        {"id": "3", "check": "x", "value": NaN, "observedAt": "2026-11-23T10:00:00Z"}
        {"id": "4", "check": "x", "passed": 1}
        {"id": "5", "check": "x", "observedAt": "2026-11-23T10:00:00Z"}
        """;

    Results results = read(Tool.CHECKS, lines);

    assertThat(results.problems())
        .extracting(problem -> problem.place().line())
        .containsExactly(4, 5, 6, 7);
    assertThat(results.checks()).hasSize(2);
    assertThat(results.checks().get(0).finding()).isEqualTo(new Finding.Judged(3, 1));
    for (CheckResult check : results.checks()) {
      assertThat(
              read(Tool.CHECKS, new String(CheckLines.of(check), StandardCharsets.UTF_8)).checks())
          .singleElement()
          .usingRecursiveComparison()
          .ignoringFields("place")
          .isEqualTo(check);
    }
    Observed observed =
        new Observed(
            "i",
            "a/b/c",
            null,
            "freshness",
            "p",
            Instant.EPOCH,
            new Finding.Measured(1.5, "h"),
            results.checks().getFirst());
    assertThat(new String(CheckLines.of(observed), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"id\":\"i\",\"contract\":\"a/b/c\",\"commitment\":\"freshness\",\"value\":1.5,"
                + "\"unit\":\"h\",\"observedAt\":\"1970-01-01T00:00:00Z\",\"producer\":\"p\"}");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          dbt                | ''                                | RESULTS_MALFORMED
          dbt                | {"metadata": {"dbt_schema_ver     | RESULTS_MALFORMED
          dbt                | {}                                | RESULTS_FORMAT_UNKNOWN
          dbt                | []                                | RESULTS_FORMAT_UNKNOWN
          great-expectations | {"results": {}}                   | RESULTS_FORMAT_UNKNOWN
          great-expectations | <html>                            | RESULTS_MALFORMED
          soda               | {"checks": []}                    | RESULTS_FORMAT_UNKNOWN
          datacontract       | {"checks": []}                    | RESULTS_FORMAT_UNKNOWN
          datacontract       | 7                                 | RESULTS_FORMAT_UNKNOWN
          """,
      delimiter = '|',
      quoteCharacter = '\'')
  void filesThatAreNoneAreToldAsAWhole(String tool, String text, Unreadable.Code code) {
    assertThat(fault(Tool.of(tool).orElseThrow(), text).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run-results/v3", "run-results/v7", "catalog/v1", "manifest/v3"})
  void versionsThatAreNotReadAreSaid(String schema) {
    Unreadable fault = fault(Tool.DBT, RUN.replace("run-results/v6", schema));

    assertThat(fault.code()).isEqualTo(Unreadable.Code.RESULTS_FORMAT_UNKNOWN);
    assertThat(fault.path()).isEqualTo("$.metadata.dbt_schema_version");
    assertThat(fault.line()).isEqualTo(1);
  }

  @Test
  void aFileThatBreaksOffTellsTheLine() {
    Unreadable fault = fault(Tool.DBT, RUN.substring(0, RUN.indexOf("\"failures\": 3")));

    assertThat(fault.code()).isEqualTo(Unreadable.Code.RESULTS_MALFORMED);
    assertThat(fault.line()).isEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32BE", "UTF-8"})
  void encodingsAreToldByTheirFirstBytes(String charset) {
    byte[] text = ("\uFEFF" + RUN).getBytes(Charset.forName(charset));

    assertThat(ResultFiles.read(Tool.DBT, text).checks()).hasSize(4);
  }

  @Test
  void bytesThatAreNoTextAreTold() {
    byte[] text = RUN.replace("Database Error", "Erreur é").getBytes(StandardCharsets.ISO_8859_1);

    Unreadable fault =
        catchThrowableOfType(Unreadable.class, () -> ResultFiles.read(Tool.DBT, text));
    assertThat(fault.code()).isEqualTo(Unreadable.Code.RESULTS_MALFORMED);
    assertThat(fault.message()).contains("UTF-8");
  }

  @Test
  void aRealFileIsRead() throws IOException {
    Path file =
        Path.of(
            System.getenv().getOrDefault("CONCORDAT_STANDARDS", "../../shared/standards"),
            "dbt/jaffle_shop_v12/run_results.json");
    assumeThat(file).as("real files are not here").exists();

    Results results = ResultFiles.read(Tool.DBT, Files.readAllBytes(file));

    assertThat(results.problems()).isEmpty();
    assertThat(results.checks()).hasSize(20);
    assertThat(results.others()).isEqualTo(Map.of("model", 36, "operation", 2, "seed", 3));
  }

  private static Results read(Tool tool, String text) {
    return ResultFiles.read(tool, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Unreadable fault(Tool tool, String text) {
    return catchThrowableOfType(Unreadable.class, () -> read(tool, text));
  }

  private static List<String> ids(Results results) {
    return results.checks().stream().map(CheckResult::id).toList();
  }
}
