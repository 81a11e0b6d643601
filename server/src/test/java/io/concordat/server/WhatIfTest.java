package io.concordat.server;

import static io.concordat.server.Documents.OPEN_PROPOSAL;
import static io.concordat.server.Documents.PUBLISH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rules are tried on what is published, before anybody votes on them. */
class WhatIfTest {

  private static final String WHAT_IF =
      """
      query($policy: PolicyInput!) { whatIf(policy: $policy, months: 12, pastVersions: true) {
        contracts failing everyContractFails warning past { versions failing } publications stoppedCount
        stopped { contract version } byDomain { domain { id } contracts failing violations }
        violationCount violations(first: 5) { contract version violation { policy message } } } }
      """;

  private static Node node;

  @BeforeAll
  static void start() {
    ShiftedClock.setAhead(Duration.ZERO);
    node = Node.start(Stores.fresh(), List.of(ShiftedClock.class));
    Client governance = node.as("governance");
    SmallMesh.seat(governance, List.of("alpha", "beta"));
    SmallMesh.offer(governance, List.of("alpha/things", "beta/others"));
    publish("alpha/things/thing", "");
    publish("beta/others/other", "tags: [others]\n");
  }

  private static void publish(String contract, String more) {
    JsonNode published =
        node.as("owner-test")
            .tell(
                "publishContractVersion",
                PUBLISH,
                "input",
                Map.of(
                    "contract",
                    contract,
                    "document",
                    Documents.contract(contract, "1.0.0", "") + more));
    assertThat(published.at("/verdict/passed").asBoolean()).isTrue();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void aRuleIsTriedBeforeItIsVotedOn() {
    JsonNode tried = whatIf("size(contract.fields) > 1000");
    assertThat(tried.get("contracts").asInt()).isEqualTo(2);
    assertThat(tried.get("failing").asInt()).isEqualTo(2);
    assertThat(tried.get("everyContractFails").asBoolean()).isTrue();
    assertThat(tried.get("warning").asString()).startsWith("EVERY CONTRACT FAILS");
    assertThat(tried.at("/past/versions").asInt()).isEqualTo(2);
    assertThat(tried.get("publications").asInt()).isEqualTo(2);
    assertThat(tried.get("stoppedCount").asInt()).isEqualTo(2);
    assertThat(tried.at("/byDomain/0/domain/id").asString()).isEqualTo("alpha");
    assertThat(tried.at("/byDomain/1/failing").asInt()).isEqualTo(1);
    assertThat(tried.at("/violations/0/violation/policy").asString()).isEqualTo("tried");

    JsonNode kept = whatIf("size(contract.fields) > 1");
    assertThat(kept.get("failing").asInt()).isZero();
    assertThat(kept.get("warning").isNull()).isTrue();

    assertThat(
            node.as("rep-alpha")
                .answer(WHAT_IF, "policy", policy("contract.nothing == 1"))
                .at("/errors/0/message")
                .asString())
        .contains("does not compile", "line 1, column");
    // A policy that fails while it runs is violated, and does not stop the trial.
    assertThat(whatIf("1 / size(contract.servers) > 0").get("failing").asInt()).isEqualTo(2);

    String proposal =
        node.as("rep-alpha")
            .tell("openProposal", OPEN_PROPOSAL, "input", Documents.tagRule("Tags"))
            .at("/proposal/id")
            .asString();
    JsonNode ofProposal =
        node.as("rep-alpha")
            .ask(
                "query($id: ID!) { proposal(id: $id) { whatIf { failing unjudged { contract } } } }",
                "id",
                proposal)
            .at("/proposal/whatIf");
    assertThat(ofProposal.get("failing").asInt()).isEqualTo(1);
    assertThat(ofProposal.get("unjudged").isEmpty()).isTrue();
  }

  @Test
  void aTrialInTheBackgroundTellsHowFarItIs() {
    String run =
        node.as("rep-alpha")
            .ask(
                "mutation($policy: PolicyInput) { startWhatIf(policy: $policy) { id } }",
                "policy",
                policy("contract.name == ''"))
            .at("/startWhatIf/id")
            .asString();
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> {
          JsonNode seen =
              node.as("rep-alpha")
                  .ask(
                      "query($id: ID!) { whatIfRun(id: $id) { state startedBy done total result { failing } reason } }",
                      "id",
                      run)
                  .get("whatIfRun");
          assertThat(seen.get("state").asString()).isEqualTo("DONE");
          assertThat(seen.get("done").asInt()).isEqualTo(2);
          assertThat(seen.get("total").asInt()).isEqualTo(2);
          assertThat(seen.at("/result/failing").asInt()).isEqualTo(2);
          assertThat(seen.get("startedBy").asString()).isEqualTo("rep-alpha");
        });
    assertThat(cancel("rep-alpha", run).at("/data/cancelWhatIf/state").asString())
        .isEqualTo("DONE");
    assertThat(cancel("rep-beta", run).at("/errors/0/extensions/code").asString())
        .isEqualTo("NOT_ALLOWED");
    assertThat(
            node.as("rep-alpha")
                .ask("{ whatIfRun(id: \"unknown\") { id } }")
                .get("whatIfRun")
                .isNull())
        .isTrue();
  }

  private static JsonNode cancel(String caller, String run) {
    return node.as(caller)
        .answer("mutation($id: ID!) { cancelWhatIf(id: $id) { state } }", "id", run);
  }

  private static JsonNode whatIf(String expression) {
    return node.as("rep-alpha").ask(WHAT_IF, "policy", policy(expression)).get("whatIf");
  }

  private static Map<String, Object> policy(String expression) {
    return Map.of(
        "id", "tried",
        "title", "A rule that is tried",
        "family", "OTHER",
        "scope", "CONTRACT",
        "severity", "ERROR",
        "expression", expression,
        "message", "it is not kept",
        "documentation", "Only tried.");
  }
}
