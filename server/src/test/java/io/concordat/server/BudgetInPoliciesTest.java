package io.concordat.server;

import static io.concordat.server.ObservationSender.CONTRACT;
import static io.concordat.server.ObservationSender.completeness;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The council wants no breaking change of a product whose error budget is spent. */
class BudgetInPoliciesTest {

  private static final Duration AHEAD = Duration.ofDays(3);
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Path POLICY = Path.of("..", "docs", "examples", "budget-left.json");

  @AfterEach
  void clock() {
    ShiftedClock.setAhead(Duration.ZERO);
  }

  @Test
  void aBreakingChangeIsRefusedOnceTheBudgetIsSpent() throws IOException {
    try (Node node =
        Node.start(
            Stores.fresh(), List.of(ShiftedClock.class), "--concordat.observations.save=100ms")) {
      SmallMesh.seat(node.as("governance"), List.of("alpha", "beta", "gamma"));
      SmallMesh.offer(node.as("governance"), List.of("alpha/things"));
      assertThat(publish(node, ErrorBudgetsTest.withObjective("1.0.0", 100))).isEqualTo("passed");
      adopt(node);
      String breaking =
          ErrorBudgetsTest.withObjective("2.0.0", 100).replace("name: amount", "name: worth");
      await()
          .atMost(LONG)
          .untilAsserted(() -> {
            JsonNode checked = check(node, breaking);
            assertThat(checked.get("policySet").asInt()).isEqualTo(2);
            assertThat(checked.get("passed").asBoolean()).as(checked.toString()).isTrue();
          });

      Instant at = Instant.now().plus(AHEAD);
      new ObservationSender(node.port(), "machine-checks")
          .lines(
              IntStream.range(0, 4)
                  .mapToObj(i -> completeness("a" + i, at.plusMillis(i), 3))
                  .toList());
      await()
          .atMost(LONG)
          .untilAsserted(() ->
              assertThat(check(node, breaking).at("/violations/0/policy").asString(""))
                  .isEqualTo("budget-left"));
      assertThat(publish(node, breaking)).isEqualTo("budget-left");
      assertThat(publish(node, ErrorBudgetsTest.withObjective("1.0.1", 100) + "tags: [later]\n"))
          .isEqualTo("passed");

      JsonNode again =
          node.as("auditor")
              .ask(
                  """
                  { recomputeVerdict(contract: "alpha/things/daily", submission: 1) {
                    equal recomputed { passed } basis { budget { known month
                      shares { commitment objective checks failed spent } } } } }
                  """)
              .get("recomputeVerdict");
      assertThat(again.get("equal").asBoolean()).as(again.toString()).isTrue();
      assertThat(again.at("/recomputed/passed").asBoolean()).isFalse();
      assertThat(again.at("/basis/budget/known").asBoolean()).isTrue();
      assertThat(again.at("/basis/budget/shares/0/failed").asLong()).isEqualTo(4);
      assertThat(again.at("/basis/budget/shares/0/spent").asBoolean()).isTrue();
    }
  }

  private static JsonNode check(Node node, String document) {
    return node.as("owner-test")
        .ask(
            "query($contract: ID!, $document: String!) {"
                + " checkContract(contract: $contract, document: $document) {"
                + " passed policySet violations { policy severity message } } }",
            "contract",
            CONTRACT,
            "document",
            document)
        .get("checkContract");
  }

  /** What broke, or that it passed. */
  private static String publish(Node node, String document) {
    JsonNode verdict =
        node.as("owner-test")
            .tell(
                "publishContractVersion",
                Documents.PUBLISH,
                "input",
                Map.of("contract", CONTRACT, "document", document))
            .get("verdict");
    return verdict.get("passed").asBoolean()
        ? "passed"
        : verdict.at("/violations/0/policy").asString("");
  }

  private static void adopt(Node node) throws IOException {
    Object change = JsonMapper.shared().readValue(Files.readString(POLICY), Map.class);
    String id =
        node.as("rep-alpha")
            .tell(
                "openProposal",
                Documents.OPEN_PROPOSAL,
                "input",
                Map.of("title", "Budgets", "rationale", "Mend first.", "change", change))
            .at("/proposal/id")
            .asString();
    node.as("rep-alpha")
        .tell(
            "startVoting",
            Documents.START_VOTING,
            "input",
            Map.of("proposal", id, "closesAt", Instant.now().plus(Duration.ofDays(2)).toString()));
    for (String domain : List.of("alpha", "beta")) {
      node.as("rep-" + domain)
          .tell(
              "castVote",
              Documents.CAST_VOTE,
              "input",
              Map.of("proposal", id, "choice", "CONSENT"));
    }
    ShiftedClock.setAhead(AHEAD);
  }
}
