package io.concordat.server;

import static io.concordat.server.Documents.PUBLISH;
import static io.concordat.server.Documents.REGISTER_DOMAIN;
import static io.concordat.server.Documents.REGISTER_PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** What a new version of a contract meets; the steps build on each other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VersionsTest {

  private static final String CONTRACT = "alpha/things/thing";

  private static Node node;

  @BeforeAll
  static void start() {
    node = Node.start(Stores.fresh());
    Client governance = node.as("governance");
    governance.tell(
        "registerDomain",
        REGISTER_DOMAIN,
        "input",
        Map.of("id", "alpha", "name", "Alpha", "description", "A domain."));
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
    assertThat(publish(Documents.contract(CONTRACT, "1.0.0", "")).at("/version/status").asString())
        .isEqualTo("ACTIVE");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  @Order(1)
  void aCheckTellsTheChangesAndTheRightVersion() {
    JsonNode verdict =
        node.as("owner-test")
            .ask(
                """
                query($contract: ID!, $document: String!) {
                  checkContract(contract: $contract, document: $document) {
                    passed suggestedVersion changes { kind rule element path before after }
                    violations { policy path message } } }
                """,
                "contract",
                CONTRACT,
                "document",
                slower("1.0.1"))
            .get("checkContract");
    assertThat(verdict.get("passed").asBoolean()).isFalse();
    assertThat(verdict.get("suggestedVersion").asString()).isEqualTo("2.0.0");
    assertThat(verdict.at("/violations/0/policy").asString()).isEqualTo("semver");
    assertThat(verdict.at("/violations/0/message").asString()).contains("2.0.0", "sla-weakened");
    assertThat(verdict.at("/changes/0/kind").asString()).isEqualTo("BREAKING");
    assertThat(verdict.at("/changes/0/rule").asString()).isEqualTo("sla-weakened");
    assertThat(verdict.at("/changes/0/before").asString()).isEqualTo("4 h");
    assertThat(verdict.at("/changes/0/after").asString()).isEqualTo("24 h");
  }

  @Test
  @Order(2)
  void aVersionThatIsTooSmallAStepDoesNotShip() {
    JsonNode answer = publish(slower("1.1.0"));
    assertThat(answer.at("/version/status").asString()).isEqualTo("REJECTED");
    assertThat(answer.at("/verdict/violations/0/policy").asString()).isEqualTo("semver");
  }

  @Test
  @Order(3)
  void aVersionThatFitsShipsWithItsChangesAndDeprecatesTheOneBefore() {
    assertThat(publish(slower("2.0.0")).at("/version/status").asString()).isEqualTo("ACTIVE");
    JsonNode contract =
        node.as("viewer")
            .ask(
                """
                query($id: ID!) { contract(id: $id) {
                  old: version(version: "1.0.0") { status changes { rule } }
                  current { version changes { rule kind }
                    commitments { kind element threshold least most unit evaluable reason } } } }
                """,
                "id",
                CONTRACT)
            .get("contract");
    assertThat(contract.at("/old/status").asString()).isEqualTo("DEPRECATED");
    assertThat(contract.at("/old/changes").toString()).isEqualTo("[]");
    assertThat(contract.at("/current/version").asString()).isEqualTo("2.0.0");
    assertThat(contract.at("/current/changes/0/rule").asString()).isEqualTo("sla-weakened");
    JsonNode latency = contract.at("/current/commitments/2");
    assertThat(latency.get("kind").asString()).isEqualTo("FRESHNESS");
    assertThat(latency.get("most").asDouble()).isEqualTo(86_400);
    assertThat(latency.get("unit").asString()).isEqualTo("seconds");
    assertThat(latency.get("evaluable").asBoolean()).isTrue();
    assertThat(contract.at("/current/commitments/0/element").asString())
        .isEqualTo("thing.thing_id");
  }

  @Test
  @Order(4)
  void anyTwoVersionsAreCompared() {
    String compare =
        """
        query($from: String!, $to: String!) { compareVersions(contract: "%s", from: $from, to: $to) {
          from to worst suggestedVersion changes { kind path description rule } } }
        """
            .formatted(CONTRACT);
    JsonNode forth =
        node.as("viewer").ask(compare, "from", "1.0.0", "to", "2.0.0").get("compareVersions");
    assertThat(forth.get("worst").asString()).isEqualTo("BREAKING");
    assertThat(forth.get("suggestedVersion").asString()).isEqualTo("2.0.0");
    assertThat(forth.at("/changes/0/path").asString()).isEqualTo("$.slaProperties[0].value");
    JsonNode back =
        node.as("viewer").ask(compare, "from", "2.0.0", "to", "1.0.0").get("compareVersions");
    assertThat(back.get("worst").asString()).isEqualTo("ADDITIVE");
    JsonNode same =
        node.as("viewer").ask(compare, "from", "2.0.0", "to", "2.0.0").get("compareVersions");
    assertThat(same.get("worst").isNull()).isTrue();
    JsonNode unknown = node.as("viewer").answer(compare, "from", "1.0.0", "to", "9.9.9");
    assertThat(unknown.at("/errors/0/extensions/code").asString())
        .isEqualTo("CONTRACT_VERSION_NOT_FOUND");
  }

  @Test
  @Order(5)
  void whatIsServedIsNotJudgedAgainWhetherItIsCheckedOrPublished() {
    String first = Documents.contract(CONTRACT, "1.0.0", "");
    JsonNode checked =
        node.as("owner-test")
            .ask(
                """
                query($contract: ID!, $document: String!) {
                  checkContract(contract: $contract, document: $document) {
                    passed suggestedVersion violations { policy } } }
                """,
                "contract",
                CONTRACT,
                "document",
                first)
            .get("checkContract");
    JsonNode published = publish(first);
    assertThat(published.at("/version/version").asString()).isEqualTo("1.0.0");
    assertThat(published.at("/verdict/passed").asBoolean()).isTrue();
    assertThat(checked.get("passed").asBoolean()).isTrue();
    assertThat(checked.get("violations").toString())
        .isEqualTo(published.at("/verdict/violations").toString());
    assertThat(checked.get("suggestedVersion").isNull()).isTrue();
  }

  @Test
  @Order(6)
  void aPreReleaseIsNotCurrentWhereThereIsARelease() {
    assertThat(publish(slower("3.0.0-rc.1")).at("/version/status").asString()).isEqualTo("ACTIVE");
    assertThat(
            node.as("viewer")
                .ask(
                    "query($id: ID!) { contract(id: $id) { current { version } } }", "id", CONTRACT)
                .at("/contract/current/version")
                .asString())
        .isEqualTo("2.0.0");
  }

  private static String slower(String version) {
    return Documents.contract(CONTRACT, version, "").replace("value: 4\n", "value: 24\n");
  }

  private static JsonNode publish(String document) {
    return node.as("owner-test")
        .tell(
            "publishContractVersion",
            PUBLISH,
            "input",
            Map.of("contract", CONTRACT, "document", document));
  }
}
