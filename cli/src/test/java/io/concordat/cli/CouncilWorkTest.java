package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.cli.FakeServer.Answer;
import io.concordat.cli.FakeServer.Asked;
import io.concordat.cli.Run.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Comments, delegations, trials and changes of any kind. What is asked fits the published schema.
 */
class CouncilWorkTest {

  private static final String ID = "0195f0a1-0000-7000-8000-000000000001";
  private static final String COMMENT =
      """
      {"id":"%s","round":2,"parent":null,"author":"ann","domain":{"id":"risk"},
       "body":"Why\\u001b[31m?\\nSo early.","commentedAt":"2026-11-02T00:00:00Z","editedAt":null}\
      """;
  private static final String RESULT =
      """
      {"policySet":3,"contracts":2,"failing":%d,"everyContractFails":false,"warning":%s,
       "violationCount":1,"months":3,"publications":5,"stoppedCount":4,
       "byDomain":[{"domain":{"id":"risk"},"contracts":2,"failing":%1$d,"violations":1}],
       "violations":[{"contract":"risk/a/b","version":"1.0.0","violation":{"policy":"tried",
        "severity":"ERROR","path":"$.name","line":3,"message":"no\\u001b name"}}],
       "stopped":[],"past":null,"unjudged":[],"milliseconds":12}\
      """;

  @TempDir Path directory;
  private Run run;

  @BeforeEach
  void token() {
    run = new Run(directory).with("CONCORDAT_TOKEN", "t");
  }

  @Test
  void allCommentsAreListed() throws IOException {
    try (FakeServer server = new FakeServer(CouncilWorkTest::comments)) {
      Ended ended = run.execute("proposal", "comments", ID, "--server", server.address());

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out())
          .contains("c1  2026-11-02T00:00:00Z  round 2  ann for risk")
          .contains("c2  2026")
          .contains("  So early.")
          .contains("2 comments.")
          .doesNotContain("\u001b");
      Ended json = run.execute("proposal", "comments", ID, "--json", "--server", server.address());
      assertThat(json(json.out()).at("/1/id").asString()).isEqualTo("c2");
    }
    try (FakeServer none = new FakeServer(_ -> Answer.data("{\"proposal\":null}"))) {
      Ended ended = run.execute("proposal", "comments", ID, "--server", none.address());
      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.err()).contains("There is no proposal");
    }
  }

  @Test
  void aCommentIsAdded() throws IOException {
    String added =
        "{\"addComment\":{\"comment\":%s,\"userErrors\":[]}}".formatted(COMMENT.formatted("c3"));
    try (FakeServer server = new FakeServer(_ -> Answer.data(added))) {
      Ended ended =
          run.execute(
              "proposal", "comment", ID, "Why?", "--parent", "c1", "--server", server.address());

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out()).contains("c3  2026");
      JsonNode input = variables(server.asked().getFirst()).path("input");
      assertThat(input.path("proposal").asString()).isEqualTo(ID);
      assertThat(input.path("body").asString()).isEqualTo("Why?");
      assertThat(input.path("parent").asString()).isEqualTo("c1");
      assertThat(input.path("idempotencyKey").asString()).startsWith("cli:");
    }
    String refused =
        "{\"addComment\":{\"comment\":null,\"userErrors\":[{\"code\":\"COMMENT_LIMIT_REACHED\","
            + "\"message\":\"Wait a while.\",\"path\":[]}]}}";
    try (FakeServer server = new FakeServer(_ -> Answer.data(refused))) {
      Ended ended = run.execute("proposal", "comment", ID, "Why?", "--server", server.address());
      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.err()).contains("COMMENT_LIMIT_REACHED: Wait a while.");
    }
  }

  @Test
  void aSeatIsDelegatedAndTheDelegationRevoked() throws IOException {
    try (FakeServer server = new FakeServer(_ -> seats("delegateSeat", DELEGATION))) {
      Ended ended =
          run.execute(
              "council",
              "delegate",
              "risk",
              "dan",
              "--from",
              "2026-12-01",
              "--until",
              "2026-12-15",
              "--server",
              server.address());

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out())
          .isEqualTo(
              "risk is represented by rep-risk, and by dan from 2026-12-01T00:00:00Z until"
                  + " 2026-12-15T00:00:00Z.\n");
      JsonNode input = variables(server.asked().getFirst()).path("input");
      assertThat(input.path("domain").asString()).isEqualTo("risk");
      assertThat(input.path("delegate").asString()).isEqualTo("dan");
      assertThat(input.path("from").asString()).isEqualTo("2026-12-01T00:00:00Z");
      assertThat(input.path("until").asString()).isEqualTo("2026-12-15T00:00:00Z");
    }
    try (FakeServer server = new FakeServer(_ -> seats("revokeDelegation", "null"))) {
      Ended ended = run.execute("council", "revoke", "risk", "--server", server.address());

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out()).isEqualTo("risk is represented by rep-risk alone.\n");
    }
    assertThat(run.execute("council", "delegate", "risk", "dan").code()).isEqualTo(2);
    assertThat(run.execute("council", "delegate", "risk", "dan", "--until", "soon").code())
        .isEqualTo(2);
  }

  @Test
  void aProposalIsTriedToItsEndAndToldHowFarItIs() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    try (FakeServer server = new FakeServer(request -> trial(request, asked, 1, "null"))) {
      Ended ended =
          run.execute("proposal", "what-if", ID, "--months", "3", "--server", server.address());

      assertThat(ended.code()).as(ended.err()).isEqualTo(1);
      assertThat(ended.err()).contains("counting the contracts", "1 of 2 contracts");
      assertThat(ended.out())
          .contains("risk/a/b@1.0.0  $.name: no\\u{1b} name")
          .contains("1 of 2 would fail")
          .contains("Of 5 publications in 3 months, 4 would have been stopped.")
          .contains("Of 2 contracts in force, 1 would fail (policy set 3).");
      JsonNode variables = variables(server.asked().getFirst());
      assertThat(variables.path("proposal").asString()).isEqualTo(ID);
      assertThat(variables.path("months").asInt()).isEqualTo(3);
      assertThat(variables.path("pastVersions").asBoolean(true)).isFalse();
    }
  }

  @Test
  void aPolicyFileIsTriedWithoutAProposal() throws IOException {
    Files.writeString(
        directory.resolve("owner.policy.yaml"),
        """
        id: owner-named
        title: An owner is named
        family: documentation
        scope: contract
        severity: warning
        expression: contract.name != ''
        message: Name an owner.
        documentation: Who is asked?
        """);
    try (FakeServer server =
        new FakeServer(request -> trial(request, new AtomicInteger(9), 0, "null"))) {
      Ended ended =
          run.execute(
              "policy", "what-if", "owner.policy.yaml", "--json", "--server", server.address());

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(json(ended.out()).path("failing").asInt(-1)).isZero();
      JsonNode variables = variables(server.asked().getFirst());
      assertThat(variables.at("/policy/id").asString()).isEqualTo("owner-named");
      assertThat(variables.at("/policy/severity").asString()).isEqualTo("WARNING");
    }
  }

  @Test
  void aWarningOfTheTrialComesFirstAndALostTrialIsToldSo() throws IOException {
    try (FakeServer server =
        new FakeServer(
            request -> trial(request, new AtomicInteger(9), 2, "\"EVERY CONTRACT FAILS: 2\""))) {
      Ended ended = run.execute("proposal", "what-if", ID, "--server", server.address());
      assertThat(ended.out()).startsWith("EVERY CONTRACT FAILS");
    }
    try (FakeServer server =
        new FakeServer(request ->
            request.body().contains("startWhatIf")
                ? Answer.data("{\"startWhatIf\":{\"id\":\"r\"}}")
                : Answer.data("{\"whatIfRun\":null}"))) {
      Ended ended = run.execute("proposal", "what-if", ID, "--server", server.address());
      assertThat(ended.code()).isEqualTo(3);
      assertThat(ended.err()).contains("does not know the trial any more");
    }
  }

  @ParameterizedTest
  @CsvSource({"STOPPED, It took too long.", "FAILED, It took too long.", "RESTING, RESTING"})
  @Timeout(20)
  void aTrialThatEndsWithoutAResultIsToldWhy(String state, String told) throws IOException {
    try (FakeServer server =
        new FakeServer(request ->
            request.body().contains("startWhatIf")
                ? Answer.data("{\"startWhatIf\":{\"id\":\"r\"}}")
                : Answer.data(
                    "{\"whatIfRun\":{\"state\":\"%s\",\"done\":1,\"total\":2,\"result\":null,\"reason\":\"It took too long.\"}}"
                        .formatted(state)))) {
      Ended ended = run.execute("proposal", "what-if", ID, "--server", server.address());

      assertThat(ended.code()).isEqualTo(3);
      assertThat(ended.err()).contains(told);
    }
  }

  @Test
  void aChangeOfAnyKindIsProposedFromAFile() throws IOException {
    Files.writeString(
        directory.resolve("rules.yaml"),
        """
        kind: CHANGE_COUNCIL_RULES
        title: Four objections
        rationale: We are many.
        effectiveFrom: 2027-01-01
        councilRules:
          quorumPercent: 50
          objectionLimit: 4
          shortestRoundSeconds: 3600
          longestRoundSeconds: 5184000
        """);
    try (FakeServer server = new FakeServer(_ -> opened())) {
      Ended ended = run.execute("proposal", "open", "rules.yaml", "--server", server.address());

      assertThat(ended.code()).as(ended.err()).isZero();
      JsonNode input = variables(server.asked().getFirst()).path("input");
      assertThat(input.path("title").asString()).isEqualTo("Four objections");
      assertThat(input.path("effectiveFrom").asString()).isEqualTo("2027-01-01T00:00:00Z");
      assertThat(input.at("/change/kind").asString()).isEqualTo("CHANGE_COUNCIL_RULES");
      assertThat(input.at("/change/councilRules/objectionLimit").isInt()).isTrue();
      assertThat(input.path("change").has("title")).isFalse();
    }
    Files.writeString(directory.resolve("type.yaml"), "name: parcel-code\n");
    try (FakeServer server = new FakeServer(_ -> opened())) {
      Ended ended =
          run.execute(
              "proposal",
              "open",
              "type.yaml",
              "--kind",
              "retire_semantic_type",
              "--title",
              "No parcels",
              "--rationale",
              "None are left.",
              "--server",
              server.address());

      assertThat(ended.code()).as(ended.err()).isZero();
      JsonNode change = variables(server.asked().getFirst()).at("/input/change");
      assertThat(change.toString())
          .isEqualTo("{\"kind\":\"RETIRE_SEMANTIC_TYPE\",\"name\":\"parcel-code\"}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'title: a'|has no kind",
        "'kind: ERASE'|there is no kind 'ERASE'",
        "'kind: CHANGE_PARAMETER\nname: a'|needs name and value, and nothing else; it has name.",
        "'kind: RETIRE\npolicyId: a\nname: b'|needs policyId, and nothing else",
        "'kind: RETIRE\npolicyId:\ntitle: a\nrationale: b'|line 2: policyId is empty",
        "'kind: RETIRE\npolicyId: a\nrationale: b'|has no title",
        "'kind: RETIRE\npolicyId: a\ntitle: [b]\nrationale: b'|title is a list, not a text",
        "'kind: RETIRE\npolicyId: a\ntitle: a\nrationale: b\neffectiveFrom: soon'|is no day",
        "'- a'|is no mapping",
        "'kind: {'|cannot be read: line"
      })
  void aFileThatHoldsNoChangeIsToldSoAndNothingIsAsked(String text, String told)
      throws IOException {
    Files.writeString(directory.resolve("change.yaml"), text);
    try (FakeServer server = new FakeServer(_ -> opened())) {
      Ended ended = run.execute("proposal", "open", "change.yaml", "--server", server.address());

      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.err()).contains(told);
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void everyCommandHasHelp() {
    for (List<String> command :
        List.of(
            List.of("proposal", "open"),
            List.of("proposal", "what-if"),
            List.of("proposal", "comment"),
            List.of("proposal", "comments"),
            List.of("policy", "what-if"),
            List.of("council", "delegate"),
            List.of("council", "revoke"))) {
      Ended ended = run.execute(command.getFirst(), command.getLast(), "--help");
      assertThat(ended.code()).isZero();
      assertThat(ended.out()).contains("Usage: concordat " + String.join(" ", command), "Example");
    }
  }

  private static final String DELEGATION =
      "{\"delegate\":\"dan\",\"from\":\"2026-12-01T00:00:00Z\",\"until\":\"2026-12-15T00:00:00Z\"}";

  private static Answer seats(String mutation, String delegation) {
    return Answer.data(
        """
        {"%s":{"council":{"seats":[
          {"domain":{"id":"other"},"representative":"x","delegation":null},
          {"domain":{"id":"risk"},"representative":"rep-risk","delegation":%s}]},"userErrors":[]}}\
        """
            .formatted(mutation, delegation));
  }

  private static Answer opened() {
    return Answer.data(
        "{\"openProposal\":{\"proposal\":{\"id\":\"%s\",\"status\":\"DISCUSSION\"},\"userErrors\":[]}}"
            .formatted(ID));
  }

  /** A run that is counted, half done, and done. */
  private static Answer trial(Asked request, AtomicInteger asked, int failing, String warning) {
    if (request.body().contains("startWhatIf")) {
      return Answer.data("{\"startWhatIf\":{\"id\":\"r\"}}");
    }
    return Answer.data(
        switch (asked.getAndIncrement()) {
          case 0 ->
              "{\"whatIfRun\":{\"state\":\"RUNNING\",\"done\":0,\"total\":null,\"result\":null}}";
          case 1 ->
              "{\"whatIfRun\":{\"state\":\"RUNNING\",\"done\":1,\"total\":2,\"result\":null}}";
          default ->
              "{\"whatIfRun\":{\"state\":\"DONE\",\"done\":2,\"total\":2,\"result\":%s}}"
                  .formatted(RESULT.formatted(failing, warning));
        });
  }

  private static Answer comments(Asked asked) {
    boolean second = variables(asked).path("after").asString("").equals("p1");
    return Answer.data(
        "{\"proposal\":{\"comments\":{\"edges\":[{\"node\":%s}],\"pageInfo\":{\"hasNextPage\":%s,\"endCursor\":\"p1\"}}}}"
            .formatted(COMMENT.formatted(second ? "c2" : "c1"), !second));
  }

  private static JsonNode variables(Asked asked) {
    return JsonMapper.shared().readTree(asked.body()).path("variables");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
