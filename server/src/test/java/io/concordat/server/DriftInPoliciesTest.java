package io.concordat.server;

import static io.concordat.server.Documents.CAST_VOTE;
import static io.concordat.server.Documents.OPEN_PROPOSAL;
import static io.concordat.server.Documents.PUBLISH;
import static io.concordat.server.Documents.START_VOTING;
import static io.concordat.server.LineageSender.caughtUp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.concordat.localstack.TestEngines;
import io.concordat.localstack.TestEngines.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * The council demands that what jobs read is declared. The gate asks the lineage graph, which goes
 * away meanwhile; every verdict can be computed again. The steps build on each other.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DriftInPoliciesTest {

  private static final String CONTRACT = "alpha/things/thing";
  private static final String OTHER = "beta/others/other";
  private static final Duration ADOPTED = Duration.ofDays(3);
  private static final Instant SEEN = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static final Path POLICY = Path.of("..", "docs", "examples", "reads-declared.json");

  private static Node node;

  @BeforeAll
  static void start() {
    assumeFalse(
        TestEngines.isExternal(Store.NEO4J), "skipped: engines that were given cannot be stopped");
    ShiftedClock.setAhead(Duration.ZERO);
    node =
        Node.start(
            Stores.fresh(), List.of(ShiftedClock.class), "--concordat.read-your-write.patience=2s");
    Client governance = node.as("governance");
    SmallMesh.seat(governance, List.of("alpha", "beta", "gamma"));
    SmallMesh.offer(governance, List.of("alpha/things", "beta/others"));
  }

  @AfterAll
  static void stop() {
    TestEngines.startAll();
    if (node != null) {
      node.close();
    }
    ShiftedClock.setAhead(Duration.ZERO);
  }

  @Test
  @Order(1)
  void aPolicyThatAsksForDriftIsVotedIn() throws IOException {
    publish(OTHER, document(OTHER, "1.0.0", "", "beta"));
    LineageSender sender = new LineageSender(node.port());
    assertThat(
            sender.send(
                LineageSender.run(
                    "makes things",
                    SEEN.toString(),
                    List.of(Map.of("namespace", "postgres://db:5432", "name", "beta.public.thing")),
                    List.of(
                        Map.of(
                            "namespace",
                            "postgres://db:5432",
                            "name",
                            "alpha.public.thing",
                            "facets",
                            Map.of(
                                "schema",
                                Map.of(
                                    "_producer",
                                    "https://x.org",
                                    "_schemaURL",
                                    "https://x.org",
                                    "fields",
                                    List.of(Map.of("name", "thing_id", "type", "text")))))))))
        .isEqualTo(201);
    caughtUp(node);
    await().atMost(Duration.ofSeconds(30)).until(() -> followed() > 0);

    adopt(JsonMapper.shared().readValue(Files.readString(POLICY), Map.class));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(check(OTHER, document(OTHER, "1.0.1", "", "beta")).get("policySet").asInt())
                .isEqualTo(2));
  }

  @Test
  @Order(2)
  void whatAJobReadsAndNobodyDeclaredDoesNotShip() {
    String document = document(CONTRACT, "1.0.0", "", "alpha");
    assertThat(check(CONTRACT, document).get("passed").asBoolean())
        .as(check(CONTRACT, document).toString())
        .isFalse();
    JsonNode published = publish(CONTRACT, document);
    assertThat(published.at("/verdict/passed").asBoolean()).as(published.toString()).isFalse();
    assertThat(published.at("/verdict/violations/0/policy").asString()).isEqualTo("reads-declared");

    JsonNode again = recompute(0);
    assertThat(again.get("equal").asBoolean()).isTrue();
    assertThat(again.at("/basis/drift/known").asBoolean()).isTrue();
    assertThat(again.at("/basis/drift/position").asLong()).isPositive();
    assertThat(Instant.parse(again.at("/basis/drift/observedAt").asString())).isEqualTo(SEEN);
    assertThat(again.at("/basis/drift/undeclared/0/contract").asString()).isEqualTo(OTHER);
    assertThat(again.at("/basis/drift/undeclared/0/dataset/name").asString())
        .isEqualTo("beta.public.thing");
    assertThat(again.at("/basis/drift/schema/0/field").asString()).isEqualTo("thing.amount");
    assertThat(again.at("/basis/drift/schema/0/kind").asString()).isEqualTo("MISSING");
  }

  @Test
  @Order(3)
  void theDocumentAtHandCounts() {
    JsonNode published = publish(CONTRACT, document(CONTRACT, "1.0.0", OTHER, "alpha"));
    assertThat(published.at("/verdict/passed").asBoolean()).isTrue();
    JsonNode again = recompute(1);
    assertThat(again.get("equal").asBoolean()).isTrue();
    assertThat(again.at("/basis/drift/undeclared").isEmpty()).isTrue();
    assertThat(again.at("/basis/drift/unobserved").isEmpty()).isTrue();
  }

  @Test
  @Order(4)
  void aTrialKnowsWhatWasSeen() {
    assertThat(failing("drift.undeclared.size() == 0")).isZero();
    assertThat(failing("drift.state != 'observed' || drift.schema.size() == 0")).isEqualTo(1);
  }

  @Test
  @Order(5)
  void withoutTheGraphNothingPassesThatDependsOnIt() {
    String document = document(CONTRACT, "1.0.1", OTHER, "alpha") + "tags: [later]\n";
    TestEngines.kill(Store.NEO4J);
    JsonNode published = publish(CONTRACT, document);
    assertThat(published.at("/verdict/passed").asBoolean()).as(published.toString()).isFalse();
    assertThat(published.at("/verdict/violations/0/policy").asString()).isEqualTo("reads-declared");
    assertThat(published.at("/verdict/violations/0/message").asString())
        .contains("is not known", "submit it again later");

    TestEngines.start(Store.NEO4J);
    await()
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptions()
        .untilAsserted(
            () -> assertThat(check(CONTRACT, document).get("passed").asBoolean()).isTrue());
    assertThat(publish(CONTRACT, document).at("/verdict/passed").asBoolean()).isTrue();

    JsonNode then = recompute(2);
    assertThat(then.get("equal").asBoolean()).isTrue();
    assertThat(then.at("/basis/drift/known").asBoolean()).isFalse();
    assertThat(then.at("/recomputed/passed").asBoolean()).isFalse();
    JsonNode now = recompute(3);
    assertThat(now.get("equal").asBoolean()).isTrue();
    assertThat(now.at("/basis/drift/known").asBoolean()).isTrue();
  }

  private static long followed() {
    return LineageSender.count(
        node, "MATCH (p:LineagePosition) RETURN coalesce(max(p.position), 0)");
  }

  /** A contract that is stored in a table of a database. */
  private static String document(String id, String version, String upstream, String database) {
    return Documents.contract(id, version, upstream)
        + """
        servers:
          - server: production
            type: postgres
            host: db
            port: 5432
            database: %s
            schema: public
        """
            .formatted(database);
  }

  private static JsonNode check(String contract, String document) {
    return node.as("owner-test")
        .ask(
            "query($contract: ID!, $document: String!) {"
                + " checkContract(contract: $contract, document: $document) { passed policySet violations { policy severity message } } }",
            "contract",
            contract,
            "document",
            document)
        .get("checkContract");
  }

  private static JsonNode publish(String contract, String document) {
    return node.as("owner-test")
        .tell(
            "publishContractVersion",
            PUBLISH,
            "input",
            Map.of("contract", contract, "document", document));
  }

  /** The verdict on a submission of the contract, told and computed again. */
  private static JsonNode recompute(int submission) {
    return node.as("auditor")
        .ask(
            """
            query($contract: ID!, $submission: Long!) {
              recomputeVerdict(contract: $contract, submission: $submission) {
                equal recomputed { passed } basis { drift {
                  known asOf position observedAt unobserved
                  undeclared { contract since dataset { namespace name } }
                  schema { field kind promised observed dataset { name } } } } } }
            """,
            "contract",
            CONTRACT,
            "submission",
            submission)
        .get("recomputeVerdict");
  }

  private static int failing(String expression) {
    return node.as("rep-alpha")
        .ask(
            "query($policy: PolicyInput!) { whatIf(policy: $policy) { failing } }",
            "policy",
            Map.of(
                "id", "tried",
                "title", "Tried",
                "family", "OTHER",
                "scope", "CONTRACT",
                "severity", "ERROR",
                "expression", expression,
                "message", "not kept",
                "documentation", "Tried."))
        .at("/whatIf/failing")
        .asInt();
  }

  private static void adopt(Map<String, ?> change) {
    String id =
        node.as("rep-alpha")
            .tell(
                "openProposal",
                OPEN_PROPOSAL,
                "input",
                Map.of("title", "Reads", "rationale", "Readers must be known.", "change", change))
            .at("/proposal/id")
            .asString();
    node.as("rep-alpha")
        .tell(
            "startVoting",
            START_VOTING,
            "input",
            Map.of("proposal", id, "closesAt", Instant.now().plus(Duration.ofDays(2)).toString()));
    for (String domain : List.of("alpha", "beta")) {
      node.as("rep-" + domain)
          .tell("castVote", CAST_VOTE, "input", Map.of("proposal", id, "choice", "CONSENT"));
    }
    ShiftedClock.setAhead(ADOPTED);
  }
}
