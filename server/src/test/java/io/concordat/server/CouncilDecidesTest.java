package io.concordat.server;

import static io.concordat.server.Documents.CAST_VOTE;
import static io.concordat.server.Documents.OPEN_PROPOSAL;
import static io.concordat.server.Documents.PUBLISH;
import static io.concordat.server.Documents.START_VOTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/**
 * What the council decides beside policies takes effect: its own rules, semantic types and waivers;
 * and what a domain without a seat left behind can be ended. The steps build on each other.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CouncilDecidesTest {

  private static final List<String> DOMAINS = List.of("alpha", "beta", "gamma", "delta");
  private static final String CONTRACT = "alpha/things/thing";
  private static final String STATUS =
      "query($id: ID!) { proposal(id: $id) { status objections } }";
  private static final String WITHDRAW =
      """
      mutation($input: WithdrawProposalInput!) { withdrawProposal(input: $input) {
        proposal { status } userErrors { code message path } } }
      """;
  private static final String VACATE =
      """
      mutation($input: VacateSeatInput!) { vacateSeat(input: $input) {
        council { seats { domain { id } } } userErrors { code message path } } }
      """;

  private static Node node;
  private static Duration ahead = Duration.ZERO;

  @BeforeAll
  static void start() {
    ShiftedClock.setAhead(Duration.ZERO);
    node = Node.start(Stores.fresh(), List.of(ShiftedClock.class));
    Client governance = node.as("governance");
    SmallMesh.seat(governance, DOMAINS);
    SmallMesh.offer(governance, List.of("alpha/things"));
  }

  @AfterAll
  static void stop() {
    node.close();
    ShiftedClock.setAhead(Duration.ZERO);
  }

  @Test
  @Order(1)
  void theNextProposalFollowsTheCouncilsNewRules() {
    adopt(
        "Four objections",
        Map.of(
            "kind",
            "CHANGE_COUNCIL_RULES",
            "councilRules",
            Map.of(
                "quorumPercent", 50,
                "objectionLimit", 4,
                "shortestRoundSeconds", 3_600,
                "longestRoundSeconds", 5_184_000)));
    assertThat(
            node.as("viewer")
                .ask("{ council { rules { objectionLimit } } }")
                .at("/council/rules/objectionLimit")
                .asInt())
        .isEqualTo(4);

    String next = opened("Tags", Documents.tagRule("Tags").get("change"));
    for (String domain : List.of("beta", "gamma", "delta")) {
      vote(domain, next, "OBJECT");
    }
    JsonNode three = node.as("viewer").ask(STATUS, "id", next).get("proposal");
    assertThat(three.get("objections").asInt()).isEqualTo(3);
    assertThat(three.get("status").asString()).isEqualTo("VOTING");
    vote("alpha", next, "OBJECT");
    assertThat(status(next)).isEqualTo("SENT_BACK");
  }

  @Test
  @Order(2)
  void aContractMayUseASemanticTypeOnceItIsAdopted() {
    String document = Documents.contract(CONTRACT, "1.0.0", "").replace("entity-id", "parcel-code");
    assertThat(publish(document).at("/verdict/violations/0/policy").asString())
        .isEqualTo("schema-semantic-types");

    adopt(
        "Parcels",
        Map.of(
            "kind",
            "ADD_SEMANTIC_TYPE",
            "semanticType",
            Map.of(
                "name", "parcel-code",
                "description", "Names a parcel.",
                "logicalTypes", List.of("string"),
                "pattern", "^[A-Z]+$",
                "leastClassification", "INTERNAL",
                "example", "ABC",
                "ownerDomain", "alpha")));

    JsonNode published = publish(document);
    assertThat(published.at("/verdict/passed").asBoolean()).as(published.toString()).isTrue();
    assertThat(published.at("/verdict/policySet").asInt()).isEqualTo(2);
  }

  @Test
  @Order(3)
  void aWaiverIsCountedOnTheScorecardOfTheMonthWhereTheDriftWas() {
    adopt("Tags", Documents.tagRule("Tags").get("change"));
    comply();
    awaitRow(1, 0);

    adopt(
        "Time for tags",
        Map.of(
            "kind",
            "GRANT_WAIVER",
            "waiver",
            Map.of(
                "policy", "tagged",
                "contract", CONTRACT,
                "owner", "owner-test",
                "reason", "The team is away.",
                "until", now().plus(Duration.ofDays(90)).toString())));
    comply();
    awaitRow(0, 1);
  }

  @Test
  @Order(4)
  void whatADomainWithoutASeatLeftBehindIsWithdrawnByGovernance() {
    String left =
        node.as("rep-delta")
            .tell(
                "openProposal",
                OPEN_PROPOSAL,
                "input",
                Map.of(
                    "title", "Left behind",
                    "rationale", "It is in the way.",
                    "change", Map.of("kind", "RETIRE", "policyId", "privacy-classification")))
            .at("/proposal/id")
            .asString();
    Map<String, Object> withdrawal = Map.of("proposal", left, "reason", "Delta is gone.");
    Client governance = node.as("governance");
    assertThat(governance.refused("withdrawProposal", WITHDRAW, "input", withdrawal))
        .containsExactly("NOT_THE_AUTHOR");

    governance.tell("vacateSeat", VACATE, "input", Map.of("domain", "delta"));

    assertThat(node.as("rep-delta").refused("withdrawProposal", WITHDRAW, "input", withdrawal))
        .containsExactly("NOT_THE_AUTHOR");
    assertThat(node.as("auditor").refused("withdrawProposal", WITHDRAW, "input", withdrawal))
        .containsExactly("NOT_THE_AUTHOR");
    assertThat(
            governance
                .tell("withdrawProposal", WITHDRAW, "input", withdrawal)
                .at("/proposal/status")
                .asString())
        .isEqualTo("WITHDRAWN");
  }

  /** Has a change voted in; the clock then stands three days further. */
  private static void adopt(String title, Object change) {
    String proposal = opened(title, change);
    vote("alpha", proposal, "CONSENT");
    vote("beta", proposal, "CONSENT");
    ahead = ahead.plusDays(3);
    ShiftedClock.setAhead(ahead);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(status(proposal)).isEqualTo("ADOPTED"));
  }

  private static String opened(String title, Object change) {
    Client alpha = node.as("rep-alpha");
    String proposal =
        alpha
            .tell(
                "openProposal",
                OPEN_PROPOSAL,
                "input",
                Map.of("title", title, "rationale", "We want it.", "change", change))
            .at("/proposal/id")
            .asString();
    alpha.tell(
        "startVoting",
        START_VOTING,
        "input",
        Map.of("proposal", proposal, "closesAt", now().plus(Duration.ofDays(2)).toString()));
    return proposal;
  }

  private static void vote(String domain, String proposal, String choice) {
    node.as("rep-" + domain)
        .tell(
            "castVote",
            CAST_VOTE,
            "input",
            Map.of(
                "proposal",
                proposal,
                "choice",
                choice,
                "reason",
                "So we think.",
                "requestedChange",
                "Less of it."));
  }

  private static String status(String proposal) {
    return node.as("viewer").ask(STATUS, "id", proposal).at("/proposal/status").asString();
  }

  private static JsonNode publish(String document) {
    return node.as("owner-test")
        .tell(
            "publishContractVersion",
            PUBLISH,
            "input",
            Map.of("contract", CONTRACT, "document", document));
  }

  /** Domains are on the scorecard of a month in which something was measured. */
  private static void comply() {
    Instant hour = now().truncatedTo(ChronoUnit.HOURS);
    node.as("machine-observer")
        .tell(
            "recordCompliance",
            "mutation($input: RecordComplianceInput!) { recordCompliance(input: $input) {"
                + " compliance { percent } userErrors { code message } } }",
            "input",
            Map.of(
                "product",
                "alpha/things",
                "from",
                hour.minus(Duration.ofHours(1)).toString(),
                "to",
                hour.toString(),
                "counts",
                List.of(Map.of("commitment", "freshness", "passed", 10, "failed", 0))));
  }

  private static void awaitRow(int drifting, int waivers) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> {
          JsonNode row =
              node.as("viewer")
                  .ask(
                      "query($month: YearMonth!) { scorecard(month: $month) { rows {"
                          + " domain { id } driftingContracts waivers } } }",
                      "month",
                      YearMonth.from(now().atOffset(ZoneOffset.UTC)).toString())
                  .at("/scorecard/rows/0");
          assertThat(row.at("/domain/id").asString()).isEqualTo("alpha");
          assertThat(row.get("driftingContracts").asInt()).isEqualTo(drifting);
          assertThat(row.get("waivers").asInt()).isEqualTo(waivers);
        });
  }

  private static Instant now() {
    return Instant.now().plus(ahead);
  }
}
