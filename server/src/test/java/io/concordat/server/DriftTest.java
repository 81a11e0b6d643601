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
 * A rule is adopted after a contract was published: on two nodes the contract is judged again once,
 * its drift shows wherever people look, and it can be told who decided. What was judged before can
 * be judged again, and comes out the same. The steps build on each other.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DriftTest {

  private static final String CONTRACT = "alpha/things/thing";
  private static final String OTHER = "beta/others/other";
  private static final String RECOMPUTE =
      """
      query($contract: ID!, $version: String!) { recomputeVerdict(contract: $contract, version: $version) {
        equal policySet basisRecorded basis { previousVersion upstream { contract version } }
        stored { passed violations { policy } } recomputed { passed violations { policy } } } }
      """;

  private static Duration ahead = Duration.ZERO;
  private static Node one;
  private static Node two;
  private static Instant beforeAdoption;
  private static String proposal;

  @BeforeAll
  static void start() {
    ShiftedClock.setAhead(Duration.ZERO);
    Stores stores = Stores.fresh();
    one = Node.start(stores, List.of(ShiftedClock.class));
    two = Node.start(stores, List.of(ShiftedClock.class));
    Client governance = one.as("governance");
    SmallMesh.seat(governance, List.of("alpha", "beta", "gamma"));
    SmallMesh.offer(governance, List.of("alpha/things", "beta/others"));
  }

  @AfterAll
  static void stop() {
    one.close();
    two.close();
    ShiftedClock.setAhead(Duration.ZERO);
  }

  @Test
  @Order(1)
  void whatIsPublishedConforms() {
    // Rejected at first: what it derives from does not exist yet.
    assertThat(
            publish(CONTRACT, Documents.contract(CONTRACT, "1.0.0-rc.1", OTHER))
                .at("/verdict/passed")
                .asBoolean())
        .isFalse();
    assertThat(
            publish(CONTRACT, Documents.contract(CONTRACT, "1.0.0", ""))
                .at("/verdict/passed")
                .asBoolean())
        .isTrue();
    assertThat(
            publish(CONTRACT, Documents.contract(CONTRACT, "1.0.1", "") + "tags: [named]\n")
                .at("/verdict/passed")
                .asBoolean())
        .isTrue();
    publish(OTHER, Documents.contract(OTHER, "1.0.0", "") + "tags: [gold]\n");
    assertThat(standing("1.0.0").get("standing").asString()).isEqualTo("CONFORMING");
    assertThat(standing("1.0.0").get("assessment").isNull()).isTrue();
    beforeAdoption = Instant.now();
  }

  @Test
  @Order(2)
  void whatRulesThatCameLaterWouldNotLetShipHasDriftedAndStaysServed() {
    proposal = adopt(Documents.tagRule("Tags"), Duration.ofDays(3));

    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(standing("1.0.0").get("standing").asString()).isEqualTo("DRIFTING"));
    JsonNode version = standing("1.0.0");
    assertThat(version.get("status").asString()).isEqualTo("ACTIVE");
    assertThat(version.at("/verdict/passed").asBoolean()).isTrue();
    assertThat(version.at("/assessment/policySet").asInt()).isEqualTo(2);
    assertThat(version.at("/assessment/passed").asBoolean()).isFalse();
    assertThat(version.at("/assessment/violations/0/policy").asString()).isEqualTo("tagged");
    assertThat(version.at("/assessment/violations/0/blocks").asBoolean()).isTrue();
    assertThat(standing("1.0.1").get("standing").asString()).isEqualTo("CONFORMING");
  }

  @Test
  @Order(3)
  void driftShowsWhereverPeopleLook() {
    JsonNode seen =
        two.as("viewer")
            .ask(
                """
                query($month: YearMonth!, $then: DateTime!) {
                  all: driftingContracts { totalCount edges { node { id } } }
                  beta: driftingContracts(domain: "beta") { totalCount }
                  owner: driftingContracts(owner: "owner-test") { totalCount }
                  nobody: driftingContracts(owner: "somebody-else") { totalCount }
                  then: driftingContracts(asOf: $then) { totalCount }
                  drifting: catalog(drifting: true) { edges { node { id driftingContracts { id } } } }
                  sound: catalog(drifting: false) { edges { node { id driftingContracts { id } } } }
                  contract(id: "alpha/things/thing", asOf: $then) { version(version: "1.0.0") { standing } }
                  scorecard(month: $month) { rows { driftingContracts waivers } } }
                """,
                "month",
                YearMonth.now(ZoneOffset.UTC).toString(),
                "then",
                beforeAdoption.toString());
    assertThat(seen.at("/all/totalCount").asLong()).isEqualTo(1);
    assertThat(seen.at("/all/edges/0/node/id").asString()).isEqualTo(CONTRACT);
    assertThat(seen.at("/beta/totalCount").asLong()).isZero();
    assertThat(seen.at("/owner/totalCount").asLong()).isEqualTo(1);
    assertThat(seen.at("/nobody/totalCount").asLong()).isZero();
    assertThat(seen.at("/then/totalCount").asLong()).isZero();
    assertThat(seen.at("/contract/version/standing").asString()).isEqualTo("CONFORMING");
    assertThat(seen.at("/drifting/edges").size()).isEqualTo(1);
    assertThat(seen.at("/drifting/edges/0/node/driftingContracts/0/id").asString())
        .isEqualTo(CONTRACT);
    assertThat(seen.at("/sound/edges").size()).isEqualTo(1);
    assertThat(seen.at("/sound/edges/0/node/driftingContracts").isEmpty()).isTrue();
  }

  @Test
  @Order(4)
  void twoNodesJudgeOnce() {
    // One for each served version: two of the one contract, one of the other.
    assertThat(
            one.as("auditor")
                .ask("{ auditTrail(type: [\"contract.assessed\"]) { totalCount } }")
                .at("/auditTrail/totalCount")
                .asLong())
        .isEqualTo(3);
  }

  @Test
  @Order(5)
  void anAuditorsOneQueryTellsWhoDecided() {
    JsonNode rejected = publish(CONTRACT, Documents.contract(CONTRACT, "1.1.0", ""));
    assertThat(rejected.at("/version/status").asString()).isEqualTo("REJECTED");

    JsonNode told =
        two.as("auditor")
            .ask(
                """
                query($contract: ID!) { contract(id: $contract) { version(version: "1.1.0") {
                  verdict { violations { policy message decidedBy {
                    policy { title expression } policySet { number } since meeting decidedAt
                    proposal { id title author { id }
                      history { round outcome votes { domain { id } voter choice standing } } } } } } } } }
                """,
                "contract",
                CONTRACT);
    JsonNode violation = told.at("/contract/version/verdict/violations/0");
    assertThat(violation.get("policy").asString()).isEqualTo("tagged");
    JsonNode origin = violation.get("decidedBy");
    assertThat(origin.at("/policy/expression").asString()).isEqualTo("size(contract.tags) > 0");
    assertThat(origin.at("/policySet/number").asInt()).isEqualTo(2);
    assertThat(origin.get("since").asInt()).isEqualTo(2);
    assertThat(origin.at("/proposal/id").asString()).isEqualTo(proposal);
    assertThat(origin.at("/proposal/history/0/outcome").asString()).isEqualTo("ADOPTED");
    assertThat(origin.at("/proposal/history/0/votes").size()).isEqualTo(2);
    assertThat(origin.at("/proposal/history/0/votes/0/voter").asString()).startsWith("rep-");
    Instant decidedAt = Instant.parse(origin.get("decidedAt").asString());
    JsonNode meeting =
        two.as("auditor")
            .ask(
                "query($id: ID!) { meeting(id: $id) { startsAt endsAt } }",
                "id",
                origin.get("meeting").asString())
            .get("meeting");
    assertThat(Instant.parse(meeting.get("endsAt").asString())).isAfter(decidedAt);
    assertThat(Instant.parse(meeting.get("startsAt").asString()))
        .isBefore(decidedAt.plus(Duration.ofDays(40)));
  }

  @Test
  @Order(6)
  void aRuleOfTheFoundingHasNoProposal() {
    JsonNode checked =
        one.as("owner-test")
            .ask(
                """
                query($contract: ID!, $document: String!) {
                  checkContract(contract: $contract, document: $document) {
                    violations { policy decidedBy { since meeting proposal { id } policy { id } } } } }
                """,
                "contract",
                CONTRACT,
                "document",
                Documents.contract(CONTRACT, "1.1.0", "alpha/things/nothing")
                        .replace("classification: internal", "classification: public")
                    + "tags: [gold]\n")
            .at("/checkContract/violations");
    assertThat(checked.isEmpty()).isFalse();
    checked
        .valueStream()
        .forEach(violation -> {
          assertThat(violation.at("/decidedBy/since").asInt()).isEqualTo(1);
          assertThat(violation.at("/decidedBy/proposal").isNull()).isTrue();
          assertThat(violation.at("/decidedBy/meeting").isNull()).isTrue();
        });
  }

  @Test
  @Order(7)
  void aVerdictIsTheSameYearsLater() {
    // The rejected one: its upstream has appeared since, and another policy set is in force.
    JsonNode rejected = recompute("1.0.0-rc.1");
    assertThat(rejected.get("equal").asBoolean()).isTrue();
    assertThat(rejected.get("policySet").asInt()).isEqualTo(1);
    assertThat(rejected.get("basisRecorded").asBoolean()).isTrue();
    assertThat(rejected.at("/basis/upstream/0/contract").asString()).isEqualTo(OTHER);
    assertThat(rejected.at("/basis/upstream/0/version").isNull()).isTrue();
    assertThat(rejected.at("/recomputed/passed").asBoolean()).isFalse();
    assertThat(rejected.at("/recomputed/violations").isEmpty()).isFalse();

    JsonNode first = recompute("1.0.0");
    assertThat(first.get("equal").asBoolean()).isTrue();
    assertThat(first.at("/recomputed/passed").asBoolean()).isTrue();
    assertThat(recompute("1.0.1").at("/basis/previousVersion").asString()).isEqualTo("1.0.0");
    assertThat(recompute("1.1.0").get("policySet").asInt()).isEqualTo(2);
    JsonNode assessment =
        one.as("auditor")
            .ask(
                "{ auditTrail(subject: \""
                    + CONTRACT
                    + "\", type: [\"contract.assessed\"]) {"
                    + " edges { node { sequence } } } }")
            .at("/auditTrail/edges/0/node/sequence");
    JsonNode again =
        one.as("auditor")
            .ask(
                "query($submission: Long!) { recomputeVerdict(contract: \""
                    + CONTRACT
                    + "\","
                    + " submission: $submission) { equal policySet recomputed { passed } } }",
                "submission",
                assessment.asLong())
            .get("recomputeVerdict");
    assertThat(again.get("equal").asBoolean()).isTrue();
    assertThat(again.get("policySet").asInt()).isEqualTo(2);
    assertThat(again.at("/recomputed/passed").asBoolean()).isFalse();
    assertThat(
            one.as("auditor")
                .answer(RECOMPUTE, "contract", CONTRACT, "version", "9.9.9")
                .at("/errors/0/extensions/code")
                .asString())
        .isEqualTo("CONTRACT_VERSION_NOT_FOUND");
  }

  @Test
  @Order(8)
  void aWaiverThatIsVotedLetsItPassForATimeAndSaysSo() {
    String waiver =
        adopt(
            Map.of(
                "title",
                "Time for tags",
                "rationale",
                "The team is away.",
                "change",
                Map.of(
                    "kind",
                    "GRANT_WAIVER",
                    "waiver",
                    Map.of(
                        "policy", "tagged",
                        "contract", CONTRACT,
                        "owner", "owner-test",
                        "reason", "The team is away.",
                        "until", now().plus(Duration.ofDays(40)).toString()))),
            Duration.ofDays(6));
    awaitStanding("1.0.0", "WAIVED");

    String document = Documents.contract(CONTRACT, "1.2.0", "");
    JsonNode checked =
        one.as("owner-test")
            .ask(
                """
                query($contract: ID!, $document: String!) {
                  checkContract(contract: $contract, document: $document) {
                    passed policySet violations { policy severity path line message } } }
                """,
                "contract",
                CONTRACT,
                "document",
                document)
            .get("checkContract");
    JsonNode published = publish(CONTRACT, document);
    assertThat(published.at("/version/status").asString()).isEqualTo("ACTIVE");
    assertThat(published.get("verdict").toString()).isEqualTo(checked.toString());
    assertThat(published.at("/verdict/violations/0/policy").asString()).isEqualTo("tagged");
    JsonNode version = standing("1.2.0");
    assertThat(version.get("standing").asString()).isEqualTo("WAIVED");
    assertThat(version.at("/waivers/0/id").asString()).isEqualTo(waiver);
    assertThat(version.at("/waivers/0/owner").asString()).isEqualTo("owner-test");
  }

  @Test
  @Order(9)
  void whenTheWaiverEndsItHasDriftedAgainAndItsVerdictIsStillTheSame() {
    ShiftedClock.setAhead(Duration.ofDays(60));

    awaitStanding("1.2.0", "DRIFTING");
    JsonNode again = recompute("1.2.0");
    assertThat(again.get("equal").asBoolean()).isTrue();
    assertThat(again.at("/recomputed/passed").asBoolean()).isTrue();
    assertThat(again.at("/recomputed/violations/0/policy").asString()).isEqualTo("tagged");
  }

  private static void awaitStanding(String version, String standing) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> assertThat(standing(version).get("standing").asString()).isEqualTo(standing));
  }

  private static Instant now() {
    return Instant.now().plus(ahead);
  }

  private static JsonNode recompute(String version) {
    return two.as("auditor")
        .ask(RECOMPUTE, "contract", CONTRACT, "version", version)
        .get("recomputeVerdict");
  }

  private static JsonNode standing(String version) {
    return two.as("viewer")
        .ask(
            """
            query($id: ID!, $version: String!) { contract(id: $id) { version(version: $version) {
              status standing verdict { passed }
              assessment { policySet passed violations { policy blocks } } waivers { id owner } } } }
            """,
            "id",
            CONTRACT,
            "version",
            version)
        .at("/contract/version");
  }

  /** Has a proposal voted in; the clock then stands so far ahead. */
  private static String adopt(Map<String, Object> input, Duration then) {
    String id =
        one.as("rep-alpha")
            .tell("openProposal", OPEN_PROPOSAL, "input", input)
            .at("/proposal/id")
            .asString();
    one.as("rep-alpha")
        .tell(
            "startVoting",
            START_VOTING,
            "input",
            Map.of("proposal", id, "closesAt", now().plus(Duration.ofDays(2)).toString()));
    for (String domain : List.of("alpha", "beta")) {
      one.as("rep-" + domain)
          .tell("castVote", CAST_VOTE, "input", Map.of("proposal", id, "choice", "CONSENT"));
    }
    ahead = then;
    ShiftedClock.setAhead(then);
    return id;
  }

  private static JsonNode publish(String contract, String document) {
    return one.as("owner-test")
        .tell(
            "publishContractVersion",
            PUBLISH,
            "input",
            Map.of("contract", contract, "document", document));
  }
}
