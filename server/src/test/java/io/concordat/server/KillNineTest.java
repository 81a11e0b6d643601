package io.concordat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.concordat.localstack.TestEngines;
import io.concordat.localstack.TestEngines.Store;
import io.concordat.localstack.engine.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The service is killed in the middle of a load of publications, just after a breaking one and
 * before its migration is opened; every acknowledged one is there afterwards, and so is the
 * migration.
 */
class KillNineTest {

  private static final int CLIENTS = 8;
  private static final int ENOUGH = 60;
  private static final String BROKEN = "alpha/things/broken";
  private static final String READER = "alpha:reader";

  @TempDir Path logs;

  @Test
  void everyAcknowledgedPublicationSurvives() throws Exception {
    Stores stores = Stores.fresh();
    int port = Ports.free(1).getFirst();
    ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    AtomicInteger next = new AtomicInteger();
    Process server =
        ServerProcess.start(
            ConcordatServer.class, stores, logs, List.of("--server.port=" + port), List.of());
    try {
      String url = "http://127.0.0.1:" + port;
      awaitReady(server, port);
      Client governance = Client.of(url, "governance");
      governance.tell(
          "registerDomain",
          Documents.REGISTER_DOMAIN,
          "input",
          Map.of("id", "alpha", "name", "Alpha", "description", "A domain."));
      governance.tell(
          "registerDataProduct",
          Documents.REGISTER_PRODUCT,
          "input",
          Map.of(
              "id", "alpha/things",
              "name", "Things",
              "description", "All things.",
              "owner", "owner-test",
              "sharePercent", 50));
      JsonNode first =
          governance.tell(
              "publishContractVersion",
              Documents.PUBLISH,
              "input",
              Map.of("contract", BROKEN, "document", Documents.contract(BROKEN, "1.0.0", "")));
      assertThat(first.at("/verdict/passed").asBoolean(false)).as(first.toString()).isTrue();
      governance.tell(
          "registerConsumer",
          "mutation($input: RegisterConsumerInput!) { registerConsumer(input: $input) {"
              + " consumer { id } userErrors { code message } } }",
          "input",
          Map.of(
              "id", READER,
              "name", "Reader",
              "kind", "DASHBOARD",
              "purpose", "To see.",
              "reads", List.of(Map.of("contract", BROKEN, "fields", List.of()))));
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int client = 0; client < CLIENTS; client++) {
          threads.submit(() -> {
            while (server.isAlive()) {
              String contract = "alpha/things/thing-" + next.incrementAndGet();
              if (publish(governance, contract, Documents.contract(contract, "1.0.0", ""))) {
                acknowledged.add(contract);
              }
            }
            return null;
          });
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= ENOUGH);
        withoutGraph();
        assertThat(publish(governance, BROKEN, slower("2.0.0"))).isTrue();
        server.destroyForcibly();
        assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
      }
    } finally {
      server.destroyForcibly();
      TestEngines.startAll();
    }
    Instant killed = Instant.now();

    try (Node node = Node.start(stores)) {
      List<String> ids = new ArrayList<>(acknowledged);
      Client viewer = node.as("viewer");
      await()
          .atMost(Duration.ofSeconds(60))
          .untilAsserted(() ->
              assertThat(
                      viewer
                          .ask("{ processors { lag } }")
                          .at("/processors")
                          .valueStream()
                          .mapToLong(processor -> processor.get("lag").asLong())
                          .sum())
                  .isZero());
      for (String id : ids) {
        JsonNode found =
            viewer.ask(
                "query($id: ID!, $subject: ID!) {"
                    + " contract(id: $id) { current { version document } }"
                    + " lineage(of: $id, direction: UPSTREAM) { nodes { id } }"
                    + " auditTrail(subject: $subject) { totalCount } }",
                "id",
                id,
                "subject",
                id);
        assertThat(found.at("/contract/current/version").asString("")).as(id).isEqualTo("1.0.0");
        assertThat(found.at("/contract/current/document").asString("")).contains("id: " + id);
        assertThat(found.at("/lineage/nodes/0/id").asString("")).isEqualTo("alpha/things");
        assertThat(found.at("/auditTrail/totalCount").asLong()).isEqualTo(1);
      }
      assertThat(ids).hasSizeGreaterThanOrEqualTo(ENOUGH);
      assertOpenedAfter(killed, viewer);
      assertThat(logs.resolve(".axoniq"))
          .as("what Axon's update checker would leave in the home folder")
          .doesNotExist();
    }
  }

  /** A migration is not opened before the graph has come past the break. */
  private static void withoutGraph() {
    if (!TestEngines.isExternal(Store.NEO4J)) {
      TestEngines.kill(Store.NEO4J);
    }
  }

  private static void assertOpenedAfter(Instant killed, Client viewer) {
    JsonNode migration =
        await()
            .atMost(Duration.ofSeconds(60))
            .until(
                () ->
                    viewer
                        .ask(
                            "query($id: ID!) { migration(id: $id) {"
                                + " successor openedAt participants { id } } }",
                            "id",
                            BROKEN + "@1.0.0")
                        .get("migration"),
                found -> !found.isNull());
    assertThat(migration.get("successor").asString()).isEqualTo("2.0.0");
    assertThat(migration.at("/participants/0/id").asString()).isEqualTo(READER);
    if (!TestEngines.isExternal(Store.NEO4J)) {
      assertThat(Instant.parse(migration.get("openedAt").asString())).isAfter(killed);
    }
  }

  /** Whether the answer came, and said that the version is published. */
  private static boolean publish(Client client, String contract, String document) {
    try {
      return client
          .answer(Documents.PUBLISH, "input", Map.of("contract", contract, "document", document))
          .at("/data/publishContractVersion/verdict/passed")
          .asBoolean(false);
    } catch (RuntimeException cutOff) {
      return false;
    }
  }

  private static String slower(String version) {
    return Documents.contract(BROKEN, version, "").replace("value: 4\n", "value: 24\n");
  }

  private static void awaitReady(Process server, int port) {
    await()
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptions()
        .until(() -> {
          assertThat(server.isAlive()).isTrue();
          // Its parts may be up before it is.
          String health = Http.get(port, "/actuator/health/readiness");
          return JsonMapper.shared().readTree(health).path("status").asString("").equals("UP");
        });
  }
}
