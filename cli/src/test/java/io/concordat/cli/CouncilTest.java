package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.cli.FakeServer.Answer;
import io.concordat.cli.FakeServer.Asked;
import io.concordat.cli.Run.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CouncilTest {

  private static final String ID = "0195f0a1-0000-7000-8000-000000000001";

  private static final String PROPOSAL =
      """
      {"id":"0195f0a1-0000-7000-8000-000000000001","title":"Name\\u001b[31m owners","rationale":"Why.\\nSo.",
       "status":"VOTING","round":2,"author":{"id":"payments"},"openedAt":"2026-11-01T00:00:00Z",
       "closesAt":"2026-12-01T00:00:00Z","effectiveFrom":null,"policySet":null,
       "consents":1,"abstentions":0,"objections":2,
       "change":{"kind":"ADD","policyId":"owner-named","policy":{"title":"Owner","scope":"CONTRACT",
        "severity":"ERROR","expression":"contract.name != ''","message":"Name it."}},
       "votes":[{"domain":{"id":"risk"},"voter":"rep-risk","choice":"OBJECT","reason":"Too early.",
        "requestedChange":"Wait.","castAt":"2026-11-02T00:00:00Z"}],
       "notVoted":[{"id":"finance"},{"id":"treasury"}],
       "reminders":[{"round":2,"daysBefore":3,"remindedAt":"2026-11-28T00:00:00Z",
        "domains":[{"id":"finance"}]}],
       "history":[{"round":1,"title":"Owners","outcome":"SENT_BACK","endedAt":"2026-11-01T10:00:00Z",
        "addressed":[],"votes":[{"domain":{"id":"trading"},"choice":"OBJECT","reason":"No.",
        "requestedChange":"Less.","standing":true}]}]}\
      """;

  private static final String POLICY_FILE =
      """
      id: owner-named
      title: An owner is named
      family: documentation
      scope: contract
      severity: warning
      expression: contract.name != ''
      message: Name an owner.
      documentation: |-
        Who is asked?
      examples:
        - name: without a name
          passes: false
          document: |-
            name: ""
      """;

  @TempDir Path directory;
  private Run run;

  @BeforeEach
  void token() {
    run = new Run(directory).with("CONCORDAT_TOKEN", "t");
  }

  @Test
  void allPagesOfProposalsAreListed() throws IOException {
    try (FakeServer server = new FakeServer(CouncilTest::pages)) {
      Ended ended =
          run.execute(
              "proposal", "list", "--status", "voting,sent_back", "--server", server.address());

      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out())
          .contains(ID)
          .contains("1 for, 2 against, 0 abstain")
          .contains("2 proposals.")
          .doesNotContain("\u001b");
      assertThat(variables(server.asked().getFirst()).get("status").toString())
          .isEqualTo("[\"VOTING\",\"SENT_BACK\"]");
      assertThat(
              json(run.execute("proposal", "list", "--json", "--server", server.address()).out())
                  .size())
          .isEqualTo(2);
    }
  }

  @Test
  void aProposalIsShownWithItsVotesAndRounds() throws IOException {
    try (FakeServer server = new FakeServer(_ -> Answer.data("{\"proposal\":" + PROPOSAL + "}"))) {
      assertThat(run.execute("proposal", "show", ID, "--server", server.address()).out())
          .contains("ADD owner-named")
          .contains("contract.name != ''")
          .contains("object   risk: Too early. Asks for: Wait.")
          .contains("not voted   finance, treasury")
          .contains("reminded, 3 days before the closing of round 2: finance")
          .contains("round 1     SENT_BACK")
          .contains("object   trading: No. Asks for: Less.")
          .doesNotContain("\u001b");
    }
    try (FakeServer none = new FakeServer(_ -> Answer.data("{\"proposal\":null}"))) {
      Ended ended = run.execute("proposal", "show", ID, "--server", none.address());
      assertThat(ended.code()).isEqualTo(2);
      assertThat(ended.err()).contains("There is no proposal");
    }
  }

  @ParameterizedTest
  @CsvSource({"consent, CONSENT", "ABSTAIN, ABSTAIN", "object, OBJECT"})
  void aVoteIsCast(String typed, String choice) throws IOException {
    try (FakeServer server = new FakeServer(_ -> told("castVote"))) {
      Ended ended =
          run.execute(
              "proposal",
              "vote",
              ID,
              typed,
              "--reason",
              "Because.",
              "--requested-change",
              "Less.",
              "--server",
              server.address());

      assertThat(ended.code()).as(ended.err()).isZero();
      JsonNode input = variables(server.asked().getFirst()).get("input");
      assertThat(input.path("proposal").asString()).isEqualTo(ID);
      assertThat(input.path("choice").asString()).isEqualTo(choice);
      assertThat(input.path("reason").asString()).isEqualTo("Because.");
      assertThat(input.path("requestedChange").asString()).isEqualTo("Less.");
      assertThat(input.path("idempotencyKey").asString()).startsWith("cli:");
    }
    assertThat(run.execute("proposal", "vote", ID, "maybe").code()).isEqualTo(2);
  }

  @Test
  void aRefusalIsExitCodeOne() throws IOException {
    try (FakeServer server =
        new FakeServer(_ ->
            Answer.data(
                "{\"castVote\":{\"proposal\":null,\"userErrors\":[{\"code\":\"NO_SEAT\","
                    + "\"message\":\"Only representatives vote.\",\"path\":[]}]}}"))) {
      Ended ended = run.execute("proposal", "vote", ID, "consent", "--server", server.address());

      assertThat(ended.code()).isEqualTo(1);
      assertThat(ended.err()).contains("NO_SEAT: Only representatives vote.");
    }
  }

  @Test
  void aBallotIsStartedAndAProposalWithdrawn() throws IOException {
    try (FakeServer server = new FakeServer(_ -> told("startVoting"))) {
      assertThat(
              run.execute(
                      "proposal",
                      "start",
                      ID,
                      "--closes",
                      "2026-12-15",
                      "--server",
                      server.address())
                  .code())
          .isZero();
      assertThat(variables(server.asked().getFirst()).path("input").path("closesAt").asString())
          .isEqualTo("2026-12-15T00:00:00Z");
    }
    try (FakeServer server = new FakeServer(_ -> told("withdrawProposal"))) {
      assertThat(run.execute("proposal", "withdraw", ID, "--server", server.address()).code())
          .isZero();
    }
  }

  @Test
  void aPolicyFileIsProposedAsAnAdditionOrAChange() throws IOException {
    Files.writeString(directory.resolve("owner.policy.yaml"), POLICY_FILE);
    try (FakeServer server =
        new FakeServer(asked -> proposing(asked, "openProposal", "privacy-classification"))) {
      Ended ended =
          run.execute(
              "policy",
              "propose",
              "owner.policy.yaml",
              "--rationale",
              "Now.",
              "--effective-from",
              "2027-01-01",
              "--server",
              server.address());

      assertThat(ended.code()).as(ended.err()).isZero();
      JsonNode input = variables(server.asked().getLast()).get("input");
      assertThat(input.at("/change/kind").asString()).isEqualTo("ADD");
      assertThat(input.at("/change/policy/family").asString()).isEqualTo("DOCUMENTATION");
      assertThat(input.at("/change/policy/severity").asString()).isEqualTo("WARNING");
      assertThat(input.at("/change/policy/examples/0/document").asString()).isEqualTo("name: \"\"");
      assertThat(input.path("title").asString()).isEqualTo("An owner is named");
      assertThat(input.path("rationale").asString()).isEqualTo("Now.");
      assertThat(input.path("effectiveFrom").asString()).isEqualTo("2027-01-01T00:00:00Z");
    }
    try (FakeServer server =
        new FakeServer(asked -> proposing(asked, "openProposal", "owner-named"))) {
      run.execute("policy", "propose", "owner.policy.yaml", "--server", server.address());
      JsonNode input = variables(server.asked().getLast()).get("input");
      assertThat(input.at("/change/kind").asString()).isEqualTo("CHANGE");
      assertThat(input.path("rationale").asString()).isEqualTo("Who is asked?");
    }
  }

  @Test
  void aRevisionNamesWhoseObjectionsAreAddressed() throws IOException {
    Files.writeString(directory.resolve("owner.policy.yaml"), POLICY_FILE);
    List<List<String>> ways =
        List.of(
            List.of("proposal", "revise", ID, "owner.policy.yaml", "--addressed", "risk,trading"),
            List.of(
                "policy",
                "propose",
                "owner.policy.yaml",
                "--revise",
                ID,
                "--addressed",
                "risk,trading"));
    for (List<String> way : ways) {
      try (FakeServer server =
          new FakeServer(asked -> proposing(asked, "reviseProposal", "owner-named"))) {
        List<String> arguments = new ArrayList<>(way);
        arguments.addAll(List.of("--server", server.address()));
        Ended ended = run.execute(arguments.toArray(String[]::new));

        assertThat(ended.code()).as(ended.err()).isZero();
        JsonNode input = variables(server.asked().getLast()).get("input");
        assertThat(input.path("proposal").asString()).isEqualTo(ID);
        assertThat(input.path("addressed").toString()).isEqualTo("[\"risk\",\"trading\"]");
      }
    }
  }

  @Test
  void aPolicyIsProposedToBeRetired() throws IOException {
    try (FakeServer server = new FakeServer(_ -> told("openProposal"))) {
      assertThat(
              run.execute(
                      "policy", "propose", "--retire", "owner-named", "--server", server.address())
                  .code())
          .isZero();
      JsonNode change = variables(server.asked().getFirst()).at("/input/change");
      assertThat(change.path("kind").asString()).isEqualTo("RETIRE");
      assertThat(change.path("policyId").asString()).isEqualTo("owner-named");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "policy propose|Name either a policy file",
        "policy propose a.yaml --retire b|Name either a policy file",
        "policy propose a.yaml --addressed b|--addressed goes with --revise",
        "policy propose none.yaml|There is no such file",
        "policy list --set 1 --as-of 2026-01-01|Name either --set or --as-of"
      })
  void misuseIsExplained(String arguments, String told) {
    Ended ended = run.execute(arguments.split(" "));

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains(told);
  }

  @Test
  void allThatIsWrongWithAPolicyFileIsTold() throws IOException {
    Files.writeString(
        directory.resolve("bad.policy.yaml"),
        POLICY_FILE.replace("scope: contract", "scope: galaxy").replace("title:", "titel:"));
    Ended ended = run.execute("policy", "propose", "bad.policy.yaml");

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .contains("line 2: There is no 'titel' here")
        .contains("title is missing")
        .contains("line 4: scope must be one of contract, object, field");
  }

  @Test
  void policiesAreListedAndShown() throws IOException {
    String set =
        """
        {"policySet":{"number":7,"effectiveFrom":"2026-11-01T00:00:00Z","proposal":null,"policies":[
         {"id":"owner-named","title":"Owner","family":"DOCUMENTATION","scope":"CONTRACT","severity":"ERROR",
          "expression":"true","message":"m","documentation":"d","examples":[
          {"name":"no owner","passes":false,"document":"x","previous":null}]}]}}\
        """;
    try (FakeServer server = new FakeServer(_ -> Answer.data(set))) {
      String address = server.address();
      assertThat(run.execute("policy", "list", "--set", "7", "--server", address).out())
          .contains("owner-named")
          .contains("Policy set 7, in force from 2026-11-01T00:00:00Z: 1 policy.");
      assertThat(run.execute("policy", "show", "owner-named", "--server", address).out())
          .contains("breaks it: no owner");
      Ended missing = run.execute("policy", "show", "other", "--server", address);
      assertThat(missing.code()).isEqualTo(2);
      assertThat(missing.err()).contains("Policy set 7 has no policy 'other'");
    }
  }

  @Test
  void theAgendaTellsWhoHasNotVoted() throws IOException {
    String agenda =
        """
        {"agenda":{"at":"2026-11-23T00:00:00Z","horizon":"2027-01-05T14:00:00Z",
         "meeting":{"id":"2026-12","startsAt":"2026-12-01T14:00:00Z","endsAt":"2026-12-01T15:00:00Z"},
         "voting":[%s],"sentBack":[],"discussion":[],
         "scheduled":[{"number":8,"effectiveFrom":"2027-01-01T00:00:00Z","proposal":{"id":"1","title":"T"}}],
         "waivers":[{"id":"1","policy":"p","contract":"a/b/c","owner":"ana","until":"2026-12-24T00:00:00Z"}],
         "drift":[{"domain":{"id":"risk"},"contracts":2}],
         "migrations":[{"id":"a/b/c@1.0.0","successor":"2.0.0","supportedUntil":"2026-12-20T00:00:00Z",
          "pending":[{"id":"x"}]}]}}\
        """
            .formatted(PROPOSAL);
    try (FakeServer server = new FakeServer(_ -> Answer.data(agenda))) {
      assertThat(run.execute("council", "agenda", "--server", server.address()).out())
          .contains("2026-12, begins 2026-12-01T14:00:00Z")
          .contains("In voting: 1")
          .contains("not voted: finance, treasury")
          .contains("Policy sets to come: 1")
          .contains("a/b/c may break p, answered for by ana")
          .contains("  risk: 2 contracts")
          .contains("a/b/c@1.0.0 to 2.0.0, 1 not moved");
    }
  }

  @Test
  void minutesAreThoseOfTheLastMeetingThatHasSome() throws IOException {
    try (FakeServer server = new FakeServer(CouncilTest::meetings)) {
      Ended ended = run.execute("council", "minutes", "--server", server.address());
      assertThat(ended.code()).as(ended.err()).isZero();
      assertThat(ended.out()).isEqualTo("# Minutes\n\n\\u{1b}text\n");
      assertThat(run.execute("council", "minutes", "--draft", "--server", server.address()).out())
          .isEqualTo("# Draft\n");
      assertThat(run.execute("council", "meetings", "--server", server.address()).out())
          .contains("2027-01  2027-01-05T14:00:00Z  no minutes")
          .contains("3 meetings.");
      Ended none = run.execute("council", "minutes", "2027-01", "--server", server.address());
      assertThat(none.code()).isEqualTo(2);
      assertThat(none.err()).contains("not on record");
    }
  }

  private static Answer meetings(Asked asked) {
    JsonNode variables = variables(asked);
    if (!variables.has("id")) {
      return Answer.data(
          """
          {"meetings":{"edges":[
           {"node":{"id":"2027-01","startsAt":"2027-01-05T14:00:00Z","minutes":null}},
           {"node":{"id":"2026-12","startsAt":"2026-12-01T14:00:00Z","minutes":null}},
           {"node":{"id":"2026-11","startsAt":"2026-11-03T14:00:00Z","minutes":
            {"recordedAt":"2026-11-03T15:05:00Z","recordedBy":"concordat","digest":"d"}}}],
           "pageInfo":{"hasNextPage":false,"endCursor":null}}}\
          """);
    }
    String id = variables.path("id").asString();
    if (id.equals("2026-12")) {
      return Answer.data("{\"meeting\":{\"id\":\"2026-12\",\"draft\":\"# Draft\\n\"}}");
    }
    return Answer.data(
        id.equals("2026-11")
            ? "{\"meeting\":{\"id\":\"2026-11\",\"minutes\":{\"text\":\"# Minutes\\n\\n\\u001btext\"}}}"
            : "{\"meeting\":{\"id\":\"2027-01\",\"minutes\":null}}");
  }

  private static Answer proposing(Asked asked, String mutation, String known) {
    return asked.body().contains(mutation)
        ? told(mutation)
        : Answer.data("{\"policySet\":{\"policies\":[{\"id\":\"" + known + "\"}]}}");
  }

  private static Answer told(String mutation) {
    return Answer.data(
        "{\"%s\":{\"proposal\":%s,\"userErrors\":[]}}".formatted(mutation, PROPOSAL));
  }

  private static Answer pages(Asked asked) {
    boolean second = variables(asked).path("after").asString("").equals("c1");
    return Answer.data(
        "{\"proposals\":{\"edges\":[{\"node\":%s}],\"pageInfo\":{\"hasNextPage\":%s,\"endCursor\":\"c1\"}}}"
            .formatted(PROPOSAL, !second));
  }

  private static JsonNode variables(Asked asked) {
    return JsonMapper.shared().readTree(asked.body()).path("variables");
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}
