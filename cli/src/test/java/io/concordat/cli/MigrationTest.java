package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.cli.FakeServer.Answer;
import io.concordat.cli.Run.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MigrationTest {

  private static final String ID = "payments/settlements/daily@1.4.0";

  private static final String MIGRATION =
      """
      {"id":"payments/settlements/daily@1.4.0","version":"1.4.0","successor":"2.0.0","status":"OPEN",
       "affected":["settlement.amount"],"affectsAll":false,"openedAt":"2026-11-01T00:00:00Z",
       "supportedUntil":"2026-12-01T00:00:00Z","closedAt":null,
       "timeline":[{"kind":"REMINDER","at":"2026-11-17T00:00:00Z","daysBefore":14,"happened":false}],
       "participants":[
        {"id":"finance:board","kind":"CONSUMER","status":"DONE","elements":["settlement.amount"],
         "domain":{"id":"finance"},"extension":null},
        {"id":"risk:model","kind":"CONSUMER","status":"ANNOUNCED","elements":[],"domain":{"id":"risk"},
         "extension":{"until":"2027-01-01T00:00:00Z","reason":"Freeze.\\u001b[31m","granted":null}}]}\
      """;

  private static final String IMPACT =
      """
      {"impact":{"consumers":[{"id":"finance:board","name":"CFO board","fields":["settlement.amount"],
       "depth":1,"domain":{"id":"finance"}}],"contracts":[],"owners":["owner-revenue"],
       "domains":[{"id":"finance"}]}}\
      """;

  @TempDir Path directory;
  private Run run;

  @BeforeEach
  void token() {
    run = new Run(directory).with("CONCORDAT_TOKEN", "t");
  }

  @Test
  void allPagesAreListed() throws IOException {
    try (FakeServer server = new FakeServer(MigrationTest::pages)) {
      Ended ended = run.execute("migration", "list", "--server", server.address());

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out()).contains(ID).contains("1 of 2 moved").contains("2 migrations.");
      JsonNode json =
          JsonMapper.shared()
              .readTree(
                  run.execute("migration", "list", "--json", "--server", server.address()).out());
      assertThat(json.size()).isEqualTo(2);
    }
  }

  @Test
  void oneIsShownWithItsReadersAndItsDays() throws IOException {
    try (FakeServer server =
        new FakeServer(_ -> Answer.data("{\"migration\":" + MIGRATION + "}"))) {
      Ended ended = run.execute("migration", "show", ID, "--server", server.address());

      assertThat(ended.out())
          .contains("served until 2026-12-01T00:00:00Z")
          .contains("REMINDER, 14 days before (to come)")
          .contains("reads settlement.amount")
          .contains("asks for time until 2027-01-01T00:00:00Z")
          .contains("not answered")
          .doesNotContain("\u001b");
    }
    try (FakeServer none = new FakeServer(_ -> Answer.data("{\"migration\":null}"))) {
      assertThat(run.execute("migration", "show", ID, "--server", none.address()).code())
          .isEqualTo(2);
    }
  }

  @Test
  void everyStepIsAMutationWithAKey() throws IOException {
    Map<String, List<String>> steps =
        Map.of(
            "acknowledgeMigration", List.of("acknowledge"),
            "startMigration", List.of("start"),
            "completeMigration", List.of("complete"),
            "grantExtension", List.of("grant"),
            "requestExtension", List.of("extend", "--until", "2027-02-15", "--reason", "Closing."),
            "declineExtension", List.of("decline", "--reason", "No."));
    for (Map.Entry<String, List<String>> step : steps.entrySet()) {
      String answer =
          "{\"%s\":{\"migration\":%s,\"userErrors\":[]}}".formatted(step.getKey(), MIGRATION);
      try (FakeServer server = new FakeServer(_ -> Answer.data(answer))) {
        List<String> arguments = new java.util.ArrayList<>(List.of("migration"));
        arguments.addAll(step.getValue());
        arguments.addAll(List.of(ID, "--consumer", "finance:board", "--server", server.address()));
        Ended ended = run.execute(arguments.toArray(String[]::new));

        assertThat(ended.code()).as(step.getKey() + ended.err()).isZero();
        JsonNode input =
            JsonMapper.shared()
                .readTree(server.asked().getFirst().body())
                .path("variables")
                .path("input");
        assertThat(input.path("migration").asString()).isEqualTo(ID);
        assertThat(input.path("consumer").asString()).isEqualTo("finance:board");
        assertThat(input.path("idempotencyKey").asString()).startsWith("cli:");
        if (step.getKey().equals("requestExtension")) {
          assertThat(input.path("until").asString()).isEqualTo("2027-02-15T00:00:00Z");
        }
      }
    }
  }

  @Test
  void aRefusalIsExitCode1AndWrongUseIs2() throws IOException {
    String answer =
        """
        {"completeMigration":{"migration":null,
         "userErrors":[{"code":"MIGRATION_CLOSED","message":"It has ended."}]}}\
        """;
    try (FakeServer server = new FakeServer(_ -> Answer.data(answer))) {
      Ended ended =
          run.execute(
              "migration", "complete", ID, "--consumer", "a:b", "--server", server.address());
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.err()).contains("MIGRATION_CLOSED");
    }
    assertThat(run.execute("migration").code()).isEqualTo(2);
    assertThat(run.execute("migration", "complete", ID).code()).isEqualTo(2);
    assertThat(
            run.execute(
                    "migration",
                    "extend",
                    ID,
                    "--consumer",
                    "a:b",
                    "--until",
                    "soon",
                    "--reason",
                    "x")
                .code())
        .isEqualTo(2);
  }

  @Test
  void theImpactOfFieldsAndOfADocument() throws IOException {
    Files.writeString(
        directory.resolve("daily.odcs.yaml"),
        Contracts.GOOD.replace("name: amount", "name: total"));
    try (FakeServer server = new FakeServer(MigrationTest::impact)) {
      run.with("CONCORDAT_SERVER", server.address());
      Ended fields =
          run.execute("impact", "payments/settlements/daily", "--fields", "settlement.amount");
      assertThat(fields.code()).as(fields.err()).isZero();
      assertThat(fields.out())
          .contains("finance:board  CFO board  reads settlement.amount")
          .contains("owner-revenue");
      Ended document = run.execute("impact", "daily.odcs.yaml");
      assertThat(document.code()).as(document.err()).isZero();
      assertThat(document.out()).contains("finance:board").contains("[field-removed]");
      assertThat(server.asked().getLast().body()).contains("[\"settlement.amount\"]");

      Ended compared =
          run.execute(
              "breaking",
              "daily.odcs.yaml",
              "--against",
              "server",
              "--consumers",
              "-o",
              "markdown");
      assertThat(compared.code()).isEqualTo(1);
      assertThat(compared.out()).contains("Concerned consumers").contains("CFO board");

      Files.writeString(directory.resolve("daily.odcs.yaml"), Contracts.GOOD);
      assertThat(run.execute("impact", "daily.odcs.yaml").out()).contains("Nothing breaks.");
      assertThat(run.execute("impact", "daily.odcs.yaml", "--fields", "a.b").code()).isEqualTo(2);
    }
  }

  @Test
  void consumersThatCannotBeAskedForAreNotLeftOutInSilence() throws IOException {
    Files.writeString(directory.resolve("before.yaml"), Contracts.GOOD);
    Files.writeString(
        directory.resolve("after.yaml"), Contracts.GOOD.replace("name: amount", "name: total"));
    Ended ended =
        run.with("CONCORDAT_SERVER", "http://127.0.0.1:1")
            .execute("diff", "before.yaml", "after.yaml", "--consumers");

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.out())
        .contains("Which consumers are concerned is not known")
        .contains("amount");
  }

  private static Answer impact(FakeServer.Asked asked) {
    return Answer.data(
        asked.body().contains("impact(of")
            ? IMPACT
            : JsonMapper.shared()
                .writeValueAsString(
                    Map.of(
                        "contract",
                        Map.of(
                            "current", Map.of("version", "1.4.0", "document", Contracts.GOOD)))));
  }

  private static Answer pages(FakeServer.Asked asked) {
    boolean first = !asked.body().contains("\"after\"");
    return Answer.data(
        "{\"migrations\":{\"edges\":[{\"node\":%s}],\"pageInfo\":{\"hasNextPage\":%s,\"endCursor\":\"c\"}}}"
            .formatted(MIGRATION, first));
  }
}
