package io.concordat.sample.api;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public GraphQL API of a running service, called as the demo people of a local stack. Safe for
 * many threads. Requests that a fault of the moment kept from being answered are repeated, so
 * whoever sends a mutation gives it an idempotency key.
 */
public final class ConcordatApi implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);
  private static final int UNAUTHORISED = 401;
  private static final int OK = 200;

  /** The one password of all demo people. It protects nothing: their issuer is loopback only. */
  private static final String DEMO = "demo";

  private final URI graphql;
  private final URI issuer;
  private final Patience patience;
  private final HttpClient http;
  private final JsonMapper json = JsonMapper.shared();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();

  /**
   * Prepares to call; nothing is sent yet.
   *
   * @param base such as {@code http://127.0.0.1:8080}
   * @param patience how long a request is tried again while the service is away
   */
  public ConcordatApi(URI base, Duration patience) {
    String root = base.toString().replaceAll("/+$", "");
    this.graphql = URI.create(root + "/graphql");
    this.issuer = URI.create(root + "/oauth2/token");
    this.patience = new Patience(patience);
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
  }

  /**
   * Sends a request until it is answered and the answer is what the caller waits for.
   *
   * @param caller whose name the request is sent in
   * @param document GraphQL, with one operation
   * @param reader takes what it needs from the answer's data, or wants to try again because the
   *     read side is late
   * @throws CallFailed where it was refused, or not answered within the patience
   */
  public <T> T call(String caller, String document, Map<String, ?> variables, Reader<T> reader) {
    String body = json.writeValueAsString(Map.of("query", document, "variables", variables));
    return patience.until(() -> reader.read(data(caller, body)));
  }

  private JsonNode data(String caller, String body) throws TryAgain {
    String token = tokens.get(caller);
    if (token == null) {
      token = token(caller);
      tokens.put(caller, token);
    }
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(graphql)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json, application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(body))
                .build());
    if (answer.statusCode() == UNAUTHORISED) {
      tokens.remove(caller, token);
      // The issuer of a local stack makes its key at each start: the token may be from before.
      throw new TryAgain("The service does not take the token of " + caller);
    }
    JsonNode content = parse(answer);
    check(content.path("errors"));
    if (answer.statusCode() != OK || !content.path("data").isObject()) {
      throw new CallFailed("The service answered with status " + answer.statusCode());
    }
    return content.path("data");
  }

  private String token(String caller) throws TryAgain {
    String secret =
        Base64.getEncoder().encodeToString((caller + ":" + DEMO).getBytes(StandardCharsets.UTF_8));
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(issuer)
                .timeout(ANSWER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + secret)
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build());
    String token = answer.statusCode() == OK ? parse(answer).path("access_token").asString("") : "";
    if (token.isEmpty()) {
      throw new CallFailed(
          "%s gave no token to %s (status %d). The sample mesh can be loaded into a local stack only."
              .formatted(issuer, caller, answer.statusCode()));
    }
    return token;
  }

  private HttpResponse<String> send(HttpRequest request) throws TryAgain {
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (PASSING.contains(answer.statusCode())) {
        throw new TryAgain(request.uri() + " answered with status " + answer.statusCode());
      }
      return answer;
    } catch (IOException away) {
      throw new TryAgain(request.uri() + " cannot be reached: " + told(away), away);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new CallFailed("stopped while waiting for the service", stopped);
    }
  }

  private JsonNode parse(HttpResponse<String> answer) {
    try {
      return json.readTree(answer.body());
    } catch (JacksonException unreadable) {
      throw new CallFailed(
          answer.uri() + " answered with status " + answer.statusCode() + " and no JSON",
          unreadable);
    }
  }

  private static void check(JsonNode errors) throws TryAgain {
    if (errors.isEmpty()) {
      return;
    }
    List<String> told = errors.valueStream().map(ConcordatApi::told).toList();
    boolean passing =
        errors
            .valueStream()
            .allMatch(error -> error.path("extensions").path("retryable").asBoolean(false));
    String all = told.stream().distinct().collect(Collectors.joining("; "));
    if (passing) {
      throw new TryAgain(all);
    }
    throw new CallFailed(all);
  }

  private static String told(JsonNode error) {
    String code = error.path("extensions").path("code").asString("");
    String message = error.path("message").asString("an error without a message");
    return code.isEmpty() ? message : code + ": " + message;
  }

  private static String told(IOException away) {
    String message = away.getMessage();
    return message == null ? away.getClass().getSimpleName() : message;
  }

  @Override
  public void close() {
    http.close();
  }

  /** Takes what is needed from the data of an answer. */
  @FunctionalInterface
  public interface Reader<T> {

    /** Reads; throws where the answer does not show yet what it will. */
    T read(JsonNode data) throws TryAgain;
  }
}
