package io.concordat.cli.remote;

import io.concordat.cli.host.Stop;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks one server. Every request ends in time, certificates are verified, and no redirect is
 * followed, since it would carry the token elsewhere. Safe for many threads.
 */
public final class Remote implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int OK = 200;
  private static final int UNAUTHORISED = 401;
  private static final int FORBIDDEN = 403;
  private static final Set<Integer> AWAY = Set.of(502, 503, 504);

  private final String address;
  private final @Nullable String token;
  private final Duration patience;
  private final HttpClient http;
  private final JsonMapper json = JsonMapper.shared();

  /**
   * Prepares to ask; nothing is sent yet.
   *
   * @param address without a slash at its end
   * @param token null to ask as nobody
   * @param patience how long an answer may take
   */
  public Remote(String address, @Nullable String token, Duration patience) {
    this.address = address;
    this.token = token;
    this.patience = patience;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT.compareTo(patience) < 0 ? CONNECT : patience)
            .build();
  }

  /** Where it is. */
  public String address() {
    return address;
  }

  /**
   * Asks in GraphQL.
   *
   * @param document one operation
   * @return the data of the answer
   * @throws Stop where there is no answer, or one that tells an error
   */
  public JsonNode ask(String document, Map<String, ?> variables) {
    if (token == null) {
      throw Stop.server(
          "There is no token for %s. Log in first (concordat login), or set CONCORDAT_TOKEN."
              .formatted(address));
    }
    String body = json.writeValueAsString(Map.of("query", document, "variables", variables));
    HttpResponse<String> answer =
        send(
            request("/graphql")
                .header("Content-Type", "application/json")
                .header("Accept", "application/graphql-response+json, application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(body)));
    if (answer.statusCode() == UNAUTHORISED) {
      throw Stop.server(
          "%s does not take the token: it has expired, or is of another issuer. Log in again: concordat login"
              .formatted(address));
    }
    if (answer.statusCode() == FORBIDDEN) {
      throw Stop.server(address + " does not allow this caller in.");
    }
    JsonNode content = parse(answer);
    refuse(content.path("errors"));
    if (answer.statusCode() != OK || !content.path("data").isObject()) {
      throw Stop.server(
          "%s answered with status %d and no data.".formatted(address, answer.statusCode()));
    }
    return content.path("data");
  }

  /**
   * Reads a page of JSON that needs no token.
   *
   * @param path from the root, such as {@code /actuator/health}
   * @return the content, whatever the status says
   * @throws Stop where there is no answer, or none in JSON
   */
  public JsonNode open(String path) {
    return parse(send(request(path).header("Accept", "application/json").GET()));
  }

  /**
   * Posts a form, as token endpoints (RFC 6749) take it.
   *
   * @param target an absolute address
   * @param authorization value of the header
   * @return status and content; the content is missing where it is no JSON
   */
  public Answer form(URI target, String authorization, String form) {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(target)
                .timeout(patience)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .header("Authorization", authorization)
                .POST(BodyPublishers.ofString(form)));
    try {
      return new Answer(answer.statusCode(), json.readTree(answer.body()), Answer.NOT_SAID);
    } catch (JacksonException noJson) {
      return new Answer(
          answer.statusCode(),
          tools.jackson.databind.node.MissingNode.getInstance(),
          Answer.NOT_SAID);
    }
  }

  /**
   * Sends a body to a page of the server's own, other than GraphQL, and asks as the caller.
   *
   * @param path from the root, such as {@code /api/v1/observations}
   * @param headers names and values beside the token
   * @return status and content, also where the server cannot take it at present
   * @throws Stop where there is no answer, or the caller is not let in
   */
  public Answer post(String path, Map<String, String> headers, byte[] body) {
    if (token == null) {
      throw Stop.server(
          "There is no token for %s. Log in first (concordat login), or set CONCORDAT_TOKEN."
              .formatted(address));
    }
    HttpRequest.Builder request =
        request(path)
            .header("Accept", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofByteArray(body));
    headers.forEach(request::header);
    HttpResponse<String> answer = exchange(request);
    if (answer.statusCode() == UNAUTHORISED) {
      throw Stop.server(
          "%s does not take the token: it has expired, or is of another issuer. Log in again: concordat login"
              .formatted(address));
    }
    long later =
        answer.headers().firstValue("Retry-After").map(Remote::seconds).orElse(Answer.NOT_SAID);
    try {
      return new Answer(answer.statusCode(), json.readTree(answer.body()), later);
    } catch (JacksonException noJson) {
      return new Answer(
          answer.statusCode(), tools.jackson.databind.node.MissingNode.getInstance(), later);
    }
  }

  private static long seconds(String header) {
    return header.matches("\\d{1,6}") ? Long.parseLong(header) : Answer.NOT_SAID;
  }

  /**
   * What came back.
   *
   * @param status of HTTP
   * @param later seconds after which to ask again; {@link #NOT_SAID} where the server does not say
   */
  public record Answer(int status, JsonNode content, long later) {

    /** The server does not say when to ask again. */
    public static final long NOT_SAID = -1;
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path)).timeout(patience);
  }

  private HttpResponse<String> send(HttpRequest.Builder builder) {
    HttpResponse<String> answer = exchange(builder);
    if (AWAY.contains(answer.statusCode())) {
      throw Stop.unanswered(
          "%s is not ready (status %d). Try again."
              .formatted(target(answer.request()), answer.statusCode()));
    }
    return answer;
  }

  private static String target(HttpRequest request) {
    return request.uri().getScheme() + "://" + request.uri().getAuthority();
  }

  private HttpResponse<String> exchange(HttpRequest.Builder builder) {
    HttpRequest request = builder.build();
    String target = target(request);
    try {
      HttpResponse<String> answer =
          http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      int status = answer.statusCode();
      if (status >= 300 && status < 400) {
        throw Stop.server(
            "%s answered with a redirect to %s, which is not followed. If that is the server, name it with --server."
                .formatted(target, answer.headers().firstValue("Location").orElse("nowhere")));
      }
      return answer;
    } catch (HttpConnectTimeoutException silent) {
      throw Stop.unanswered(
          "%s cannot be reached: no connection within %d s. Is the address right (--server)?"
              .formatted(target, Math.min(CONNECT.toSeconds(), patience.toSeconds())));
    } catch (HttpTimeoutException slow) {
      throw Stop.unanswered(
          "%s did not answer within %d s (--timeout).".formatted(target, patience.toSeconds()));
    } catch (ConnectException refused) {
      boolean unknown =
          refused.getCause() instanceof UnresolvedAddressException
              || refused.getCause() != null
                  && refused.getCause().getCause() instanceof UnresolvedAddressException;
      throw Stop.unanswered(
          unknown
              ? "%s cannot be reached: there is no host of this name.".formatted(target)
              : "%s cannot be reached: nothing listens there. Is the server running?"
                  .formatted(target));
    } catch (SSLException untrusted) {
      throw Stop.server(
          "The connection to %s is not safe: %s".formatted(target, untrusted.getMessage()));
    } catch (IOException broken) {
      throw Stop.unanswered(
          "The connection to %s broke: %s".formatted(target, broken.getMessage()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Stop.server("Stopped while waiting for " + target + ".");
    }
  }

  private JsonNode parse(HttpResponse<String> answer) {
    try {
      return json.readTree(answer.body());
    } catch (JacksonException noJson) {
      throw Stop.server(
          "%s answered with status %d and no JSON. Is it a Concordat server?"
              .formatted(address, answer.statusCode()));
    }
  }

  private static void refuse(JsonNode errors) {
    if (errors.isEmpty()) {
      return;
    }
    Set<String> told =
        errors.valueStream().map(Remote::told).collect(Collectors.toCollection(LinkedHashSet::new));
    String sentence = "The server says no: " + String.join("; ", told);
    boolean asked = errors.valueStream().allMatch(Remote::isOfTheQuestion);
    throw asked ? Stop.usage(sentence) : Stop.server(sentence);
  }

  /** Whether an error is about what was asked for, such as an id that nothing has. */
  private static boolean isOfTheQuestion(JsonNode error) {
    String code = error.path("extensions").path("code").asString("");
    return code.startsWith("INVALID_") || code.endsWith("_NOT_FOUND");
  }

  private static String told(JsonNode error) {
    String code = error.path("extensions").path("code").asString("");
    String message = error.path("message").asString("an error without a message");
    return code.isEmpty() ? message : code + ": " + message;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
