package io.concordat.server;

import static io.concordat.server.Documents.APPOINT;
import static io.concordat.server.Documents.CAST_VOTE;
import static io.concordat.server.Documents.OPEN_INCIDENT;
import static io.concordat.server.Documents.OPEN_PROPOSAL;
import static io.concordat.server.Documents.PUBLISH;
import static io.concordat.server.Documents.START_VOTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** The whole service on real engines, used as its users use it; the steps build on each other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstLightTest {

  private static final List<String> DOMAINS = List.of("alpha", "beta", "gamma", "delta", "epsilon");

  private static Node node;

  @BeforeAll
  static void start() {
    node = Node.start(Stores.fresh());
    Client governance = node.as("governance");
    SmallMesh.seat(governance, DOMAINS);
    SmallMesh.offer(governance, List.of("alpha/things", "beta/things"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @Order(1)
  void refusesCallersWithoutToken() {
    assertThat(Http.post(node.port(), "/graphql", "{\"query\":\"{ mesh { domains } }\"}", null))
        .isEqualTo(401);
    assertThat(Http.post(node.port(), "/graphql", "{\"query\":\"{ mesh { domains } }\"}", "x.y.z"))
        .isEqualTo(401);
  }

  @Test
  @Order(2)
  void tellsEveryViolationWithItsLine() {
    String broken =
        Documents.contract("alpha/things/thing", "1.0.0", "")
            .replace("value: monetary-amount", "value: no-such-type")
            .replace("latency", "availability");
    JsonNode answer = publish("alpha/things/thing", broken);
    assertThat(answer.at("/version/status").asString()).isEqualTo("REJECTED");
    assertThat(answer.at("/verdict/passed").asBoolean()).isFalse();
    assertThat(answer.at("/verdict/policySet").asInt()).isEqualTo(1);
    JsonNode violations = answer.at("/verdict/violations");
    assertThat(violations.size()).isGreaterThanOrEqualTo(2);
    int line = broken.substring(0, broken.indexOf("name: amount")).split("\n", -1).length;
    assertThat(violations.valueStream().map(violation -> violation.get("line").asInt(0)))
        .anySatisfy(told -> assertThat(told).isBetween(line, line + 6));
    assertThat(answer.at("/version/document").asString()).isEqualTo(broken);
  }

  @Test
  @Order(3)
  void malformedYamlIsToldWithItsLine() {
    JsonNode answer = publish("alpha/things/thing", "apiVersion: v3.1.0\nkind: [unclosed\nid: x\n");
    assertThat(answer.at("/verdict/violations/0/policy").asString()).isEqualTo("yaml");
    assertThat(answer.at("/verdict/violations/0/line").asInt()).isBetween(2, 4);
  }

  @Test
  @Order(4)
  void shipsWhatPassesAndShowsItAtOnce() {
    JsonNode answer =
        publish("alpha/things/thing", Documents.contract("alpha/things/thing", "1.0.0", ""));
    assertThat(answer.at("/verdict/violations").toString()).isEqualTo("[]");
    assertThat(answer.at("/version/status").asString()).isEqualTo("ACTIVE");
    assertThat(answer.at("/receipt/readable").asBoolean()).isTrue();
    JsonNode catalog =
        node.as("viewer")
            .ask("{ catalog(query: \"things\") { totalCount edges { node { id } } } }");
    assertThat(catalog.at("/catalog/edges/0/node/id").asString()).isEqualTo("alpha/things");
  }

  @Test
  @Order(5)
  void derivesLineageFromTheDeclaredUpstream() {
    JsonNode answer =
        publish(
            "beta/things/thing",
            Documents.contract("beta/things/thing", "1.0.0", "alpha/things/thing"));
    assertThat(answer.at("/version/status").asString()).as(answer.toString()).isEqualTo("ACTIVE");
    JsonNode lineage =
        node.as("viewer")
            .ask(
                "{ lineage(of: \"alpha/things\", direction: DOWNSTREAM, depth: 3) {"
                    + " nodes { id depth } edges { upstream downstream contract } } }");
    assertThat(lineage.at("/lineage/nodes/1/id").asString()).isEqualTo("beta/things");
    assertThat(lineage.at("/lineage/edges/0/contract").asString()).isEqualTo("alpha/things/thing");
    JsonNode unknown =
        node.as("viewer")
            .answer("{ lineage(of: \"no/such\", direction: UPSTREAM) { nodes { id } } }");
    assertThat(unknown.at("/errors/0/extensions/code").asString()).isEqualTo("PRODUCT_NOT_FOUND");
  }

  @Test
  @Order(6)
  void oneOfTwoEqualPublicationsWins() throws Exception {
    List<Callable<JsonNode>> both =
        List.of(() -> publishRaw("1.1.0", "one"), () -> publishRaw("1.1.0", "two"));
    List<JsonNode> answers = atOnce(both);
    assertThat(answers.stream().filter(answer -> answer.get("userErrors").isEmpty())).hasSize(1);
    assertThat(
            answers.stream()
                .flatMap(answer -> answer.get("userErrors").valueStream())
                .map(error -> error.get("code").asString()))
        .containsExactly("CONTRACT_VERSION_EXISTS");
  }

  @Test
  @Order(7)
  void theSameMutationTwiceUnderOneKeyIsCarriedOutOnce() {
    Map<String, Object> input = new java.util.HashMap<>(Documents.tagRule("Twice"));
    input.put("idempotencyKey", "twice-1");
    Client author = node.as("rep-alpha");
    JsonNode first = author.tell("openProposal", OPEN_PROPOSAL, "input", input);
    JsonNode second = author.tell("openProposal", OPEN_PROPOSAL, "input", input);
    assertThat(second.at("/proposal/id")).isEqualTo(first.at("/proposal/id"));
    assertThat(second.at("/receipt/position")).isEqualTo(first.at("/receipt/position"));
    input.put("title", "Something else");
    assertThat(author.refused("openProposal", OPEN_PROPOSAL, "input", input))
        .containsExactly("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  @Order(8)
  void theThirdObjectionSendsTheProposalBack() {
    String proposal = openBallot("Tags for all", Duration.ofDays(3));
    for (String domain : List.of("beta", "gamma")) {
      assertThat(object(domain, proposal).at("/proposal/status").asString()).isEqualTo("VOTING");
    }
    // The same domain again is no third domain.
    assertThat(object("gamma", proposal).at("/proposal/objections").asInt()).isEqualTo(2);
    JsonNode third = object("delta", proposal);
    assertThat(third.at("/proposal/status").asString()).isEqualTo("SENT_BACK");
    assertThat(third.at("/proposal/objections").asInt()).isEqualTo(3);
    assertThat(
            node.as("rep-epsilon")
                .refused(
                    "castVote",
                    CAST_VOTE,
                    "input",
                    Map.of("proposal", proposal, "choice", "CONSENT")))
        .containsExactly("VOTING_NOT_OPEN");
  }

  @Test
  @Order(9)
  void onlyASeatVotesAndAnObjectionSaysWhy() {
    String proposal = openBallot("Tags again", Duration.ofDays(3));
    assertThat(
            node.as("rep-nowhere")
                .refused(
                    "castVote",
                    CAST_VOTE,
                    "input",
                    Map.of("proposal", proposal, "choice", "CONSENT")))
        .containsExactly("NO_SEAT");
    assertThat(
            node.as("rep-beta")
                .refused(
                    "castVote",
                    CAST_VOTE,
                    "input",
                    Map.of("proposal", proposal, "choice", "OBJECT")))
        .containsExactly("OBJECTION_NEEDS_REASON");
    assertThat(
            node.as("governance")
                .refused(
                    "appointRepresentative",
                    APPOINT,
                    "input",
                    Map.of("domain", "beta", "representative", "rep-other")))
        .containsExactly("SEAT_TAKEN");
    assertThat(
            node.as("governance")
                .refused(
                    "appointRepresentative",
                    APPOINT,
                    "input",
                    Map.of("domain", "nowhere", "representative", "rep-nowhere")))
        .containsExactly("DOMAIN_NOT_FOUND");
  }

  @Test
  @Order(10)
  void incidentsKeepTheirTimes() {
    JsonNode opened =
        node.as("machine-observer")
            .tell(
                "openIncident",
                OPEN_INCIDENT,
                "input",
                Map.of(
                    "product", "alpha/things",
                    "contract", "alpha/things/thing",
                    "commitment", "freshness",
                    "severity", "HIGH",
                    "summary", "No data since 04:00."));
    String incident = opened.at("/incident/id").asString();
    assertThat(opened.at("/incident/downstream/0/id").asString()).isEqualTo("beta/things");
    String acknowledge =
        "mutation($input: IncidentInput!) { acknowledgeIncident(input: $input) {"
            + " incident { status secondsToAcknowledge acknowledgedBy } userErrors { code } } }";
    JsonNode acknowledged =
        node.as("owner-test")
            .tell("acknowledgeIncident", acknowledge, "input", Map.of("incident", incident));
    assertThat(acknowledged.at("/incident/status").asString()).isEqualTo("ACKNOWLEDGED");
    assertThat(acknowledged.at("/incident/acknowledgedBy").asString()).isEqualTo("owner-test");
    String resolve =
        "mutation($input: ResolveIncidentInput!) { resolveIncident(input: $input) {"
            + " incident { status secondsToResolve cause } userErrors { code } } }";
    Map<String, Object> fixed = Map.of("incident", incident, "cause", "FIXED");
    assertThat(
            node.as("owner-test")
                .tell("resolveIncident", resolve, "input", fixed)
                .at("/incident/status")
                .asString())
        .isEqualTo("RESOLVED");
    assertThat(node.as("owner-test").refused("resolveIncident", resolve, "input", fixed))
        .containsExactly("INCIDENT_ALREADY_RESOLVED");
    aResolvedIncidentCanBeReopened(incident);
  }

  private static void aResolvedIncidentCanBeReopened(String incident) {
    Map<String, Object> again = Map.of("incident", incident, "reason", "Late again.");
    JsonNode reopened =
        node.as("owner-test")
            .tell(
                "reopenIncident",
                incident("reopenIncident", "ReopenIncidentInput"),
                "input",
                again);
    assertThat(reopened.at("/incident/status").asString()).isEqualTo("OPEN");
    assertThat(reopened.at("/incident/secondsToResolve").isNull()).isTrue();
    node.as("owner-test")
        .tell(
            "assignIncident",
            incident("assignIncident", "AssignIncidentInput"),
            "input",
            Map.of("incident", incident, "assignee", "dora"));
    JsonNode commented =
        node.as("owner-test")
            .tell(
                "commentOnIncident",
                incident("commentOnIncident", "CommentOnIncidentInput"),
                "input",
                Map.of("incident", incident, "text", "The export is stuck."));
    assertThat(commented.at("/incident/assignee").asString()).isEqualTo("dora");
    assertThat(commented.at("/incident/timeline").valueStream().map(e -> e.at("/kind").asString()))
        .containsExactly("OPENED", "ACKNOWLEDGED", "RESOLVED", "REOPENED", "ASSIGNED", "COMMENTED");
    assertThat(commented.at("/incident/timeline/5/text").asString())
        .isEqualTo("The export is stuck.");
    assertThat(
            node.as("owner-test")
                .refused(
                    "resolveIncident",
                    incident("resolveIncident", "ResolveIncidentInput"),
                    "input",
                    Map.of("incident", incident, "cause", "RECOVERED")))
        .containsExactly("NOT_ALLOWED");
  }

  private static String incident(String mutation, String input) {
    return "mutation($input: "
        + input
        + "!) { "
        + mutation
        + "(input: $input) { incident { status assignee secondsToResolve timeline { kind text } }"
        + " userErrors { code } } }";
  }

  @Test
  @Order(11)
  void scorecardRanksByCompliance() {
    String record =
        "mutation($input: RecordComplianceInput!) { recordCompliance(input: $input) {"
            + " compliance { percent } userErrors { code message } } }";
    Map<String, Long> failures = Map.of("alpha/things", 2L, "beta/things", 80L);
    failures.forEach((product, failed) ->
        node.as("machine-observer")
            .tell(
                "recordCompliance",
                record,
                "input",
                Map.of(
                    "product",
                    product,
                    "from",
                    "2026-01-05T00:00:00Z",
                    "to",
                    "2026-01-06T00:00:00Z",
                    "counts",
                    List.of(
                        Map.of(
                            "commitment",
                            "freshness",
                            "passed",
                            1000 - failed,
                            "failed",
                            failed)))));
    JsonNode rows =
        node.as("viewer")
            .ask(
                "{ scorecard(month: \"2026-01\") { month rows { rank domain { id }"
                    + " compliancePercent standing } } }")
            .at("/scorecard/rows");
    assertThat(rows.at("/0/domain/id").asString()).isEqualTo("alpha");
    assertThat(rows.at("/0/compliancePercent").asDouble()).isEqualTo(99.8, within(1e-9));
    assertThat(rows.at("/0/standing").asString()).isEqualTo("RECOGNISED");
    assertThat(rows.at("/1/standing").asString()).isEqualTo("NEEDS_SUPPORT");
  }

  @Test
  @Order(12)
  void everythingIsHistory() {
    JsonNode trail =
        node.as("auditor")
            .ask(
                "{ auditTrail(type: [\"proposal.vote-cast\", \"proposal.sent-back\"], first: 100) {"
                    + " totalCount edges { node { type stream actor payload } } } }")
            .at("/auditTrail");
    List<String> types = new ArrayList<>();
    trail.get("edges").forEach(edge -> types.add(edge.at("/node/type").asString()));
    assertThat(types).contains("proposal.sent-back").contains("proposal.vote-cast");
    assertThat(trail.at("/edges/0/node/actor").asString()).isEqualTo("rep-beta");
  }

  private static String openBallot(String title, Duration length) {
    Client author = node.as("rep-alpha");
    String proposal =
        author
            .tell("openProposal", OPEN_PROPOSAL, "input", Documents.tagRule(title))
            .at("/proposal/id")
            .asString();
    author.tell(
        "startVoting",
        START_VOTING,
        "input",
        Map.of("proposal", proposal, "closesAt", Instant.now().plus(length).toString()));
    return proposal;
  }

  private static JsonNode object(String domain, String proposal) {
    return node.as("rep-" + domain)
        .tell(
            "castVote",
            CAST_VOTE,
            "input",
            Map.of(
                "proposal", proposal,
                "choice", "OBJECT",
                "reason", "Not every product has one.",
                "requestedChange", "Make it a warning."));
  }

  private static JsonNode publish(String contract, String document) {
    return node.as("owner-test")
        .tell(
            "publishContractVersion",
            PUBLISH,
            "input",
            Map.of("contract", contract, "document", document));
  }

  private static JsonNode publishRaw(String version, String name) {
    return node.as("owner-test")
        .ask(
            PUBLISH,
            "input",
            Map.of(
                "contract",
                "alpha/things/thing",
                "document",
                Documents.contract("alpha/things/thing", version, "")
                    .replace("Test contract", name)))
        .get("publishContractVersion");
  }

  private static <T> List<T> atOnce(List<Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : threads.invokeAll(tasks)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
