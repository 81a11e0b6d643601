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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A person or machine that talks GraphQL to a node, with a token of the built-in issuer. */
final class Client {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String url;
  private final String token;

  private Client(String url, String token) {
    this.url = url;
    this.token = token;
  }

  static Client of(String url, String person) {
    String login =
        Base64.getEncoder().encodeToString((person + ":demo").getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create(url + "/oauth2/token"))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return new Client(url, JSON.readTree(answer.body()).get("access_token").asString());
  }

  String token() {
    return token;
  }

  /** The answer's data; the test fails where the answer has errors. */
  JsonNode ask(String document, Object... namesAndValues) {
    JsonNode answer = answer(document, namesAndValues);
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    return answer.get("data");
  }

  /** The payload of a mutation that must not be refused. */
  JsonNode tell(String field, String document, Object... namesAndValues) {
    JsonNode payload = ask(document, namesAndValues).get(field);
    assertThat(payload.get("userErrors").isEmpty()).as(payload.toString()).isTrue();
    return payload;
  }

  /** The codes with which a mutation was refused. */
  List<String> refused(String field, String document, Object... namesAndValues) {
    return ask(document, namesAndValues)
        .get(field)
        .get("userErrors")
        .valueStream()
        .map(error -> error.get("code").asString())
        .toList();
  }

  /** The whole answer. */
  JsonNode answer(String document, Object... namesAndValues) {
    return JSON.readTree(raw(document, namesAndValues).body());
  }

  HttpResponse<String> raw(String document, Object... namesAndValues) {
    Map<String, Object> variables = new HashMap<>();
    for (int index = 0; index < namesAndValues.length; index += 2) {
      variables.put((String) namesAndValues[index], namesAndValues[index + 1]);
    }
    return send(
        HttpRequest.newBuilder(URI.create(url + "/graphql"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(60))
            .POST(
                BodyPublishers.ofString(
                    JSON.writeValueAsString(Map.of("query", document, "variables", variables))))
            .build());
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
}
