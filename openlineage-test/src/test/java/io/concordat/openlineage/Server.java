package io.concordat.openlineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.concordat.localstack.TestEngines;
import io.concordat.server.ConcordatServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service on a free port, over empty stores. */
final class Server implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ConfigurableApplicationContext context;

  private Server(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static Server start() {
    TestEngines.startAll();
    return new Server(
        new SpringApplicationBuilder(ConcordatServer.class)
            .profiles("local")
            .run(
                "--server.port=0",
                "--spring.datasource.url=" + TestEngines.postgres(),
                "--spring.datasource.username=",
                "--concordat.neo4j.uri=" + TestEngines.neo4j(),
                "--concordat.mongo.uri=" + TestEngines.mongo(),
                "--concordat.read-your-write.patience=30s"));
  }

  String url() {
    return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
  }

  /** A token of one of the local stack's people. */
  String token(String person) {
    String login =
        Base64.getEncoder().encodeToString((person + ":demo").getBytes(StandardCharsets.UTF_8));
    return send(HttpRequest.newBuilder(URI.create(url() + "/oauth2/token"))
            .header("Authorization", "Basic " + login)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString("grant_type=client_credentials")))
        .get("access_token")
        .asString();
  }

  /** What a person is answered; the test fails where the answer has errors. */
  JsonNode ask(String person, String document, Map<String, ?> variables) {
    JsonNode answer =
        send(
            HttpRequest.newBuilder(URI.create(url() + "/graphql"))
                .header("Authorization", "Bearer " + token(person))
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        JSON.writeValueAsString(
                            Map.of("query", document, "variables", variables)))));
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    return answer.get("data");
  }

  private static JsonNode send(HttpRequest.Builder request) {
    try {
      return JSON.readTree(HTTP.send(request.build(), BodyHandlers.ofString()).body());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
