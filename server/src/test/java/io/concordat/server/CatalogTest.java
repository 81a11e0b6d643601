package io.concordat.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The catalog as somebody who looks for data uses it. */
class CatalogTest {

  private static Node node;

  @BeforeAll
  static void start() {
    ShiftedClock.setAhead(Duration.ZERO);
    node = Node.start(Stores.fresh());
    Client governance = node.as("governance");
    SmallMesh.seat(governance, List.of("alpha", "beta"));
    SmallMesh.offer(
        governance, List.of("alpha/things", "alpha/drafts", "beta/things", "beta/copies"));
    publish("alpha/things/thing", "1.0.0", "amount", "");
    publish("beta/things/thing", "1.0.0", "amount", "");
    publish("beta/copies/thing", "1.0.0", "amount", "alpha/things/thing");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void whatPassedTheGateIsFoundWithItsFacetsAndHowToReadIt() {
    JsonNode catalog =
        ask(
            "catalog(query: \"thing\", first: 10, compliance: [NOT_MEASURED]) { totalCount edges {"
                + " node { id complianceBand contracts { current { version exampleQueries {"
                + " title sql } } } } } facets { name buckets { value count } } }");

    assertThat(catalog.get("totalCount").asInt()).isEqualTo(3);
    assertThat(catalog.findValuesAsString("id")).doesNotContain("alpha/drafts");
    JsonNode card = catalog.at("/edges/0/node");
    assertThat(card.get("complianceBand").asString()).isEqualTo("NOT_MEASURED");
    assertThat(card.at("/contracts/0/current/exampleQueries").toString())
        .isEqualTo("[{\"title\":\"All of them\",\"sql\":\"select * from thing\"}]");
    assertThat(catalog.get("facets").findValuesAsString("name"))
        .containsExactly("domain", "classification", "semanticType", "standing", "compliance");
    assertThat(catalog.at("/facets/4/buckets").toString())
        .isEqualTo("[{\"value\":\"not-measured\",\"count\":3}]");
    assertThat(
            ask("catalog(first: 10, compliance: [RECOGNISED, STEADY]) { totalCount facets { name"
                    + " buckets { value } } }")
                .toString())
        .isEqualTo(
            "{\"totalCount\":0,\"facets\":[{\"name\":\"domain\",\"buckets\":[]},"
                + "{\"name\":\"classification\",\"buckets\":[]},"
                + "{\"name\":\"semanticType\",\"buckets\":[]},"
                + "{\"name\":\"standing\",\"buckets\":[]},"
                + "{\"name\":\"compliance\",\"buckets\":[]}]}");
  }

  @Test
  void similarProductsSayWhatTheyShare() {
    JsonNode similar =
        node.as("viewer")
            .ask(
                "{ dataProduct(id: \"alpha/things\") { similar { score shared product { id name } } } }")
            .at("/dataProduct/similar");

    assertThat(similar.valueStream().map(each -> each.at("/product/id").asString()))
        .containsExactly("beta/copies", "beta/things");
    assertThat(similar.at("/0/shared").toString()).isEqualTo("[\"entity-id\",\"monetary-amount\"]");
    assertThat(
            node.as("viewer")
                .answer("{ dataProduct(id: \"alpha/things\") { similar(first: 21) { score } } }")
                .at("/errors/0/extensions/code")
                .asString())
        .isEqualTo("INVALID_FIRST");
  }

  @Test
  void aDeprecatedVersionSaysUntilWhenItIsServed() {
    publish("alpha/things/thing", "2.0.0", "sum", "");

    JsonNode served =
        ask(
            "catalog(query: \"things\", domain: \"alpha\", first: 1) { edges { node { contracts {"
                + " current { version } served { version status supportedUntil } } } } }");

    JsonNode contract = served.at("/edges/0/node/contracts/0");
    assertThat(contract.at("/current/version").asString()).isEqualTo("2.0.0");
    assertThat(contract.at("/served/0/version").asString()).isEqualTo("1.0.0");
    assertThat(contract.at("/served/0/status").asString()).isEqualTo("DEPRECATED");
    assertThat(contract.at("/served/0/supportedUntil").isNull()).isFalse();
  }

  private static JsonNode ask(String catalog) {
    return node.as("viewer").ask("{ " + catalog + " }").get("catalog");
  }

  private static void publish(String contract, String version, String amount, String upstream) {
    assertThat(
            node.as("owner-test")
                .tell(
                    "publishContractVersion",
                    Documents.PUBLISH,
                    "input",
                    Map.of(
                        "contract",
                        contract,
                        "document",
                        Documents.contract(contract, version, upstream)
                            .replace("name: amount", "name: " + amount)))
                .at("/verdict/passed")
                .asBoolean())
        .isTrue();
  }
}
