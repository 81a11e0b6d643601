package io.concordat.server;

import static io.concordat.server.Documents.APPOINT;
import static io.concordat.server.Documents.CAST_VOTE;
import static io.concordat.server.Documents.OPEN_PROPOSAL;
import static io.concordat.server.Documents.PUBLISH;
import static io.concordat.server.Documents.REGISTER_DOMAIN;
import static io.concordat.server.Documents.REGISTER_PRODUCT;
import static io.concordat.server.Documents.START_VOTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Two nodes over the same stores: a ballot runs out, is adopted once, and the next publication is
 * judged by it.
 */
class AdoptionTest {

  @Test
  void adoptsOnceAndJudgesTheNextPublication() {
    ShiftedClock.setAhead(Duration.ZERO);
    Stores stores = Stores.fresh();
    try (Node one = Node.start(stores, List.of(ShiftedClock.class));
        Node two = Node.start(stores, List.of(ShiftedClock.class))) {
      Client governance = one.as("governance");
      for (String domain : List.of("alpha", "beta", "gamma")) {
        governance.tell(
            "registerDomain",
            REGISTER_DOMAIN,
            "input",
            Map.of("id", domain, "name", domain, "description", "A domain."));
        governance.tell(
            "appointRepresentative",
            APPOINT,
            "input",
            Map.of("domain", domain, "representative", "rep-" + domain));
      }
      governance.tell(
          "registerDataProduct",
          REGISTER_PRODUCT,
          "input",
          Map.of(
              "id", "alpha/things",
              "name", "Things",
              "description", "All things.",
              "owner", "owner-test",
              "sharePercent", 50));
      assertThat(publish(one, "1.0.0").at("/verdict/passed").asBoolean()).isTrue();

      String proposal =
          one.as("rep-alpha")
              .tell("openProposal", OPEN_PROPOSAL, "input", Documents.tagRule("Tags"))
              .at("/proposal/id")
              .asString();
      one.as("rep-alpha")
          .tell(
              "startVoting",
              START_VOTING,
              "input",
              Map.of(
                  "proposal",
                  proposal,
                  "closesAt",
                  Instant.now().plus(Duration.ofDays(2)).toString()));
      for (String domain : List.of("alpha", "beta")) {
        // Votes through either node count alike.
        (domain.equals("alpha") ? one : two)
            .as("rep-" + domain)
            .tell(
                "castVote", CAST_VOTE, "input", Map.of("proposal", proposal, "choice", "CONSENT"));
      }

      ShiftedClock.setAhead(Duration.ofDays(3));
      String status = "query($id: ID!) { proposal(id: $id) { status policySet objections } }";
      await()
          .atMost(Duration.ofSeconds(30))
          .untilAsserted(() ->
              assertThat(
                      two.as("viewer")
                          .ask(status, "id", proposal)
                          .at("/proposal/status")
                          .asString())
                  .isEqualTo("ADOPTED"));
      assertThat(two.as("viewer").ask("{ policySet { number } }").at("/policySet/number").asInt())
          .isEqualTo(2);
      assertThat(
              one.as("auditor")
                  .ask(
                      "{ auditTrail(type: [\"proposal.adopted\", \"policy-set.changed\"]) { totalCount } }")
                  .at("/auditTrail/totalCount")
                  .asLong())
          .isEqualTo(2);

      for (Node node : List.of(one, two)) {
        JsonNode judged = publish(node, node == one ? "1.1.0" : "1.2.0");
        assertThat(judged.at("/verdict/policySet").asInt()).isEqualTo(2);
        assertThat(judged.at("/verdict/violations/0/policy").asString()).isEqualTo("tagged");
      }
    } finally {
      ShiftedClock.setAhead(Duration.ZERO);
    }
  }

  private static JsonNode publish(Node node, String version) {
    return node.as("owner-test")
        .tell(
            "publishContractVersion",
            PUBLISH,
            "input",
            Map.of(
                "contract",
                "alpha/things/thing",
                "document",
                Documents.contract("alpha/things/thing", version, "")));
  }
}
