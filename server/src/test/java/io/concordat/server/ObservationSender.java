package io.concordat.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends observations to a node, and looks at what was counted of them. */
final class ObservationSender {

  static final String CONTRACT = "alpha/things/daily";
  static final String COMPLETENESS = "completeness:thing.thing_id";

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration LONG = Duration.ofSeconds(60);

  private final int port;
  private final String token;

  ObservationSender(int port, String person) {
    this.port = port;
    this.token = Client.of("http://127.0.0.1:" + port, person).token();
  }

  /** A mesh of one product with one contract, whose feed must not be older than four hours. */
  static void offer(Client governance) {
    SmallMesh.seat(governance, List.of("alpha"));
    SmallMesh.offer(governance, List.of("alpha/things"));
    governance.tell(
        "publishContractVersion",
        Documents.PUBLISH,
        "input",
        Map.of("contract", CONTRACT, "document", Documents.contract(CONTRACT, "1.0.0", "")));
  }

  static String completeness(String id, Instant at, double percent) {
    return """
    {"id": "%s", "contract": "%s", "commitment": "%s", "value": %s, "unit": "percent",\
     "observedAt": "%s"}\
    """
        .formatted(id, CONTRACT, COMPLETENESS, percent, at);
  }

  static String freshness(String id, Instant at, Duration age) {
    return """
    {"id": "%s", "contract": "%s", "commitment": "freshness", "value": %d, "unit": "s",\
     "observedAt": "%s"}\
    """
        .formatted(id, CONTRACT, age.toSeconds(), at);
  }

  HttpResponse<String> post(String body, String... headers) {
    return post(body.getBytes(StandardCharsets.UTF_8), headers);
  }

  HttpResponse<String> post(byte[] body, String... headers) {
    return postTo("/api/v1/observations", body, headers);
  }

  HttpResponse<String> postTo(String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Authorization", "Bearer " + token)
            .timeout(LONG)
            .POST(BodyPublishers.ofByteArray(body));
    for (int index = 0; index < headers.length; index += 2) {
      request.header(headers[index], headers[index + 1]);
    }
    return sent(request.build());
  }

  JsonNode lines(List<String> observations, String... headers) {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = "application/x-ndjson";
    HttpResponse<String> answer = post(String.join("\n", observations), all);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    return JSON.readTree(answer.body());
  }

  JsonNode apart() {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + "/api/v1/observations/apart"))
            .header("Authorization", "Bearer " + token)
            .GET()
            .build();
    return JSON.readTree(sent(request).body());
  }

  private static HttpResponse<String> sent(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Waits until the node, or the one that leads, has folded and saved all rows. */
  static void awaitSaved(Node node) {
    JdbcClient postgres = node.bean(JdbcClient.class);
    long head =
        postgres.sql("select max(position) from observation_batch").query(Long.class).single();
    await()
        .atMost(LONG)
        .until(() ->
            postgres
                    .sql("select coalesce(max(position), 0) from observation_fold")
                    .query(Long.class)
                    .single()
                >= head);
  }

  /** Checks that were counted of a commitment. */
  static long counted(Node node, String commitment) {
    return node.bean(JdbcClient.class)
        .sql("select coalesce(sum(passed + failed), 0) from observation_hour where commitment = ?")
        .param(commitment)
        .query(Long.class)
        .single();
  }

  /** Checks that were counted of one product's commitment. */
  static long counted(Node node, String product, String commitment) {
    return node.bean(JdbcClient.class)
        .sql(
            "select coalesce(sum(passed + failed), 0) from observation_hour"
                + " where product = ? and commitment = ?")
        .param(product)
        .param(commitment)
        .query(Long.class)
        .single();
  }

  /** Statuses of all incidents of a commitment, the latest first. */
  static List<String> incidents(Client viewer, String commitment) {
    return viewer
        .ask("{ incidents(first: 100) { edges { node { commitment status } } } }")
        .at("/incidents/edges")
        .valueStream()
        .map(edge -> edge.get("node"))
        .filter(incident -> incident.path("commitment").asString("").equals(commitment))
        .map(incident -> incident.path("status").asString(""))
        .toList();
  }
}
