package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.cli.FakeServer.Answer;
import io.concordat.cli.Run.Ended;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ObserveTest {

  @TempDir Path directory;
  private Run run;

  @BeforeEach
  void prepare() {
    run = new Run(directory).with("CONCORDAT_TOKEN", "token-of-a-machine");
  }

  @Test
  void sendsLinesInBatchesWhoseKeysAreTheSameInASecondRun() throws IOException {
    Files.writeString(
        directory.resolve("seen.ndjson"), lines(5).replace("{\"id\":\"3\"", "\n{\"id\":\"3\""));

    try (FakeServer server = new FakeServer(ObserveTest::takenAll)) {
      run.with("CONCORDAT_SERVER", server.address());
      Ended first = run.execute("observe", "seen.ndjson", "--batch", "2");
      Ended second = run.execute("observe", "seen.ndjson", "--batch", "2");

      assertThat(first.code()).as(first.err()).isZero();
      assertThat(first.out()).isEqualTo("5 observations: 5 accepted.\n");
      assertThat(server.asked())
          .hasSize(6)
          .allMatch(asked -> asked.path().equals("/api/v1/observations"));
      assertThat(server.asked().get(0).body()).isEqualTo("{\"id\":\"0\"}\n{\"id\":\"1\"}\n");
      assertThat(server.asked().get(2).body()).isEqualTo("{\"id\":\"4\"}\n");
      assertThat(second.code()).isZero();
      assertThat(keys(server).subList(0, 3))
          .isEqualTo(keys(server).subList(3, 6))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void aGivenKeyIsNumbered() throws IOException {
    try (FakeServer server = new FakeServer(ObserveTest::takenAll)) {
      run.with("CONCORDAT_SERVER", server.address()).input(lines(3));
      Ended ended = run.execute("observe", "-", "--batch", "2", "--key", "run-4711");

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(keys(server)).containsExactly("run-4711/1", "run-4711/2");
    }
  }

  @Test
  void whatIsRefusedIsToldWithItsLineInTheFile() throws IOException {
    Files.writeString(
        directory.resolve("seen.ndjson"), "{\"id\":\"0\"}\n\n\n{\"id\":\"1\"}\nno json\n");

    try (FakeServer server =
        new FakeServer(_ ->
            Answer.of(
                202,
                """
                {"accepted":1,"refused":2,"duplicate":false,"errors":[
                 {"code":"OBSERVATION_FIELD_MISSING","message":"It has no contract.","line":2,"path":"$.contract"},
                 {"code":"OBSERVATION_MALFORMED","message":"Unrecognized token","line":3,"path":"$"}],
                 "keptApart":[{"code":"OBSERVATION_CONTRACT_UNKNOWN","contract":"a/b/c",
                 "commitment":"freshness","count":1,"message":"No contract of this id is served."}]}
                """))) {
      run.with("CONCORDAT_SERVER", server.address());
      Ended ended = run.execute("observe", "seen.ndjson");

      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.out().lines())
          .containsExactly(
              "seen.ndjson:4  $.contract  OBSERVATION_FIELD_MISSING: It has no contract.",
              "seen.ndjson:5  $  OBSERVATION_MALFORMED: Unrecognized token",
              "1 kept apart  OBSERVATION_CONTRACT_UNKNOWN  a/b/c  freshness: No contract of this id"
                  + " is served.",
              "3 observations: 1 accepted, 2 refused, 1 of them kept apart.");
    }
  }

  @Test
  void whatIsKeptApartFailsOnlyWhereAsked() throws IOException {
    try (FakeServer server =
        new FakeServer(_ ->
            Answer.of(
                202,
                "{\"accepted\":1,\"refused\":0,\"keptApart\":[{\"code\":\"X\",\"count\":1}]}"))) {
      run.with("CONCORDAT_SERVER", server.address()).input(lines(1));

      assertThat(run.execute("observe", "-").code()).isZero();
      assertThat(run.execute("observe", "-", "--strict").code()).isEqualTo(1);
    }
  }

  @Test
  void readsListsWithTheLineAndPlaceOfEachElement() throws IOException {
    Files.writeString(
        directory.resolve("seen.json"),
        "\n[\n  {\"id\": \"0\", \"value\": 1e400},\n  {\n   \"id\": \"1\", \"value\": NaN}\n]\n");

    try (FakeServer server =
        new FakeServer(_ ->
            Answer.of(
                422,
                """
                {"accepted":0,"refused":2,"errors":[
                 {"code":"C","message":"m","line":2,"path":"$.value"}]}
                """))) {
      run.with("CONCORDAT_SERVER", server.address());
      Ended ended = run.execute("observe", "seen.json");

      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.out()).startsWith("seen.json:4  $[1].value  C: m\n");
      assertThat(server.asked().getFirst().body())
          .isEqualTo("{\"id\":\"0\",\"value\":1E+400}\n{\"id\":\"1\",\"value\":NaN}\n");
    }
  }

  @Test
  void aListThatBreaksOffIsToldAfterWhatStandsBefore() throws IOException {
    Files.writeString(
        directory.resolve("seen.json"), "[{\"id\":\"0\"},\n{\"id\":\"1\"},\n{\"id\":");

    try (FakeServer server = new FakeServer(ObserveTest::takenAll)) {
      run.with("CONCORDAT_SERVER", server.address());
      Ended ended = run.execute("observe", "seen.json", "--batch", "1");

      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.out()).isEqualTo("2 observations: 2 accepted.\n");
      assertThat(ended.err()).contains("seen.json:3: It is no JSON").contains("What stands before");
    }
  }

  @Test
  void readsUtf16AndByteOrderMarks() throws IOException {
    Files.write(
        directory.resolve("seen.ndjson"),
        "\uFEFF{\"id\":\"é😀\"}\r\n".getBytes(StandardCharsets.UTF_16LE));
    Files.writeString(directory.resolve("marked.ndjson"), "\uFEFF{\"id\":\"1\"}\n");

    try (FakeServer server = new FakeServer(ObserveTest::takenAll)) {
      run.with("CONCORDAT_SERVER", server.address());
      Ended ended = run.execute("observe", "seen.ndjson", "marked.ndjson");

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(server.asked().getFirst().body())
          .isEqualTo("{\"id\":\"é😀\"}\r\n{\"id\":\"1\"}\n");
    }
  }

  @Test
  void asksAgainWhenTheServerIsBusyAndGivesUpInTheEnd() throws IOException {
    AtomicInteger times = new AtomicInteger();
    try (FakeServer server =
        new FakeServer(asked ->
            times.incrementAndGet() < 3
                ? Answer.of(times.get() == 1 ? 429 : 503, "{\"code\":\"OBSERVATIONS_OVERLOADED\"}")
                : takenAll(asked))) {
      run.with("CONCORDAT_SERVER", server.address()).input(lines(1));
      Ended ended = run.execute("observe", "-");

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(keys(server)).hasSize(3).containsOnly(keys(server).getFirst());

      times.set(Integer.MIN_VALUE);
      Ended given = run.execute("observe", "-", "--tries", "2");
      assertThat(given.code()).isEqualTo(3);
      assertThat(given.err()).contains("OBSERVATIONS_OVERLOADED").contains("after 2 tries");
    }
  }

  @Test
  void refusalsOfAWholeBatchEndTheRun() throws IOException {
    for (var each : List.of(List.of(422, 2), List.of(403, 3), List.of(401, 3), List.of(500, 3))) {
      try (FakeServer server =
          new FakeServer(
              _ -> Answer.of(each.getFirst(), "{\"code\":\"THE_CODE\",\"message\":\"Why.\"}"))) {
        run.with("CONCORDAT_SERVER", server.address()).input(lines(1));
        Ended ended = run.execute("observe", "-");

        assertThat(ended.code()).as(ended.err()).isEqualTo(each.getLast());
        assertThat(ended.err()).contains(each.getFirst() == 401 ? "token" : "THE_CODE: Why.");
        assertThat(server.asked()).hasSize(1);
      }
    }
  }

  @Test
  void largeBatchesAreDeflated() throws IOException {
    String text =
        IntStream.range(0, 3_000)
            .mapToObj(n -> "{\"id\":\"" + n + "\",\"contract\":\"payments/settlements/daily\"}\n")
            .collect(Collectors.joining());
    try (FakeServer server = new FakeServer(_ -> Answer.of(202, "{\"accepted\":3000}"))) {
      run.with("CONCORDAT_SERVER", server.address()).input(text);
      Ended ended = run.execute("observe", "-", "--batch", "10000");

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(server.asked()).hasSize(1);
      try (GZIPInputStream inflated =
          new GZIPInputStream(new ByteArrayInputStream(server.bytes().getFirst()))) {
        assertThat(inflated.readAllBytes()).asString().isEqualTo(text);
      }
    }
  }

  @Test
  void oneObservationComesFromOptions() throws IOException {
    try (FakeServer server = new FakeServer(ObserveTest::takenAll)) {
      run.with("CONCORDAT_SERVER", server.address());
      List<String> said =
          List.of(
              "observe",
              "--contract",
              "a/b/c",
              "--commitment",
              "freshness",
              "--value",
              "35",
              "--unit",
              "min",
              "--observed-at",
              "2027-03-01T10:00:00Z");
      Ended ended = run.execute(said.toArray(String[]::new));
      run.execute(said.toArray(String[]::new));

      assertThat(ended.code()).as(ended.err()).isZero();
      JsonNode sent = JsonMapper.shared().readTree(server.asked().getFirst().body());
      assertThat(sent.path("contract").asString()).isEqualTo("a/b/c");
      assertThat(sent.path("value").asDouble()).isEqualTo(35);
      assertThat(sent.path("id").asString()).isNotBlank();
      assertThat(server.asked().get(1).body()).isEqualTo(server.asked().getFirst().body());
    }
  }

  @Test
  void wrongUseIsTold() {
    assertThat(run.execute("observe").code()).isEqualTo(2);
    assertThat(run.execute("observe", "no-such-file").err()).contains("There is no file");
    assertThat(run.execute("observe", ".").err()).contains("directory");
    assertThat(run.execute("observe", "x", "--batch", "0").code()).isEqualTo(2);
    assertThat(run.execute("observe", "x", "--tries", "0").code()).isEqualTo(2);
    assertThat(run.execute("observe", "--contract", "a/b/c", "--commitment", "x").code())
        .isEqualTo(2);
    assertThat(
            run.execute(
                    "observe",
                    "--contract",
                    "a/b/c",
                    "--commitment",
                    "x",
                    "--value",
                    "1",
                    "--passed",
                    "1")
                .code())
        .isEqualTo(2);
  }

  @Test
  void aDryRunSendsNothing() {
    run.with("CONCORDAT_SERVER", "http://127.0.0.1:1").input(lines(2));

    Ended ended = run.execute("observe", "-", "--dry-run");

    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out()).isEqualTo(lines(2));
  }

  private static String lines(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> "{\"id\":\"" + n + "\"}\n")
        .collect(Collectors.joining());
  }

  private static Answer takenAll(FakeServer.Asked asked) {
    return Answer.of(
        202,
        "{\"accepted\":%d,\"refused\":0,\"duplicate\":false,\"errors\":[],\"keptApart\":[]}"
            .formatted(asked.body().lines().count()));
  }

  private static List<String> keys(FakeServer server) {
    return server.asked().stream().map(FakeServer.Asked::key).toList();
  }

  @Test
  void resultsOfAnotherToolAreSentAsChecksAndToldByTheirPlace() throws IOException {
    Files.writeString(
        directory.resolve("run_results.json"),
        """
        {"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/run-results/v5.json",
          "generated_at": "2026-11-23T10:00:00Z", "invocation_id": "i"},
         "results": [
          {"status": "success", "unique_id": "model.shop.orders"},
          {"status": "pass", "unique_id": "test.shop.not_null_orders.1"},
          {"status": "pass", "unique_id": "test.shop.other.2"},
          {"status": "odd", "unique_id": "test.shop.other.3"}]}
        """);
    Files.writeString(
        directory.resolve("manifest.json"),
        """
        {"metadata": {"dbt_schema_version": "https://schemas.getdbt.com/dbt/manifest/v12.json"},
         "nodes": {"model.shop.orders": {"schema": "public", "name": "orders"},
          "test.shop.not_null_orders.1": {"name": "not_null_orders", "column_name": "id",
           "attached_node": "model.shop.orders", "test_metadata": {"name": "not_null"}}}}
        """);
    try (FakeServer server =
        new FakeServer(_ ->
            Answer.of(
                200,
                """
                {"read":2,"accepted":1,"refused":0,"loose":1,"duplicate":false,"errors":[],"keptApart":[],
                 "untied":[{"code":"RESULT_DATASET_MISSING","message":"It does not say.",
                  "suggestion":"Give the manifest.","line":2,"path":"$"}],
                 "observations":[{"contract":"a/b/c","commitment":"completeness:order.id",
                  "check":"not_null of public.orders.id","line":1}]}
                """))) {
      run.with("CONCORDAT_SERVER", server.address());
      Ended ended =
          run.execute(
              "observe",
              "--from",
              "dbt",
              "run_results.json",
              "--manifest",
              "manifest.json",
              "--dry-run",
              "--about",
              "a/b/c");

      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.out().lines())
          .containsExactly(
              "run_results.json:6  $.results[2]  RESULT_DATASET_MISSING: It does not say. Give the manifest.",
              "run_results.json:5  not_null of public.orders.id -> a/b/c  completeness:order.id",
              "run_results.json:7  $.results[3].status  RESULT_INVALID: Its status is none of dbt's.",
              "3 results: 1 accepted, 1 refused, 1 tied to no promise. Nothing was stored.");
      assertThat(ended.err()).contains("Passed over, since they check no data: 1 of model.");
      assertThat(server.asked()).hasSize(1);
      assertThat(server.asked().getFirst().path()).isEqualTo("/api/v1/observations/checks");
      assertThat(server.asked().getFirst().query()).isEqualTo("dryRun=true");
      JsonNode first =
          JsonMapper.shared().readTree(server.asked().getFirst().body().lines().findFirst().get());
      assertThat(first.path("dataset").valueStream().map(JsonNode::asString))
          .containsExactly("public", "orders");
      assertThat(first.path("column").asString()).isEqualTo("id");
      assertThat(first.path("contract").asString()).isEqualTo("a/b/c");
    }
  }

  @Test
  void filesOfAnotherToolThatCannotBeReadAreTold() throws IOException {
    Files.writeString(
        directory.resolve("broken.json"), "{\"definitionName\": \"x\",\n\"checks\": [");

    Ended broken = run.execute("observe", "--from", "soda", "broken.json");
    assertThat(broken.code()).isEqualTo(2);
    assertThat(broken.err()).contains("broken.json:2: RESULTS_MALFORMED");
    assertThat(run.execute("observe", "--from", "pytest", "broken.json").code()).isEqualTo(2);
    assertThat(run.execute("observe", "--from", "soda", "x", "--manifest", "m").code())
        .isEqualTo(2);
    assertThat(run.execute("observe", "x", "--manifest", "m").code()).isEqualTo(2);
    assertThat(run.execute("observe", "--from", "soda", "no-such-file").err())
        .contains("There is no file");
  }
}
