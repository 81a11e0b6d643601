package io.concordat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.concordat.localstack.TestEngines;
import io.concordat.localstack.TestEngines.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Lineage events over HTTP: what is taken, what is refused, and what becomes of it. */
class LineageIntakeTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration LONG = Duration.ofSeconds(90);

  /** A job that was seen long ago would end as soon as the follower is idle. */
  private static final Instant NOW = Instant.now();

  private static Node node;
  private static String machine;

  @BeforeAll
  static void start() {
    node = Node.start(Stores.fresh());
    machine = node.as("machine-etl").token();
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void anEventIsAnsweredWith201AndNoBodyAndShowsInTheGraph() {
    HttpResponse<String> answer = send(event("first", "in-1", "out-1"));
    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.body()).isEmpty();
    caughtUp();
    assertThat(pairs("out-1")).containsExactly("out-1 <- in-1");
  }

  @Test
  void aGzippedEventIsTaken() throws IOException {
    assertThat(post(gzip(event("gzip", "in-2", "out-2")), "gzip", machine).statusCode())
        .isEqualTo(201);
    caughtUp();
    assertThat(pairs("out-2")).containsExactly("out-2 <- in-2");
  }

  @Test
  void duplicatesByTheThousandAreKeptOnce() throws Exception {
    byte[] event = event("again", "in-3", "out-3").getBytes(StandardCharsets.UTF_8);
    long before = stored();
    try (var threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Integer>> sends =
          IntStream.range(0, 1_000)
              .<Callable<Integer>>mapToObj(i -> () -> post(event, null, machine).statusCode())
              .toList();
      for (var answer : threads.invokeAll(sends)) {
        assertThat(answer.get()).isEqualTo(201);
      }
    }
    assertThat(stored()).isEqualTo(before + 1);
    caughtUp();
    assertThat(pairs("out-3")).containsExactly("out-3 <- in-3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          []                                    | 400 | LINEAGE_EVENT_MALFORMED
          {} {}                                 | 400 | LINEAGE_EVENT_MALFORMED
          nonsense                              | 400 | LINEAGE_EVENT_MALFORMED
          {"producer": "p"}                     | 422 | LINEAGE_EVENT_INVALID
          {"eventTime": "x", "producer": "p"}   | 422 | LINEAGE_EVENT_INVALID
          """)
  void whatIsNoEventIsRefusedWithAReason(String body, int status, String code) {
    HttpResponse<String> answer = send(body);
    assertThat(answer.statusCode()).isEqualTo(status);
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.get("code").asString()).isEqualTo(code);
    assertThat(problem.get("message").asString()).isNotBlank();
  }

  @Test
  void anEventThatIsTooLargeIsRefusedInflatedOrNot() throws IOException {
    String large = event("large", "in", "x".repeat(51 * 1024 * 1024));
    assertThat(code(post(gzip(large), "gzip", machine))).isEqualTo("413 LINEAGE_EVENT_TOO_LARGE");
    assertThat(code(send(large))).isEqualTo("413 LINEAGE_EVENT_TOO_LARGE");
    assertThat(code(post(gzip("{}"), "br", machine))).isEqualTo("415 LINEAGE_ENCODING_UNKNOWN");
    assertThat(code(post("{}".getBytes(StandardCharsets.UTF_8), "gzip", machine)))
        .isEqualTo("400 LINEAGE_EVENT_MALFORMED");
  }

  @Test
  void aLargeEventIsTaken() {
    String query = "select ".repeat(6_000_000);
    String event =
        event("wide", "in-4", "out-4")
            .replace(
                "\"name\": \"wide\"}",
                "\"name\": \"wide\", \"facets\": {\"sql\": {\"query\": \"" + query + "\"}}}");
    assertThat(event.length()).isGreaterThan(40_000_000);
    assertThat(send(event).statusCode()).isEqualTo(201);
    caughtUp();
    assertThat(pairs("out-4")).containsExactly("out-4 <- in-4");
  }

  @Test
  void onlyWhoMaySendLineageDoes() {
    byte[] event = event("role", "in", "out").getBytes(StandardCharsets.UTF_8);
    assertThat(post(event, null, "no-token").statusCode()).isEqualTo(401);
    assertThat(post(event, null, node.as("viewer").token()).statusCode()).isEqualTo(403);
    assertThat(post(event, null, node.as("owner-x").token()).statusCode()).isEqualTo(201);
  }

  @Test
  void eventsOfTheStandardAreTakenOrRefusedAsItsSchemaSays() throws IOException {
    Path standards = standards();
    assumeTrue(
        standards != null && Files.isDirectory(standards),
        "skipped: the standards' saved events are not here");
    Set<String> refused = Set.of("event_no_run_id.json", "event_invalid_run_facet.json");
    List<Path> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(standards.resolve("openlineage/events"))) {
      found.filter(file -> file.toString().endsWith(".json")).sorted().forEach(files::add);
    }
    files.add(standards.resolve("marquez/metadata.json"));
    int taken = 0;
    for (Path file : files) {
      JsonNode read = JSON.readTree(Files.readString(file));
      for (JsonNode event : read.isArray() ? read : List.of(read)) {
        int status = send(event.toString()).statusCode();
        boolean refuse = refused.contains(String.valueOf(file.getFileName()));
        assertThat(status).as(file.toString()).isEqualTo(refuse ? 422 : 201);
        taken += status == 201 ? 1 : 0;
      }
    }
    assertThat(taken).isEqualTo(99);
    caughtUp();
    assertThat(pairs("public.orders_7_days")).isNotEmpty();
  }

  @Test
  void withoutTheGraphEventsAreTakenAndNoneIsLost() throws Exception {
    assumeFalse(
        TestEngines.isExternal(Store.NEO4J), "skipped: engines that were given cannot be stopped");
    AtomicInteger accepted = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<Void>> senders =
          IntStream.range(0, 4)
              .<Callable<Void>>mapToObj(sender ->
                  () -> {
                    for (int number = 0; number < 100; number++) {
                      String name = sender + "-" + number;
                      if (send(event("load " + name, "from " + name, "to " + name)).statusCode()
                          == 201) {
                        accepted.incrementAndGet();
                      }
                      if (sender == 0 && number == 30) {
                        TestEngines.kill(Store.NEO4J);
                      }
                    }
                    return null;
                  })
              .toList();
      for (var sender : threads.invokeAll(senders)) {
        sender.get();
      }
    } finally {
      TestEngines.startAll();
    }
    assertThat(accepted).hasValue(400);
    caughtUp();
    assertThat(
            rows(
                "MATCH (o:Dataset)-[e:DERIVES_FROM]->(i:Dataset) WHERE o.name STARTS WITH 'to '"
                    + " AND e.validTo IS NULL RETURN o.name + i.name AS row"))
        .hasSize(400)
        .doesNotHaveDuplicates();
  }

  @Test
  void whatWasObservedCanBeEmptiedAndReadAgain() {
    send(event("replayed", "in-5", "out-5"));
    caughtUp();
    node.as("operator")
        .tell(
            "resetProcessor",
            "mutation { resetProcessor(input: {name: \"observed-lineage\"}) {"
                + " processor { name } userErrors { code } } }");
    await().atMost(LONG).until(() -> pairs("out-5").isEmpty() || lag() > 0);
    caughtUp();
    assertThat(pairs("out-5")).containsExactly("out-5 <- in-5");
  }

  private static Path standards() {
    Path at = Path.of("").toAbsolutePath();
    while (at != null && !Files.isDirectory(at.resolve("shared/standards"))) {
      at = at.getParent();
    }
    return at == null ? null : at.resolve("shared/standards");
  }

  private static void caughtUp() {
    await().atMost(LONG).until(() -> lag() == 0);
  }

  private static long lag() {
    return node.as("viewer")
        .ask("{ processors { name lag running rebuilding } }")
        .get("processors")
        .valueStream()
        .filter(processor -> processor.get("name").asString().equals("observed-lineage"))
        .mapToLong(processor ->
            processor.get("running").asBoolean() && !processor.get("rebuilding").asBoolean()
                ? processor.get("lag").asLong()
                : Long.MAX_VALUE)
        .findFirst()
        .orElseThrow();
  }

  private static long stored() {
    return node.bean(JdbcClient.class)
        .sql("select count(*) from lineage_event")
        .query(Long.class)
        .single();
  }

  private static List<String> pairs(String dataset) {
    return rows(
        "MATCH (o:Dataset {name: '"
            + dataset
            + "'})-[e:DERIVES_FROM]->(i:Dataset) WHERE e.validTo IS NULL"
            + " RETURN o.name + ' <- ' + i.name AS row");
  }

  private static List<String> rows(String query) {
    try (Session session = node.bean(Driver.class).session()) {
      return session.run(query).list(row -> row.get("row").asString());
    }
  }

  private static String event(String job, String input, String output) {
    return """
    {"eventType": "COMPLETE", "eventTime": "%s", "producer": "https://x.org",
     "schemaURL": "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent",
     "run": {"runId": "0195f0a1-0000-7000-8000-000000000001"},
     "job": {"namespace": "etl", "name": "%s"},
     "inputs": [{"namespace": "file", "name": "%s"}],
     "outputs": [{"namespace": "file", "name": "%s"}]}
    """
        .formatted(NOW, job, input, output);
  }

  private static String code(HttpResponse<String> answer) {
    return answer.statusCode() + " " + JSON.readTree(answer.body()).get("code").asString();
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(out)) {
      zipped.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }

  private static HttpResponse<String> send(String body) {
    return post(body.getBytes(StandardCharsets.UTF_8), null, machine);
  }

  private static HttpResponse<String> post(byte[] body, String encoding, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + "/api/v1/lineage"))
            .header("Content-Type", "application/json; charset=UTF-8")
            .header("Authorization", "Bearer " + token)
            .timeout(LONG)
            .POST(BodyPublishers.ofByteArray(body));
    if (encoding != null) {
      request.header("Content-Encoding", encoding);
    }
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
