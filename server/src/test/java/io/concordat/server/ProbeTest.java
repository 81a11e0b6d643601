package io.concordat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two nodes look at HTTP receivers, a database and a file, all of them real and on loopback. */
class ProbeTest {

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String CONTRACT = ObservationSender.CONTRACT;
  private static final String SET =
      "mutation($input: SetProbeInput!) { setProbe(input: $input) { probe { name }"
          + " userErrors { code } } }";
  private static final String REMOVE =
      "mutation($input: RemoveProbeInput!) { removeProbe(input: $input) { userErrors { code } } }";
  private static final String LIST =
      "{ contract(id: \"" + CONTRACT + "\") { probes { name kept told } } }";

  private final AtomicInteger fine = new AtomicInteger();
  private final AtomicInteger followed = new AtomicInteger();
  private final CountDownLatch done = new CountDownLatch(1);

  @TempDir Path directory;

  @Test
  void whatProbesSeeBecomesObservations() throws IOException {
    HttpServer receiver = receiver();
    String http = "http://127.0.0.1:" + receiver.getAddress().getPort();
    Path file = Files.writeString(directory.resolve("landed.csv"), "a");
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(9))));
    Stores stores = Stores.fresh();
    String[] more = {
      "--concordat.observations.save=100ms",
      "--concordat.probes.shortest=1s",
      "--concordat.probes.pause=50ms",
      "--concordat.probes.allowed-networks=127.0.0.0/8",
      "--concordat.probes.sources.store.url=" + stores.postgres(),
      "--concordat.probes.sources.gone.url=jdbc:postgresql://127.0.0.1:1/none",
      "--concordat.probes.sources.gone.password=hush-hush",
      "--concordat.probes.sources.theirs.url=" + stores.postgres(),
      "--concordat.probes.sources.theirs.domains=beta",
      "--concordat.probes.directories.landing.path=" + directory
    };
    try (Node node = Node.start(stores, more);
        Node other = Node.start(stores, more)) {
      Client governance = node.as("governance");
      ObservationSender.offer(governance);
      Client owner = node.as("owner-test");

      assertThat(refused(node.as("viewer"), "x", Map.of("kind", "HTTP", "url", http)))
          .containsExactly("NOT_ALLOWED");
      assertThat(refused(owner, "x", Map.of("kind", "JDBC", "source", "theirs")))
          .containsExactly("PROBE_TARGET_UNKNOWN");
      assertThat(refused(owner, "x", Map.of("kind", "FILE", "directory", "etc", "path", "passwd")))
          .containsExactly("PROBE_TARGET_UNKNOWN");
      assertThat(
              refused(
                  owner,
                  "x",
                  Map.of("kind", "JDBC", "source", "store", "query", "select 1; commit")))
          .containsExactly("INVALID_QUERY");

      set(owner, "ok", Map.of("kind", "HTTP", "url", http + "/ok"));
      set(owner, "fails", Map.of("kind", "HTTP", "url", http + "/fails"));
      set(owner, "hangs", Map.of("kind", "HTTP", "url", http + "/hangs"));
      set(owner, "moved", Map.of("kind", "HTTP", "url", http + "/moved"));
      set(owner, "private", Map.of("kind", "HTTP", "url", "http://169.254.169.254/latest"));
      set(owner, "connects", Map.of("kind", "JDBC", "source", "store"));
      set(owner, "down", Map.of("kind", "JDBC", "source", "gone"));
      set(
          owner,
          "writes",
          Map.of(
              "kind",
              "JDBC",
              "source",
              "store",
              "query",
              "with gone as (delete from probe returning 1) select true from gone"));
      set(
          owner,
          "sleeps",
          Map.of("kind", "JDBC", "source", "store", "query", "select pg_sleep(30)"));
      set(
          owner,
          "rows",
          Map.of("kind", "JDBC", "source", "store", "query", "select now()", "oldestSeconds", 60));
      set(
          owner,
          "outside",
          Map.of("kind", "FILE", "directory", "landing", "path", "../../etc/hosts"));
      set(
          owner,
          "landed",
          Map.of(
              "kind",
              "FILE",
              "directory",
              "landing",
              "path",
              "landed.csv",
              "commitment",
              "freshness"));

      set(owner, "unpromised", Map.of("kind", "JDBC", "source", "store", "commitment", "beauty"));

      await()
          .atMost(LONG)
          .untilAsserted(() ->
              assertThat(seen(governance))
                  .hasEntrySatisfying(
                      "unpromised",
                      told ->
                          assertThat(told)
                              .endsWith("not counted: OBSERVATION_COMMITMENT_UNKNOWN")));
      // A look that is still there when the next one is due says something else for a while.
      await()
          .atMost(LONG)
          .untilAsserted(() ->
              assertThat(seen(governance))
                  .containsEntry("sleeps", "false the database says 57014"));
      await()
          .atMost(LONG)
          .untilAsserted(
              () -> assertThat(seen(governance)).hasSize(13).doesNotContainValue("null"));
      Map<String, String> seen = seen(governance);
      assertThat(seen)
          .containsEntry("ok", "true answered 200")
          .containsEntry("fails", "false answered 500")
          .containsEntry("moved", "false answered 302")
          .containsEntry("private", "false the address is not a public one")
          .containsEntry("connects", "true is connected")
          .containsEntry("down", "false the database says 08001")
          .containsEntry("writes", "false the database says 25006");
      assertThat(seen.get("hangs")).startsWith("false ");
      assertThat(seen.get("rows")).startsWith("true is ");
      assertThat(seen.get("outside")).startsWith("false ");
      assertThat(seen.get("landed")).startsWith("true is 324");
      assertThat(followed).hasValue(0);

      await()
          .atMost(LONG)
          .untilAsserted(() -> {
            assertThat(ObservationSender.incidents(governance, "freshness"))
                .containsExactly("OPEN");
            assertThat(ObservationSender.incidents(governance, ObservationSender.COMPLETENESS))
                .containsExactly("OPEN");
          });

      int before = fine.get();
      Instant start = Instant.now();
      await().atMost(LONG).until(() -> fine.get() >= before + 6);
      assertThat(Duration.between(start, Instant.now()))
          .as("two nodes look as often as one")
          .isGreaterThan(Duration.ofSeconds(4));

      owner.tell("removeProbe", REMOVE, "input", Map.of("contract", CONTRACT, "name", "ok"));
      assertThat(seen(governance)).doesNotContainKey("ok");
      assertThat(
              owner.refused(
                  "removeProbe", REMOVE, "input", Map.of("contract", CONTRACT, "name", "ok")))
          .containsExactly("PROBE_NOT_FOUND");
    } finally {
      done.countDown();
      receiver.stop(0);
    }
  }

  private HttpServer receiver() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/ok",
        exchange -> {
          fine.incrementAndGet();
          answer(exchange, 200);
        });
    server.createContext("/fails", exchange -> answer(exchange, 500));
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/followed");
          answer(exchange, 302);
        });
    server.createContext(
        "/followed",
        exchange -> {
          followed.incrementAndGet();
          answer(exchange, 200);
        });
    server.createContext(
        "/hangs",
        exchange -> {
          try {
            done.await();
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    server.start();
    return server;
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static void set(Client owner, String name, Map<String, Object> target) {
    owner.tell("setProbe", SET, "input", input(name, target));
  }

  private static List<String> refused(Client client, String name, Map<String, Object> target) {
    return client.refused("setProbe", SET, "input", input(name, target));
  }

  private static Map<String, Object> input(String name, Map<String, Object> target) {
    Map<String, Object> input = new HashMap<>();
    input.put("contract", CONTRACT);
    input.put("name", name);
    input.put("commitment", ObservationSender.COMPLETENESS);
    input.put("everySeconds", 1);
    input.put("timeoutSeconds", 1);
    input.putAll(target);
    return input;
  }

  private static Map<String, String> seen(Client client) {
    Map<String, String> seen = new HashMap<>();
    for (JsonNode probe : client.ask(LIST).at("/contract/probes")) {
      String told = probe.path("told").asString("null");
      seen.put(
          probe.path("name").asString(),
          told.equals("null") ? told : probe.path("kept").asBoolean() + " " + told);
    }
    return seen;
  }
}
