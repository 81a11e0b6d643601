package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.cli.FakeServer.Answer;
import io.concordat.cli.Run.Ended;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConsumerTest {

  private static final String CONSUMER =
      """
      {"id":"finance:cash-board","name":"=Cash\\u001b[31m","kind":"DASHBOARD","purpose":"Cash position.",
       "lastSeenAt":"2026-11-20T08:00:00Z","registeredBy":"maria","registeredAt":"2026-11-01T00:00:00Z",
       "retiredAt":null,"retiredFor":null,"jobs":[{"namespace":"airflow","name":"refresh"}],
       "reads":[{"contractId":"payments/settlements/daily","fields":["settlement.amount"],"version":"1.0.0",
        "observedVersions":["1.0.0","2.0.0"],"lastSeenAt":"2026-11-20T08:00:00Z"},
        {"contractId":"payments/refunds/daily","fields":[],"version":null,"observedVersions":[],"lastSeenAt":null}],
       "sightings":[{"contractId":"payments/settlements/daily","versions":["1.0.0","2.0.0"],"source":"LINEAGE",
        "firstSeenAt":"2026-11-02T08:00:00Z","lastSeenAt":"2026-11-20T08:00:00Z"}]}\
      """;

  @TempDir Path directory;
  private Run run;

  @BeforeEach
  void token() {
    run = new Run(directory).with("CONCORDAT_TOKEN", "t");
  }

  @Test
  void declaredAndObservedStandSideBySide() throws IOException {
    try (FakeServer server =
        new FakeServer(_ -> Answer.data("{\"node\":%s}".formatted(CONSUMER)))) {
      Ended ended = execute(server, "consumer", "show", "finance:cash-board");

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out())
          .contains(
              "payments/settlements/daily  declared 1.0.0, observed 1.0.0 or 2.0.0, last seen"
                  + " 2026-11-20T08:00:00Z  (settlement.amount)")
          .contains(
              "payments/refunds/daily  declared no version, observed no version, last seen never")
          .contains("2026-11-02T08:00:00Z to 2026-11-20T08:00:00Z, LINEAGE")
          .contains("airflow  refresh")
          .doesNotContain("retired")
          .doesNotContain("\u001b");
    }
  }

  @Test
  void aListIsATableToo() throws IOException {
    String page =
        "{\"consumers\":{\"edges\":[{\"node\":%s}],\"pageInfo\":{\"hasNextPage\":false,\"endCursor\":null}}}"
            .formatted(CONSUMER);
    try (FakeServer server = new FakeServer(_ -> Answer.data(page))) {
      Ended text = execute(server, "consumer", "list", "--kind", "dashboard", "--retired");
      Ended csv = execute(server, "consumer", "list", "--format", "csv");

      assertThat(text.out()).contains("seen 2026-11-20T08:00:00Z").contains("1 consumer.");
      assertThat(csv.out().lines()).hasSize(3);
      assertThat(csv.out())
          .contains("\"1.0.0\",\"1.0.0 2.0.0\",\"2026-11-20T08:00:00Z\"")
          .contains("\"'=Cash");
      JsonNode sent = variables(server);
      assertThat(sent.path("kind").asString()).isEqualTo("DASHBOARD");
      assertThat(sent.path("retired").asBoolean()).isTrue();
    }
  }

  @Test
  void aReadIsTypedWithItsVersionAndFields() throws IOException {
    String answer =
        "{\"registerConsumer\":{\"consumer\":%s,\"userErrors\":[]}}".formatted(CONSUMER);
    try (FakeServer server = new FakeServer(_ -> Answer.data(answer))) {
      Ended ended =
          execute(
              server,
              "consumer",
              "register",
              "finance:cash-board",
              "--name",
              "Cash",
              "--kind",
              "dashboard",
              "--purpose",
              "Cash.",
              "--reads",
              "payments/settlements/daily@1.0.0#settlement.amount,settlement.fee",
              "--reads",
              "payments/refunds/daily",
              "--job",
              "s3://a b",
              "refresh",
              "--job",
              "airflow",
              "load");

      assertThat(ended.code()).as(ended.err()).isZero();
      JsonNode input = variables(server).path("input");
      assertThat(input.at("/reads/0/contract").asString()).isEqualTo("payments/settlements/daily");
      assertThat(input.at("/reads/0/version").asString()).isEqualTo("1.0.0");
      assertThat(input.at("/reads/0/fields/1").asString()).isEqualTo("settlement.fee");
      assertThat(input.at("/reads/1/version").isNull()).isTrue();
      assertThat(input.at("/reads/1/fields").isEmpty()).isTrue();
      assertThat(input.at("/jobs/0/namespace").asString()).isEqualTo("s3://a b");
      assertThat(input.at("/jobs/1/name").asString()).isEqualTo("load");
      assertThat(input.path("idempotencyKey").asString()).startsWith("cli:");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "@1.0.0", "a/b/c@", "a/b/c#", "a/b/c#x.y,", "#x.y"})
  void aReadWithAnEmptyPartIsNotSent(String read) throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.data("{}"))) {
      Ended ended =
          execute(
              server,
              "consumer",
              "register",
              "a:b",
              "--name",
              "N",
              "--kind",
              "model",
              "--purpose",
              "P",
              "--reads",
              read);

      assertThat(ended.code()).isEqualTo(2);
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void aRefusalIsExitCode1AndWhatIsNotThereIs2() throws IOException {
    String no =
        """
        {"retireConsumer":{"consumer":null,
         "userErrors":[{"code":"CONSUMER_NOT_FOUND","message":"No consumer."}]}}\
        """;
    try (FakeServer server = new FakeServer(_ -> Answer.data(no))) {
      Ended ended = execute(server, "consumer", "retire", "a:b", "--reason", "Gone.");
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.err()).contains("CONSUMER_NOT_FOUND: No consumer.");
    }
    for (String found : List.of("null", "{}")) {
      try (FakeServer server = new FakeServer(_ -> Answer.data("{\"node\":%s}".formatted(found)))) {
        assertThat(execute(server, "consumer", "show", "a:b").code()).isEqualTo(2);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"SAFE,0", "UNKNOWN,1", "UNSAFE,1"})
  void onlyWhatIsSafeEndsWell(String verdict, int code) throws IOException {
    String findings =
        verdict.equals("SAFE")
            ? ""
            : """
            {"code":"SEEN_READING","reader":"finance:cash-board","at":"2026-11-20T08:00:00Z",
             "message":"finance:cash-board read it.\\u001b[31m"}\
            """;
    String answer =
        """
        {"contract":{"version":{"version":"1.0.0","status":"DEPRECATED","supportedUntil":null,
         "retirement":{"verdict":"%s","lastReadAt":null,"recentDays":30,"findings":[%s]}}}}\
        """
            .formatted(verdict, findings);
    try (FakeServer server = new FakeServer(_ -> Answer.data(answer))) {
      Ended text = execute(server, "retirement", "payments/settlements/daily@1.0.0");
      Ended csv =
          execute(server, "retirement", "payments/settlements/daily@1.0.0", "--format", "csv");
      Ended json =
          execute(server, "retirement", "payments/settlements/daily@1.0.0", "--format", "json");

      assertThat(List.of(text.code(), csv.code(), json.code())).containsOnly(code);
      assertThat(text.out())
          .contains("payments/settlements/daily@1.0.0  " + verdict)
          .contains("No read of it was seen. Reads count for 30 days.")
          .doesNotContain("\u001b");
      assertThat(csv.out().lines()).hasSize(2);
      assertThat(JsonMapper.shared().readTree(json.out()).at("/retirement/verdict").asString())
          .isEqualTo(verdict);
      assertThat(variables(server).path("contract").asString())
          .isEqualTo("payments/settlements/daily");
      assertThat(variables(server).path("version").asString()).isEqualTo("1.0.0");
    }
  }

  @Test
  void aVersionThatIsNotServedHasNoVerdict() throws IOException {
    String retired =
        "{\"contract\":{\"version\":{\"version\":\"1.0.0\",\"status\":\"RETIRED\",\"retirement\":null}}}";
    for (String answer : List.of("{\"contract\":null}", retired)) {
      try (FakeServer server = new FakeServer(_ -> Answer.data(answer))) {
        assertThat(execute(server, "retirement", "a/b/c@1.0.0").code()).isEqualTo(2);
      }
    }
    assertThat(run.execute("retirement", "a/b/c").code()).isEqualTo(2);
    assertThat(run.execute("retirement", "a/b/c@").code()).isEqualTo(2);
  }

  private static JsonNode variables(FakeServer server) {
    return JsonMapper.shared().readTree(server.asked().getFirst().body()).path("variables");
  }

  private Ended execute(FakeServer server, String... typed) {
    List<String> arguments = new ArrayList<>(List.of(typed));
    arguments.addAll(List.of("--server", server.address()));
    return run.execute(arguments.toArray(String[]::new));
  }
}
