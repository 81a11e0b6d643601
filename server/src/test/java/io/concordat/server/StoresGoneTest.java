package io.concordat.server;

import static io.concordat.server.Documents.PUBLISH;
import static io.concordat.server.Documents.REGISTER_DOMAIN;
import static io.concordat.server.Documents.REGISTER_PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.concordat.localstack.TestEngines;
import io.concordat.localstack.TestEngines.Store;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A store goes away while commands come in, and comes back. */
class StoresGoneTest {

  private static final Duration LONG = Duration.ofSeconds(90);

  private static Node node;

  @BeforeAll
  static void start() {
    for (Store store : Store.values()) {
      assumeFalse(
          TestEngines.isExternal(store), "skipped: engines that were given cannot be stopped");
    }
    node = Node.start(Stores.fresh(), "--concordat.read-your-write.patience=2s");
    register("before");
  }

  @AfterAll
  static void stop() {
    if (node != null) {
      node.close();
    }
  }

  @AfterEach
  void bringBack() {
    TestEngines.startAll();
  }

  @Test
  void withoutMongoCommandsSucceedAndViewsCatchUp() {
    TestEngines.kill(Store.MONGO);
    JsonNode payload = register("mongo-gone");
    assertThat(payload.at("/receipt/position").isNull()).isFalse();
    assertThat(payload.at("/receipt/readable").asBoolean()).isFalse();
    assertThat(payload.get("domain").isNull()).isTrue();
    assertThat(health("readModels")).isEqualTo("DOWN");
    assertThat(health("eventStore")).isEqualTo("UP");
    JsonNode read = node.as("viewer").answer("{ domain(id: \"before\") { id } }");
    assertThat(read.at("/errors/0/extensions/code").asString()).isEqualTo("STORE_UNAVAILABLE");

    TestEngines.start(Store.MONGO);
    awaitDomain("mongo-gone");
    await().atMost(LONG).untilAsserted(() -> assertThat(health("readModels")).isEqualTo("UP"));
  }

  @Test
  void withoutNeo4jCommandsSucceedAndTheGraphCatchesUp() {
    registerProduct("before/things");
    TestEngines.kill(Store.NEO4J);
    JsonNode published =
        node.as("governance")
            .tell(
                "publishContractVersion",
                PUBLISH,
                "input",
                Map.of(
                    "contract",
                    "before/things/thing",
                    "document",
                    Documents.contract("before/things/thing", "1.0.0", "")));
    assertThat(published.at("/receipt/position").isNull()).isFalse();
    assertThat(published.at("/receipt/readable").asBoolean()).isFalse();
    assertThat(health("lineageGraph")).isEqualTo("DOWN");

    TestEngines.start(Store.NEO4J);
    await()
        .atMost(LONG)
        .untilAsserted(() -> {
          JsonNode lineage =
              node.as("viewer")
                  .answer(
                      "{ lineage(of: \"before/things/thing\", direction: DOWNSTREAM) {"
                          + " nodes { id } } }");
          assertThat(lineage.at("/data/lineage/nodes/0/id").asString(""))
              .isEqualTo("before/things");
        });
  }

  @Test
  void withoutPostgresNothingIsHalfDone() {
    TestEngines.kill(Store.POSTGRES);
    JsonNode answer =
        node.as("governance")
            .answer(
                REGISTER_DOMAIN,
                "input",
                Map.of(
                    "id", "postgres-gone",
                    "name", "postgres-gone",
                    "description", "A domain.",
                    "idempotencyKey", "postgres-gone-1"));
    assertThat(answer.at("/errors/0/extensions/code").asString())
        .as(answer.toString())
        .isEqualTo("STORE_UNAVAILABLE");
    assertThat(health("eventStore")).isEqualTo("DOWN");

    TestEngines.start(Store.POSTGRES);
    await()
        .atMost(LONG)
        .ignoreExceptions()
        .untilAsserted(() ->
            assertThat(
                    node.as("governance")
                        .tell(
                            "registerDomain",
                            REGISTER_DOMAIN,
                            "input",
                            Map.of(
                                "id", "postgres-gone",
                                "name", "postgres-gone",
                                "description", "A domain.",
                                "idempotencyKey", "postgres-gone-1"))
                        .get("userErrors")
                        .isEmpty())
                .isTrue());
    awaitDomain("postgres-gone");
  }

  private static void awaitDomain(String id) {
    await()
        .atMost(LONG)
        .untilAsserted(() ->
            assertThat(
                    node.as("viewer")
                        .answer("query($id: ID!) { domain(id: $id) { id } }", "id", id)
                        .at("/data/domain/id")
                        .asString(""))
                .isEqualTo(id));
  }

  private static JsonNode register(String domain) {
    return node.as("governance")
        .tell(
            "registerDomain",
            REGISTER_DOMAIN,
            "input",
            Map.of("id", domain, "name", domain, "description", "A domain."));
  }

  private static void registerProduct(String product) {
    node.as("governance")
        .tell(
            "registerDataProduct",
            REGISTER_PRODUCT,
            "input",
            Map.of(
                "id", product,
                "name", "Things",
                "description", "All things.",
                "owner", "owner-test",
                "sharePercent", 50));
  }

  private static String health(String component) {
    return JsonMapper.builder()
        .build()
        .readTree(Http.get(node.port(), "/actuator/health"))
        .at("/components/" + component + "/status")
        .asString("");
  }
}
