package io.concordat.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who was seen to read, by lineage and by reports, and what that says of taking a version off. */
class SightingTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String CONTRACT = "alpha/things/thing";
  private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private static Node node;

  @BeforeAll
  static void start() {
    ShiftedClock.setAhead(Duration.ZERO);
    node = Node.start(Stores.fresh());
    Client governance = node.as("governance");
    SmallMesh.seat(governance, List.of("alpha", "beta"));
    SmallMesh.offer(governance, List.of("alpha/things"));
    publish("1.0.0", "/data/one", "amount");
    register("beta:board", "1.0.0", List.of());
    register("beta:model", null, List.of(Map.of("namespace", "etl", "name", "train")));
    publish("2.0.0", "/data/two", "sum");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void aReadThatIsReportedIsSeenBesideWhatIsDeclared() {
    assertThat(consumer("beta:board").at("/lastSeenAt").isNull()).isTrue();
    String at = NOW.minus(Duration.ofDays(2)).toString();

    HttpResponse<String> answer =
        report(
            "[{'consumer': 'beta:board', 'contract': '%s', 'version': '2.0.0', 'readAt': '%s'}]"
                .formatted(CONTRACT, at));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode read = consumer("beta:board").at("/reads/0");
    assertThat(read.get("version").asString()).isEqualTo("1.0.0");
    assertThat(read.at("/observedVersions/0").asString()).isEqualTo("2.0.0");
    assertThat(Instant.parse(read.get("lastSeenAt").asString())).isEqualTo(Instant.parse(at));
    report(
        "{'consumer': 'beta:board', 'contract': '%s@2.0.0', 'readAt': '%s'}"
            .formatted(CONTRACT, NOW.minus(Duration.ofDays(9))));
    JsonNode sightings = consumer("beta:board").get("sightings");
    assertThat(sightings).hasSize(1);
    assertThat(Instant.parse(sightings.at("/0/lastSeenAt").asString()))
        .isEqualTo(Instant.parse(at));
    assertThat(Instant.parse(sightings.at("/0/firstSeenAt").asString()))
        .isBefore(Instant.parse(at));
  }

  @Test
  void headersAloneTellOfARead() {
    HttpResponse<String> answer =
        send(
            request("machine-gateway")
                .header("Concordat-Consumer", "beta:notebook")
                .header("Concordat-Contract", CONTRACT + "@2.0.0")
                .POST(BodyPublishers.noBody())
                .build());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(JSON.readTree(answer.body()).at("/unregistered/0").asString())
        .as("kept, and told to be nobody's")
        .isEqualTo("beta:notebook");
    assertThat(
            contract("sightings { reader source versions consumer { id } }")
                .get("sightings")
                .toString())
        .contains(
            "{\"reader\":\"beta:notebook\",\"source\":\"REPORTED\",\"versions\":[\"2.0.0\"],\"consumer\":null}");
  }

  @Test
  void aJobThatReadsTheDatasetOfAVersionIsTheConsumerThatNamesIt() {
    LineageSender sender = new LineageSender(node.port());
    String at = NOW.minus(Duration.ofDays(3)).plusSeconds(1).toString();
    sender.send(
        LineageSender.run("train", at, List.of(LineageSender.dataset("/data/one")), List.of()));
    sender.send(
        LineageSender.run("copy", at, List.of(LineageSender.dataset("/data/one")), List.of()));
    LineageSender.caughtUp(node);

    assertThat(consumer("beta:model").get("sightings"))
        .as("before the version was published nothing was stored there")
        .isEmpty();

    String now = Instant.now().plusSeconds(60).toString();
    sender.send(
        LineageSender.run("train", now, List.of(LineageSender.dataset("/data/one")), List.of()));
    sender.send(
        LineageSender.run("copy", now, List.of(LineageSender.dataset("/data/one")), List.of()));
    LineageSender.caughtUp(node);

    JsonNode sighting = consumer("beta:model").at("/sightings/0");
    assertThat(sighting.get("source").asString()).isEqualTo("LINEAGE");
    assertThat(sighting.at("/versions/0").asString()).isEqualTo("1.0.0");
    JsonNode retirement =
        contract(
                "version(version: \"1.0.0\") { retirement { verdict lastReadAt recentDays"
                    + " findings { code reader at message } } }")
            .at("/version/retirement");
    assertThat(retirement.get("verdict").asString()).isEqualTo("UNSAFE");
    assertThat(
            retirement
                .get("findings")
                .valueStream()
                .map(each -> each.get("code").asString() + " " + each.get("reader").asString("")))
        .contains(
            "SUPPORT_PROMISED ",
            "READER_NOT_MOVED beta:board",
            "DECLARED_FOR_VERSION beta:board",
            "SEEN_READING beta:model",
            "SEEN_READING copy");
    assertThat(
            contract("version(version: \"2.0.0\") { retirement { findings { code } } }").toString())
        .contains("NO_SUCCESSOR");
  }

  @Test
  void whatCannotBeKeptIsToldAndTheRestIsKept() {
    HttpResponse<String> answer =
        report(
            "[{'consumer': 'beta:some', 'contract': '%1$s'},".formatted(CONTRACT)
                + " {'consumer': 'beta:some', 'contract': 'alpha/things/none'},"
                + " {'consumer': 'beta:some', 'contract': '%1$s', 'version': '9.0.0'},"
                    .formatted(CONTRACT)
                + " {'consumer': 'nobody', 'contract': '%1$s'},".formatted(CONTRACT)
                + " {'consumer': 'beta:some', 'contract': '%1$s', 'readAt': 'yesterday'},"
                    .formatted(CONTRACT)
                + " {'contract': '%1$s'}, 7]".formatted(CONTRACT));

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode told = JSON.readTree(answer.body());
    assertThat(told.get("accepted").asInt()).isEqualTo(1);
    assertThat(
            told.get("problems")
                .valueStream()
                .map(each ->
                    each.get("index").asInt()
                        + " "
                        + each.get("code").asString()
                        + " "
                        + each.path("path").asString("")))
        .containsExactly(
            "1 READ_CONTRACT_NOT_FOUND contract",
            "2 READ_VERSION_NOT_FOUND version",
            "3 READ_INVALID consumer",
            "4 READ_INVALID readAt",
            "5 READ_INVALID consumer",
            "6 READ_INVALID contract");
    assertThat(code(report("nonsense"))).isEqualTo("400 READS_MALFORMED");
    assertThat(code(report("'text'"))).isEqualTo("400 READS_MALFORMED");
    assertThat(code(report(""))).isEqualTo("400 READS_MALFORMED");
    assertThat(code(report("[" + " ".repeat(4_000_000) + "]"))).isEqualTo("413 READS_TOO_LARGE");
    assertThat(code(report("{'consumer': 'beta:some', 'contract': 'alpha/things/none'}")))
        .isEqualTo("422 READ_CONTRACT_NOT_FOUND");
    assertThat(send(request("viewer").POST(BodyPublishers.ofString("[]")).build()).statusCode())
        .isEqualTo(403);
  }

  private static String code(HttpResponse<String> answer) {
    return answer.statusCode()
        + " "
        + JSON.readTree(answer.body()).at("/problems/0/code").asString();
  }

  private static HttpResponse<String> report(String body) {
    return send(
        request("machine-gateway")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.replace('\'', '"')))
            .build());
  }

  private static HttpRequest.Builder request(String person) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + "/api/v1/reads"))
        .header("Authorization", "Bearer " + node.as(person).token())
        .timeout(Duration.ofSeconds(30));
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static JsonNode consumer(String id) {
    return node.as("viewer")
        .ask(
            "{ consumers(first: 50) { edges { node { id lastSeenAt jobs { name }"
                + " reads { contractId version observedVersions lastSeenAt }"
                + " sightings { reader contractId versions source firstSeenAt lastSeenAt } } } } }")
        .at("/consumers/edges")
        .valueStream()
        .map(edge -> edge.get("node"))
        .filter(consumer -> consumer.get("id").asString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static JsonNode contract(String fields) {
    return node.as("viewer")
        .ask("{ contract(id: \"" + CONTRACT + "\") { " + fields + " } }")
        .get("contract");
  }

  private static void publish(String version, String path, String amount) {
    String document =
        Documents.contract(CONTRACT, version, "").replace("name: amount", "name: " + amount)
            + "servers:\n  - server: files\n    type: local\n    path: "
            + path
            + "\n    format: parquet\n";
    assertThat(
            node.as("owner-test")
                .tell(
                    "publishContractVersion",
                    Documents.PUBLISH,
                    "input",
                    Map.of("contract", CONTRACT, "document", document))
                .at("/verdict/passed")
                .asBoolean())
        .isTrue();
  }

  private static void register(String consumer, String version, List<?> jobs) {
    Map<String, Object> read = new java.util.HashMap<>();
    read.put("contract", CONTRACT);
    read.put("fields", List.of("thing.amount"));
    read.put("version", version);
    node.as("governance")
        .tell(
            "registerConsumer",
            "mutation($input: RegisterConsumerInput!) { registerConsumer(input: $input) {"
                + " consumer { id } receipt { readable } userErrors { code message } } }",
            "input",
            Map.of(
                "id",
                consumer,
                "name",
                consumer,
                "kind",
                "DASHBOARD",
                "purpose",
                "To see.",
                "reads",
                List.of(read),
                "jobs",
                jobs));
  }
}
