package io.concordat.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A demo person who talks GraphQL over HTTP; the connections are kept. */
final class Client {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;
  private final String token;

  /** Gets a token of the built-in issuer. */
  Client(String url, String person) throws IOException, InterruptedException {
    address = URI.create(url + "/graphql");
    String login =
        Base64.getEncoder().encodeToString((person + ":demo").getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(url + "/oauth2/token"))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build(),
            BodyHandlers.ofString());
    token = JSON.readTree(answer.body()).get("access_token").asString();
  }

  /** The person's token. */
  String token() {
    return token;
  }

  /**
   * Data of the answer, which is read to its end.
   *
   * @throws IllegalStateException where the answer has errors
   */
  JsonNode ask(String document, Map<String, ?> variables) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(
                BodyPublishers.ofString(
                    JSON.writeValueAsString(Map.of("query", document, "variables", variables))))
            .build();
    JsonNode answer = JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    if (answer.has("errors") || !answer.has("data")) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.get("data");
  }
}
