package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.cli.FakeServer.Answer;
import io.concordat.cli.Run.Ended;
import io.concordat.contract.foundation.Foundation;
import io.concordat.messages.policy.PolicySet;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ServerCommandsTest {

  private static final String TOKEN = "eyJhbGciOi.J9-secret.token";
  private static final String VIEWER =
      "{\"viewer\":{\"subject\":\"owner-settlements\",\"roles\":[\"product-owner\"]}}";
  private static final String PASSED = "{\"checkContract\":{\"policySet\":7,\"violations\":[]}}";

  @TempDir Path directory;
  private Run run;

  @BeforeEach
  void files() throws IOException {
    run = new Run(directory).with("CONCORDAT_TOKEN", TOKEN);
    Files.writeString(directory.resolve("daily.odcs.yaml"), Contracts.GOOD);
  }

  @Test
  void checkAsksTheGate() throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.data(PASSED))) {
      Ended ended = run.execute("check", "daily.odcs.yaml", "--server", server.address() + "/");

      assertThat(ended.code()).isZero();
      assertThat(ended.out()).contains("1 passed").contains("policy set 7");
      JsonNode body = JsonMapper.shared().readTree(server.asked().getFirst().body());
      assertThat(body.path("variables").path("contract").asString())
          .isEqualTo("payments/settlements/daily");
      assertThat(body.path("variables").path("document").asString()).isEqualTo(Contracts.GOOD);
      assertThat(server.asked().getFirst().authorization()).isEqualTo("Bearer " + TOKEN);
    }
  }

  @Test
  void aViolationOfThePoliciesIsExitCode1() throws IOException {
    String violation =
        """
        {"checkContract":{"policySet":7,"violations":[{"policy":"privacy","severity":"ERROR",
         "path":"$.schema[0].properties[1]","line":23,"message":"Classify it."}]}}\
        """;
    try (FakeServer server = new FakeServer(_ -> Answer.data(violation))) {
      Ended ended = run.execute("check", "daily.odcs.yaml", "--server", server.address());

      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.out()).contains("Classify it.").contains("[privacy]");
    }
  }

  @Test
  void whatIsNoContractIsNotSent() throws IOException {
    Files.writeString(directory.resolve("bad.odcs.yaml"), Contracts.BAD);
    try (FakeServer server = new FakeServer(_ -> Answer.data(PASSED))) {
      assertThat(run.execute("check", "bad.odcs.yaml", "--server", server.address()).code())
          .isEqualTo(1);
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void everyWayToFailTheServerIsExitCode3AndNeverShowsTheToken() throws IOException {
    List<Answer> answers =
        List.of(
            Answer.of(401, ""),
            Answer.of(403, ""),
            Answer.of(500, "oops"),
            Answer.of(503, "{}"),
            Answer.of(200, "<html>"),
            Answer.of(200, "{\"data\":null}"),
            Answer.of(
                200, "{\"errors\":[{\"message\":\"no\",\"extensions\":{\"code\":\"INTERNAL\"}}]}"));
    for (Answer answer : answers) {
      try (FakeServer server = new FakeServer(_ -> answer)) {
        for (String command : List.of("check", "publish")) {
          Ended ended = run.execute(command, "daily.odcs.yaml", "--server", server.address());
          assertThat(ended.code()).as(command + answer).isEqualTo(3);
          assertThat(ended.out() + ended.err()).doesNotContain(TOKEN);
        }
      }
    }
  }

  @Test
  void anAnswerWithoutWhatWasAskedIsNeverFine() throws IOException {
    for (String data :
        List.of(
            "{}",
            "{\"checkContract\":null,\"impact\":null}",
            "{\"checkContract\":{},\"impact\":{}}")) {
      try (FakeServer server = new FakeServer(_ -> Answer.data(data))) {
        assertThat(run.execute("check", "daily.odcs.yaml", "--server", server.address()).code())
            .as(data)
            .isEqualTo(3);
        assertThat(
                run.execute("impact", "payments/settlements/daily", "--server", server.address())
                    .code())
            .as(data)
            .isEqualTo(3);
      }
    }
  }

  @Test
  void nothingListeningIsTold() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    Ended ended = run.execute("status", "--server", "http://127.0.0.1:" + free);

    assertThat(ended.code()).isEqualTo(3);
    assertThat(ended.err()).contains("nothing listens there");
  }

  @Test
  void anAnswerThatNeverComesEndsInTime() throws IOException {
    try (ServerSocket silent = new ServerSocket(0)) {
      Ended ended =
          run.execute(
              "check",
              "daily.odcs.yaml",
              "--timeout",
              "1",
              "--server",
              "http://127.0.0.1:" + silent.getLocalPort());

      assertThat(ended.code()).isEqualTo(3);
      assertThat(ended.out()).contains("did not answer within 1 s");
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    try (FakeServer elsewhere = new FakeServer(_ -> Answer.data(PASSED));
        FakeServer server =
            new FakeServer(_ -> new Answer(307, "", elsewhere.address() + "/graphql"))) {
      Ended ended = run.execute("check", "daily.odcs.yaml", "--server", server.address());

      assertThat(ended.code()).isEqualTo(3);
      assertThat(ended.out()).contains("redirect");
      assertThat(elsewhere.asked()).isEmpty();
    }
  }

  @Test
  void aTokenIsNotSentInTheClearToAnotherMachine() {
    Ended ended = run.execute("status", "--server", "http://concordat.example");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("https");
    assertThat(run.execute("status", "--server", "ftp://concordat.example").code()).isEqualTo(2);
    assertThat(run.execute("status", "--server", "https://me:pw@concordat.example").code())
        .isEqualTo(2);
  }

  @Test
  void checkWithASavedPolicySetAsksNobody() throws IOException {
    PolicySet set = Foundation.policySet(Instant.parse("2026-01-01T00:00:00Z"));
    String json = JsonMapper.shared().writeValueAsString(Map.of("policySet", set));
    try (FakeServer server = new FakeServer(_ -> Answer.data(json))) {
      Ended saved = run.execute("policies", "save", "p.json", "--server", server.address());
      assertThat(saved.code()).as(saved.err()).isZero();
      assertThat(saved.out()).contains("Policy set 1");
    }
    String upstream = Contracts.GOOD.replace("value: []", "value: [customer/profiles/profile]");
    Files.writeString(directory.resolve("up.odcs.yaml"), upstream);
    Files.writeString(
        directory.resolve("poor.odcs.yaml"),
        Contracts.GOOD.replace("  purpose: What was settled", "  usage: What was settled"));

    Ended good = run.execute("check", "daily.odcs.yaml", "up.odcs.yaml", "--policies", "p.json");
    assertThat(good.code()).as(good.out()).isZero();
    assertThat(good.out())
        .contains("as it was saved in p.json")
        .contains("whether these upstream contracts exist: customer/profiles/profile");
    Ended poor = run.execute("check", "poor.odcs.yaml", "--policies", "p.json");
    assertThat(poor.code()).isEqualTo(1);
    assertThat(poor.out()).contains("[documentation-complete]");
    assertThat(run.execute("check", "daily.odcs.yaml", "--policies", "daily.odcs.yaml").code())
        .isEqualTo(2);
    assertThat(run.execute("check", "daily.odcs.yaml", "--policies", "none.json").code())
        .isEqualTo(2);
  }

  @Test
  void publishTellsTheVerdictAndUsesOneKeyForOneDocumentAndRun() throws IOException {
    String answer =
        """
        {"publishContractVersion":{"version":{"version":"1.4.0","status":"ACTIVE"},
         "verdict":{"passed":true,"policySet":3,"violations":[]},"receipt":{"readable":true},
         "userErrors":[]}}\
        """;
    try (FakeServer server = new FakeServer(_ -> Answer.data(answer))) {
      for (int i = 0; i < 2; i++) {
        Ended ended =
            run.execute(
                "publish",
                "daily.odcs.yaml",
                "--idempotency-key",
                "run-1",
                "--server",
                server.address());
        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("payments/settlements/daily 1.4.0 is published");
      }
      run.execute("publish", "daily.odcs.yaml", "--server", server.address());
      List<String> keys = server.asked().stream().map(ServerCommandsTest::key).toList();
      assertThat(keys.get(0)).isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
      assertThat(keys.get(0)).hasSizeLessThan(100);
    }
  }

  @Test
  void publishSendsAgainUnderTheSameKeyWhereTheAnswerWasLost() throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.of(503, ""))) {
      assertThat(run.execute("publish", "daily.odcs.yaml", "--server", server.address()).code())
          .isEqualTo(3);
      assertThat(server.asked()).hasSize(2);
      assertThat(server.asked().stream().map(ServerCommandsTest::key).distinct()).hasSize(1);
    }
  }

  @Test
  void whatTheDomainRefusesIsExitCode1() throws IOException {
    String answer =
        """
        {"publishContractVersion":{"version":null,"verdict":null,"receipt":null,
         "userErrors":[{"code":"CONTRACT_VERSION_NOT_HIGHER","message":"Must be higher."}]}}\
        """;
    try (FakeServer server = new FakeServer(_ -> Answer.data(answer))) {
      Ended ended = run.execute("publish", "daily.odcs.yaml", "--server", server.address());

      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.out()).contains("[CONTRACT_VERSION_NOT_HIGHER]").contains("Must be higher.");
    }
  }

  @Test
  void loginKeepsATokenForItsServerAlone() throws IOException {
    try (FakeServer server = new FakeServer(ServerCommandsTest::issuer);
        FakeServer other = new FakeServer(_ -> Answer.data(PASSED))) {
      Run somebody = new Run(directory).secret("p:w d");
      Ended ended =
          somebody.execute("login", "--client", "owner-settlements", "--server", server.address());

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out() + ended.err()).contains("owner-settlements").doesNotContain(TOKEN);
      Path file = directory.resolve("config/concordat/credentials.json");
      assertThat(Files.readString(file)).contains(TOKEN);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
          .isEqualTo("rwx------");

      somebody.execute("status");
      assertThat(server.asked().getLast().authorization()).isEqualTo("Bearer " + TOKEN);
      assertThat(somebody.execute("check", "daily.odcs.yaml", "--server", other.address()).code())
          .isEqualTo(3);
      assertThat(other.asked()).isEmpty();

      somebody.execute("login", "--forget", "--server", server.address());
      assertThat(Files.readString(file)).doesNotContain(TOKEN);
    }
  }

  @Test
  void theSecretOfAClientComesFromInputOrEnvironment() throws IOException {
    try (FakeServer server = new FakeServer(ServerCommandsTest::issuer)) {
      String[] login = {"login", "--client", "owner-settlements", "--server", server.address()};
      assertThat(new Run(directory).execute(login).code()).as("nobody to ask").isEqualTo(2);
      assertThat(new Run(directory).with("CONCORDAT_CLIENT_SECRET", "p:w d").execute(login).code())
          .isZero();
      assertThat(
              new Run(directory)
                  .input("p:w d\n")
                  .execute(
                      "login",
                      "--client",
                      "owner-settlements",
                      "--secret-stdin",
                      "--server",
                      server.address())
                  .code())
          .isZero();
      Ended wrong = new Run(directory).with("CONCORDAT_CLIENT_SECRET", "hunter2").execute(login);
      assertThat(wrong.code()).isEqualTo(3);
      assertThat(wrong.err()).contains("invalid_client").doesNotContain("hunter2");
    }
  }

  @Test
  void aTokenThatTheServerDoesNotTakeIsNotKept() throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.of(401, ""))) {
      Ended ended =
          new Run(directory)
              .input("abc\n")
              .execute("login", "--token-stdin", "--server", server.address());

      assertThat(ended.code()).isEqualTo(3);
      assertThat(directory.resolve("config")).doesNotExist();
      assertThat(new Run(directory).input("a b\n").execute("login", "--token-stdin").code())
          .isEqualTo(2);
    }
  }

  @Test
  void statusTellsServerCallerAndVersions() throws IOException {
    try (FakeServer server = new FakeServer(ServerCommandsTest::status)) {
      Ended ended =
          run.execute(
              "status", "--contract", "payments/settlements/daily", "--server", server.address());

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out())
          .contains(server.address() + ", UP")
          .contains("owner-settlements (product-owner), votes for payments")
          .contains("3 open; see")
          .contains("1.4.0        DEPRECATED")
          .contains("supported until 2026-12-01T00:00:00Z");
      JsonNode json =
          JsonMapper.shared()
              .readTree(run.execute("status", "--json", "--server", server.address()).out());
      assertThat(json.path("viewer").path("subject").asString()).isEqualTo("owner-settlements");
      assertThat(run.execute("status", "--contract", "a/b/c", "--server", server.address()).code())
          .isEqualTo(2);
    }
  }

  @Test
  void statusTellsTheServerAlsoToWhomItDoesNotKnow() throws IOException {
    try (FakeServer server = new FakeServer(ServerCommandsTest::status)) {
      Ended ended = new Run(directory).execute("status", "--server", server.address());

      assertThat(ended.code()).isEqualTo(3);
      assertThat(ended.out()).contains(server.address() + ", UP");
      assertThat(ended.err()).contains("Log in first");
    }
  }

  @Test
  void completionNamesEveryCommand() {
    Ended ended = run.execute("completion");

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains("complete -F _complete_concordat").contains("lint check");
  }

  private static Answer status(FakeServer.Asked asked) {
    if (asked.path().startsWith("/actuator/health")) {
      return Answer.of(200, "{\"status\":\"UP\"}");
    }
    if (asked.body().contains("contract(id")) {
      return Answer.data(
          asked.body().contains("payments/settlements/daily")
              ? """
              {"contract":{"id":"payments/settlements/daily","product":{"owner":{"subject":"o"}},
               "versions":[{"version":"1.4.0","status":"DEPRECATED","publishedAt":"2026-11-01T00:00:00Z",
               "supportedUntil":"2026-12-01T00:00:00Z","digest":"00"}]}}\
              """
              : "{\"contract\":null}");
    }
    return Answer.data(
        """
        {"viewer":{"subject":"owner-settlements","roles":["product-owner"],"represents":{"id":"payments"}},
         "mesh":{"domains":23,"products":70,"contracts":70,"openProposals":1,"openIncidents":2,"compliancePercent":99.1},
         "policySet":{"number":1,"effectiveFrom":"2026-01-01T00:00:00Z"},"migrations":{"totalCount":3}}\
        """);
  }

  private static Answer issuer(FakeServer.Asked asked) {
    if (asked.path().startsWith("/actuator")) {
      return Answer.of(200, "{\"status\":\"UP\"}");
    }
    if (!asked.path().equals("/oauth2/token")) {
      return Answer.data(VIEWER);
    }
    // owner-settlements:p%3Aw+d
    boolean right = "Basic b3duZXItc2V0dGxlbWVudHM6cCUzQXcrZA==".equals(asked.authorization());
    return right
        ? Answer.of(200, "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\"}")
        : Answer.of(401, "{\"error\":\"invalid_client\"}");
  }

  private static String key(FakeServer.Asked asked) {
    return JsonMapper.shared().readTree(asked.body()).path("variables").path("key").asString();
  }
}
