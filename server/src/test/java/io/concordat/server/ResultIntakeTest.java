package io.concordat.server;

import static io.concordat.server.ObservationSender.COMPLETENESS;
import static io.concordat.server.ObservationSender.CONTRACT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Result files of other tools over HTTP, from the file to the counts and to the incident. */
class ResultIntakeTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String STORED = "alpha/others/stored";
  private static final Duration LONG = Duration.ofSeconds(60);

  private static Node node;
  private static ObservationSender machine;

  @BeforeAll
  static void start() {
    node = Node.start(Stores.fresh(), List.of(), "--concordat.observations.save=100ms");
    ObservationSender.offer(node.as("governance"));
    SmallMesh.offer(node.as("governance"), List.of("alpha/others"));
    node.as("governance")
        .tell(
            "publishContractVersion",
            Documents.PUBLISH,
            "input",
            Map.of("contract", STORED, "document", stored()));
    machine = new ObservationSender(node.port(), "machine-checks");
    await()
        .atMost(LONG)
        .until(() ->
            post("checks?dryRun=true", line("probe", "not_null", now(), "\"passed\": 1"))
                    .get("accepted")
                    .asInt()
                == 1);
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void aRunOfDbtIsCountedOnceHoweverOftenItIsSent() {
    ObservationSender.awaitSaved(node);
    long before = ObservationSender.counted(node, COMPLETENESS);
    String files = run("run-1", now(), "pass") + manifest();

    JsonNode first = post("dbt", files);
    assertThat(first.get("read").asInt()).isEqualTo(3);
    assertThat(first.get("accepted").asInt()).isEqualTo(1);
    assertThat(first.get("loose").asInt()).isEqualTo(2);
    assertThat(first.get("duplicate").asBoolean()).isFalse();
    assertThat(first.get("others").get("model").asInt()).isEqualTo(1);
    assertThat(first.get("observations")).isEmpty();
    JsonNode unknown = first.get("untied").get(0);
    assertThat(unknown.get("code").asString()).isEqualTo("RESULT_PROMISE_UNKNOWN");
    assertThat(unknown.get("suggestion").asString()).contains(COMPLETENESS);
    assertThat(unknown.get("line").asInt()).isEqualTo(5);
    assertThat(unknown.get("path").asString()).isEqualTo("$.results[2]");
    assertThat(first.get("untied").get(1).get("code").asString()).isEqualTo("RESULT_NOT_JUDGED");

    assertThat(post("dbt", files).get("duplicate").asBoolean()).isTrue();
    // The same run, told in another file.
    assertThat(post("dbt", files.replace("\"passed over\"", "1")).get("accepted").asInt())
        .isEqualTo(1);
    ObservationSender.awaitSaved(node);
    assertThat(ObservationSender.counted(node, COMPLETENESS)).isEqualTo(before + 1);
  }

  @Test
  void aTestThatFailsOpensAnIncident() {
    Client viewer = node.as("viewer");
    Instant at = now();
    for (int run = 0; run < 2; run++) {
      post("checks", line("f" + run, "accepted_values", at.plusSeconds(run), "\"failed\": 1"));
    }
    await()
        .atMost(LONG)
        .untilAsserted(() ->
            assertThat(ObservationSender.incidents(viewer, "accuracy:thing.thing_id"))
                .containsExactly("OPEN"));
  }

  @Test
  void aDryRunShowsWhatWouldBeStoredAndStoresNothing() {
    ObservationSender.awaitSaved(node);
    long before = ObservationSender.counted(node, COMPLETENESS);
    JsonNode answer = post("dbt?dryRun=true", run("dry", now(), "fail") + manifest());

    assertThat(answer.get("observations"))
        .singleElement()
        .satisfies(shown -> {
          assertThat(shown.get("contract").asString()).isEqualTo(CONTRACT);
          assertThat(shown.get("commitment").asString()).isEqualTo(COMPLETENESS);
          assertThat(shown.get("check").asString())
              .isEqualTo("not_null of shop.main.thing.thing_id");
        });
    ObservationSender.awaitSaved(node);
    assertThat(ObservationSender.counted(node, COMPLETENESS)).isEqualTo(before);
  }

  @Test
  void filesMayBeDeflatedAndNameTheContractInTheAddress() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(run("zipped", now(), "pass").getBytes(StandardCharsets.UTF_8));
    }
    HttpResponse<String> answer =
        machine.postTo(
            "/api/v1/observations/dbt?contract=" + CONTRACT,
            out.toByteArray(),
            "Content-Encoding",
            "gzip");

    // Without the manifest, names of tests alone tie: there is no rule of this name.
    JsonNode told = JSON.readTree(answer.body());
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(told.get("untied").get(0).get("code").asString())
        .isEqualTo("RESULT_PROMISE_UNKNOWN");
  }

  @Test
  void whatCurlCallsAFormIsReadAsAFile() throws IOException {
    String check = line("form", "not_null", now(), "\"passed\": 1");
    for (String address : List.of("checks", "checks?dryRun=false")) {
      HttpResponse<String> answer =
          machine.postTo(
              "/api/v1/observations/" + address,
              check.getBytes(StandardCharsets.UTF_8),
              "Content-Type",
              "application/x-www-form-urlencoded");

      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      assertThat(JSON.readTree(answer.body()).get("accepted").asInt()).isEqualTo(1);
    }
  }

  @Test
  void whatCannotBeTakenHasTheLineOfItsResult() {
    Instant at = now();
    JsonNode answer =
        post(
            "checks",
            line("e1", "not_null", at, "\"passed\": 1")
                + "nonsense\n"
                + line("e2", "not_null", at.minus(30, ChronoUnit.DAYS), "\"passed\": 1")
                + line("e3", "not_null", at, "\"value\": 3, \"unit\": \"kg\""));

    assertThat(answer.get("accepted").asInt()).isEqualTo(2);
    assertThat(answer.get("refused").asInt()).isEqualTo(2);
    assertThat(answer.get("errors").valueStream().map(e -> e.get("line").asInt()))
        .containsExactly(2, 3);
    assertThat(answer.get("errors").valueStream().map(e -> e.get("code").asString()))
        .containsExactly("RESULT_INVALID", "OBSERVATION_TOO_OLD");
    assertThat(answer.get("keptApart").get(0).get("code").asString())
        .isEqualTo("OBSERVATION_UNIT_MISMATCH");
  }

  @Test
  void whatLineageSaysOfARunIsCountedOnce() {
    String run = UUID.randomUUID().toString();
    for (String type : List.of("START", "RUNNING", "COMPLETE", "COMPLETE")) {
      lineage(type, run, now(), true);
    }
    awaitCounted("alpha/others", COMPLETENESS, 1);
    awaitCounted("alpha/others", "freshness", 1);
    lineage("FAIL", UUID.randomUUID().toString(), now(), false);
    awaitCounted("alpha/others", COMPLETENESS, 2);
    assertThat(machine.apart().valueStream().map(kind -> kind.get("code").asString()))
        .contains("OBSERVATION_REPEATED");
  }

  private static void lineage(String type, String run, Instant at, boolean success) {
    String event =
        """
        {"eventTime": "%s", "eventType": "%s", "producer": "https://example.com/dbt",
         "run": {"runId": "%s"}, "job": {"namespace": "dbt", "name": "test_things"},
         "inputs": [{"namespace": "postgres://db.example.com:5432", "name": "shop.public.thing",
           "facets": {"dataQualityAssertions": {"assertions": [
             {"assertion": "not_null", "column": "thing_id", "success": %s}]}},
           "inputFacets": {"dataQualityAssertions": {"assertions": [
             {"assertion": "not_null", "column": "thing_id", "success": %s, "severity": "error"}]}}}],
         "outputs": [{"namespace": "postgres://db.example.com:5432", "name": "shop.public.thing",
           "outputFacets": {"outputStatistics": {"rowCount": 5}}}]}
        """
            .formatted(at, type, run, success, success);
    HttpResponse<String> answer =
        machine.postTo(
            "/api/v1/lineage",
            event.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  /** Waits for a number of checks and makes sure that all has been folded. */
  private static void awaitCounted(String product, String commitment, long checks) {
    ObservationSender.awaitSaved(node);
    assertThat(ObservationSender.counted(node, product, commitment)).isEqualTo(checks);
  }

  private static String stored() {
    return Documents.contract(STORED, "1.0.0", "")
        .replaceFirst(
            "(?m)^schema:",
            """
            servers:
              - server: production
                type: postgres
                host: db.example.com
                port: 5432
                database: shop
                schema: public
            schema:\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          dbt       | {"metadata":        | 400 | RESULTS_MALFORMED
          soda      | {}                  | 422 | RESULTS_FORMAT_UNKNOWN
          pytest    | {}                  | 404 | RESULTS_TOOL_UNKNOWN
          checks    | nonsense            | 422 | RESULT_INVALID
          """,
      delimiter = '|')
  void filesThatCannotBeReadAreRefused(String tool, String body, int status, String code) {
    HttpResponse<String> answer =
        machine.postTo("/api/v1/observations/" + tool, body.getBytes(StandardCharsets.UTF_8));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains("\"" + code + "\"");
  }

  @Test
  void viewersSendNoResults() {
    assertThat(
            new ObservationSender(node.port(), "viewer")
                .postTo("/api/v1/observations/dbt", new byte[0])
                .statusCode())
        .isEqualTo(403);
  }

  private static JsonNode post(String address, String body) {
    HttpResponse<String> answer =
        machine.postTo("/api/v1/observations/" + address, body.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 202);
    return JSON.readTree(answer.body());
  }

  private static String line(String id, String check, Instant at, String finding) {
    return """
    {"id": "%s", "producer": "test", "dataset": "shop.thing", "column": "thing_id", "check": "%s", %s, "observedAt": "%s"}
    """
        .formatted(id, check, finding, at);
  }

  private static String run(String invocation, Instant at, String status) {
    return """
    {"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/run-results/v6.json",
      "generated_at": "%s", "invocation_id": "%s"}, "args": "passed over", "results": [
     {"status": "success", "unique_id": "model.shop.thing"},
     {"status": "%s", "unique_id": "test.shop.not_null_thing.1"},
     {"status": "pass", "unique_id": "test.shop.unique_thing.2"},
     {"status": "skipped", "unique_id": "test.shop.other_thing.3"}]}
    """
        .formatted(at, invocation, status);
  }

  private static String manifest() {
    return """
    {"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json"},
     "nodes": {
      "model.shop.thing": {"database": "shop", "schema": "main", "name": "thing", "alias": "thing"},
      "test.shop.not_null_thing.1": {"name": "not_null_thing", "column_name": "thing_id",
        "attached_node": "model.shop.thing", "test_metadata": {"name": "not_null"}},
      "test.shop.unique_thing.2": {"name": "unique_thing", "column_name": "thing_id",
        "attached_node": "model.shop.thing", "test_metadata": {"name": "unique"}},
      "test.shop.other_thing.3": {"name": "other_thing", "column_name": "thing_id",
        "attached_node": "model.shop.thing", "test_metadata": {"name": "not_null"}}},
     "sources": {}}
    """;
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}
