package io.concordat.results.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.messages.mesh.DatasetName;
import io.concordat.results.CheckResult;
import io.concordat.results.CheckResult.Finding;
import io.concordat.results.ContractTarget;
import io.concordat.results.Shop;
import io.concordat.results.Tying;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;

class OpenLineageFacetsTest {

  private static final String ASSERTIONS =
      """
      "dataQualityAssertions": {"_producer": "x", "assertions": [
        {"assertion": "not_null", "success": true, "column": "order_id"},
        {"assertion": "unique", "success": false, "column": "order_id", "severity": "warn"},
        {"assertion": "row_count", "success": "yes"}]}
      """;

  private static final String DETAILED =
      """
      "dataQualityAssertions": {"assertions": [
        {"assertion": "not_null", "success": true, "column": "order_id", "name": "not_null_orders", "severity": "error"}]}
      """;

  @Test
  void anAssertionIsReadOnceFromWhereMostIsSaid() {
    Results results =
        read(
            event(
                "COMPLETE",
                "run-1",
                input("\"facets\": {" + DETAILED + "}, \"inputFacets\": {" + ASSERTIONS + "}"),
                ""));

    assertThat(results.checks())
        .extracting(CheckResult::check, CheckResult::column, CheckResult::finding)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("not_null", "order_id", new Finding.Judged(1, 0)),
            org.assertj.core.groups.Tuple.tuple("unique", "order_id", new Finding.Judged(0, 1)));
    assertThat(results.checks().getFirst().names()).containsExactly("not_null_orders", "not_null");
    assertThat(results.checks().getFirst().exact())
        .isEqualTo(new DatasetName("postgres://db.example.com:5432", "shop.public.orders_v1"));
    assertThat(results.problems())
        .singleElement()
        .satisfies(problem ->
            assertThat(problem.place().path())
                .isEqualTo("$.inputs[0].inputFacets.dataQualityAssertions.assertions[2]"));
  }

  @Test
  void whatARunRepeatsHasTheSameIds() {
    String facets = input("\"facets\": {" + DETAILED + "}");
    String bare = input("\"inputFacets\": {" + ASSERTIONS + "}");
    List<String> start = ids(event("START", "run-1", facets, ""));

    assertThat(start).hasSize(1);
    assertThat(ids(event("COMPLETE", "run-1", facets, ""))).isEqualTo(start);
    assertThat(ids(event("COMPLETE", "run-1", bare, ""))).hasSize(2).containsAll(start);
    assertThat(ids(event("COMPLETE", "run-2", facets, ""))).doesNotContainAnyElementsOf(start);
  }

  @Test
  void metricsAreMeasuresInTheUnitOfThePromise() {
    Results results =
        read(
            event(
                "COMPLETE",
                "run-1",
                input(
                    """
                    "inputFacets": {"dataQualityMetrics": {"rowCount": 200, "bytes": 5,
                      "lastUpdated": "2026-11-23T09:30:00Z", "columnMetrics": {
                        "order_id": {"nullCount": 3, "distinctCount": 7},
                        "other": {"nullCount": NaN}}}}
                    """),
                ""));

    assertThat(results.checks())
        .extracting(CheckResult::check, CheckResult::finding)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("row_count", new Finding.Measured(200, "rows")),
            org.assertj.core.groups.Tuple.tuple("freshness", new Finding.Measured(1800, "s")),
            org.assertj.core.groups.Tuple.tuple("missing_count", new Finding.Counted(3, 200.0)));
    assertThat(results.problems()).hasSize(1);
    Tying tying = new Tying(List.of(Shop.orders()));
    assertThat(results.checks().stream().map(tying::tie).toList())
        .allSatisfy(tied -> assertThat(tied).isInstanceOf(Tying.Tied.To.class))
        .extracting(tied -> ((Tying.Tied.To) tied).observed().finding())
        .containsExactly(
            new Finding.Measured(200, "rows"),
            new Finding.Measured(1800, "s"),
            new Finding.Measured(3, "rows"));
  }

  @Test
  void sharesNeedToKnowOfHowMany() {
    ContractTarget percent = Shop.orders();
    Tying tying = new Tying(List.of(Shop.inPercent(percent)));
    Results known =
        read(
            event(
                "OTHER",
                "r",
                input(
                    "\"facets\": {\"dataQualityMetrics\": {\"columnMetrics\": {\"order_id\": {\"nullCount\": 3, \"count\": 60}}}}"),
                ""));
    Results unknown =
        read(
            event(
                "OTHER",
                "r",
                input(
                    "\"facets\": {\"dataQualityMetrics\": {\"columnMetrics\": {\"order_id\": {\"nullCount\": 3}}}}"),
                ""));

    assertThat(((Tying.Tied.To) tying.tie(known.checks().getFirst())).observed().finding())
        .isEqualTo(new Finding.Measured(5, "percent"));
    assertThat(tying.tie(unknown.checks().getFirst())).isInstanceOf(Tying.Tied.ToNothing.class);
  }

  @Test
  void aRunThatWroteRowsTellsThatTheDataIsNew() {
    String statistics = "\"outputFacets\": {\"outputStatistics\": {\"rowCount\": 12}}";
    String replaced =
        statistics
            + ", \"facets\": {\"lifecycleStateChange\": {\"lifecycleStateChange\": \"OVERWRITE\"}}";

    assertThat(checks(event("COMPLETE", "r", "", output(statistics)))).containsExactly("freshness");
    assertThat(checks(event("COMPLETE", "r", "", output(replaced))))
        .containsExactly("row_count", "freshness");
    assertThat(checks(event("RUNNING", "r", "", output(statistics)))).isEmpty();
    assertThat(checks(event("COMPLETE", "r", "", output(statistics.replace("12", "0"))))).isEmpty();
    assertThat(checks(event("COMPLETE", "r", "", output("\"facets\": {}")))).isEmpty();
  }

  @Test
  void eventsOfDatasetsAreReadAndOthersSayNothing() {
    String dataset =
        "{\"eventTime\": \"2026-11-23T10:00:00Z\", \"dataset\": {\"namespace\": \"n\", \"name\": \"d\", \"facets\": {"
            + ASSERTIONS
            + "}}}";

    assertThat(read(dataset).checks()).hasSize(2);
    assertThat(
            read("{\"eventTime\": \"2026-11-23T10:00:00Z\", \"inputs\": [{\"facets\": 3}]}")
                .checks())
        .isEmpty();
  }

  @Test
  void realEventsAreRead() throws IOException {
    Path file =
        Path.of(
            System.getenv().getOrDefault("CONCORDAT_STANDARDS", "../../shared/standards"),
            "openlineage/events/event_full.json");
    Assumptions.assumeThat(file).as("real files are not here").exists();

    Results results = OpenLineageFacets.read(new ByteArrayInputStream(Files.readAllBytes(file)));

    assertThat(results.checks()).isNotEmpty();
    assertThat(results.problems()).isEmpty();
  }

  private static List<String> checks(String event) {
    return read(event).checks().stream().map(CheckResult::check).toList();
  }

  private static List<String> ids(String event) {
    return read(event).checks().stream().map(CheckResult::id).toList();
  }

  private static Results read(String event) {
    Results results =
        OpenLineageFacets.read(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));
    assertThat(results.checks())
        .allMatch(check -> check.observedAt().equals(Instant.parse("2026-11-23T10:00:00Z")));
    return results;
  }

  private static String input(String facets) {
    return dataset(facets);
  }

  private static String output(String facets) {
    return dataset(facets);
  }

  private static String dataset(String facets) {
    return "{\"namespace\": \"postgres://db.example.com:5432\", \"name\": \"shop.public.orders_v1\", "
        + facets
        + "}";
  }

  private static String event(String type, String run, String inputs, String outputs) {
    return """
    {"eventTime": "2026-11-23T10:00:00Z", "eventType": "%s", "producer": "https://x", "run": {"runId": "%s",
     "facets": {"x": {}}}, "job": {"namespace": "n", "name": "j"}, "inputs": [%s], "outputs": [%s]}
    """
        .formatted(type, run, inputs, outputs);
  }
}
