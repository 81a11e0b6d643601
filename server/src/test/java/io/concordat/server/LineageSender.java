package io.concordat.server;

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
import java.util.List;
import java.util.Map;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends lineage events of a job to a node, and looks at what the graph makes of them. */
final class LineageSender {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration LONG = Duration.ofSeconds(90);

  private final int port;
  private final String token;

  LineageSender(int port) {
    this.port = port;
    this.token = Client.of("http://127.0.0.1:" + port, "machine-etl").token();
  }

  /** A complete run; members of a dataset are its {@code name} and its {@code facets}. */
  static String run(
      String job, String time, List<Map<String, ?>> inputs, List<Map<String, ?>> outputs) {
    return JSON.writeValueAsString(
        Map.of(
            "eventType",
            "COMPLETE",
            "eventTime",
            time,
            "producer",
            "https://x.org",
            "run",
            Map.of("runId", "run of " + time),
            "job",
            Map.of("namespace", "etl", "name", job),
            "inputs",
            inputs,
            "outputs",
            outputs));
  }

  static Map<String, Object> dataset(String name) {
    return Map.of("namespace", "file", "name", name);
  }

  HttpResponse<String> post(byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/lineage"))
            .header("Content-Type", "application/json; charset=UTF-8")
            .header("Authorization", "Bearer " + token)
            .timeout(LONG)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  int send(String event) {
    return post(event.getBytes(StandardCharsets.UTF_8)).statusCode();
  }

  /** Waits until the graph has all that was accepted. */
  static void caughtUp(Node node) {
    await()
        .atMost(LONG)
        .until(() -> {
          JsonNode follower = follower(node);
          return follower.get("running").asBoolean() && follower.get("lag").asLong() == 0;
        });
  }

  /** How many events the graph could not take. */
  static long putAside(Node node) {
    return follower(node).get("deadLetters").asLong();
  }

  private static JsonNode follower(Node node) {
    return node.as("viewer")
        .ask("{ processors { name lag running deadLetters } }")
        .get("processors")
        .valueStream()
        .filter(processor -> processor.get("name").asString().equals("observed-lineage"))
        .findFirst()
        .orElseThrow();
  }

  /** The column {@code row} of a statement's answer. */
  static List<String> rows(Node node, String statement, Map<String, Object> parameters) {
    try (Session session = node.bean(Driver.class).session()) {
      return session.run(statement, parameters).list(row -> row.get("row").asString());
    }
  }

  static long count(Node node, String statement) {
    try (Session session = node.bean(Driver.class).session()) {
      return session.run(statement).single().get(0).asLong();
    }
  }
}
