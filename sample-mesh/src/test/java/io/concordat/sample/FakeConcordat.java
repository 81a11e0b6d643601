package io.concordat.sample;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service that takes everything and remembers who sent it, and that can be made to stumble. One
 * request at a time.
 */
final class FakeConcordat implements AutoCloseable {

  private static final Pattern CALL = Pattern.compile("(m\\d+): (\\w+)\\(input: \\$(i\\d+)\\)");
  private static final String PASSED = "{\"passed\": true, \"violations\": []}";

  private final JsonMapper json = JsonMapper.shared();
  private final HttpServer server;

  /** What was carried out, by idempotency key: {@code caller mutation input}. */
  final Map<String, String> carriedOut = new LinkedHashMap<>();

  /** Requests that came, refused ones too. */
  int requests;

  /** Answers to give instead of the right one, in this order: status and body. */
  final List<Map.Entry<Integer, String>> stumbles = new ArrayList<>();

  /** Tokens that are not taken. */
  final Set<String> revoked = new TreeSet<>();

  private final Map<String, String> status = new TreeMap<>();
  private final Map<String, Set<String>> votes = new TreeMap<>();
  private int tokens;

  FakeConcordat() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newSingleThreadExecutor());
    server.createContext("/oauth2/token", this::token);
    server.createContext("/graphql", this::graphql);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What was carried out under the name of somebody, as {@code mutation input}. */
  List<String> by(String caller) {
    return carriedOut.values().stream()
        .filter(act -> act.startsWith(caller + " "))
        .map(act -> act.substring(caller.length() + 1))
        .toList();
  }

  private void token(HttpExchange exchange) throws IOException {
    String header = exchange.getRequestHeaders().getFirst("Authorization").substring(6);
    String person = new String(Base64.getDecoder().decode(header), StandardCharsets.UTF_8);
    String name = person.substring(0, person.indexOf(':'));
    tokens++;
    answer(exchange, 200, "{\"access_token\": \"" + name + "!" + tokens + "\"}");
  }

  private void graphql(HttpExchange exchange) throws IOException {
    requests++;
    String token = exchange.getRequestHeaders().getFirst("Authorization").substring(7);
    if (revoked.contains(token)) {
      answer(exchange, 401, "");
      return;
    }
    JsonNode request = json.readTree(exchange.getRequestBody());
    if (!stumbles.isEmpty()) {
      Map.Entry<Integer, String> stumble = stumbles.removeFirst();
      answer(exchange, stumble.getKey(), stumble.getValue());
      return;
    }
    String caller = token.substring(0, token.indexOf('!'));
    String document = request.path("query").asString();
    JsonNode variables = request.path("variables");
    Map<String, String> data = new LinkedHashMap<>();
    Matcher call = CALL.matcher(document);
    while (call.find()) {
      data.put(call.group(1), mutate(caller, call.group(2), variables.path(call.group(3))));
    }
    if (data.isEmpty()) {
      data.putAll(query(document, variables.path("id").asString()));
    }
    answer(exchange, 200, json.writeValueAsString(Map.of("data", raw(data))));
  }

  private String mutate(String caller, String mutation, JsonNode input) {
    String key = input.path("idempotencyKey").asString();
    boolean first = carriedOut.putIfAbsent(key, caller + " " + mutation + " " + input) == null;
    return switch (mutation) {
      case "publishContractVersion" -> "{\"verdict\": " + PASSED + ", \"userErrors\": []}";
      case "openProposal" -> {
        status.putIfAbsent(key, "DISCUSSION");
        yield "{\"proposal\": {\"id\": \"" + key + "\"}, \"userErrors\": []}";
      }
      case "openIncident" -> {
        status.putIfAbsent(key, "OPEN");
        yield "{\"incident\": {\"id\": \"" + key + "\"}, \"userErrors\": []}";
      }
      case "openDataRequest" -> {
        status.putIfAbsent(key, "OPEN");
        yield "{\"dataRequest\": {\"id\": \"" + key + "\"}, \"userErrors\": []}";
      }
      default -> {
        if (first) {
          change(caller, mutation, input);
        }
        yield "{\"userErrors\": []}";
      }
    };
  }

  private void change(String caller, String mutation, JsonNode input) {
    switch (mutation) {
      case "startVoting" -> status.put(input.path("proposal").asString(), "VOTING");
      case "castVote" ->
          votes
              .computeIfAbsent(input.path("proposal").asString(), _ -> new TreeSet<>())
              .add(caller.substring("rep-".length()));
      case "acceptDataRequest" -> status.put(input.path("request").asString(), "ACCEPTED");
      case "declineDataRequest" -> status.put(input.path("request").asString(), "DECLINED");
      case "deliverDataRequest" -> status.put(input.path("request").asString(), "DELIVERED");
      case "acknowledgeIncident" -> status.put(input.path("incident").asString(), "ACKNOWLEDGED");
      case "resolveIncident" -> status.put(input.path("incident").asString(), "RESOLVED");
      default -> {}
    }
  }

  private Map<String, String> query(String document, String id) {
    String at = "\"status\": \"" + status.get(id) + "\"";
    if (document.contains("incident(")) {
      return Map.of("incident", "{" + at + "}");
    }
    if (document.contains("dataRequest(")) {
      return Map.of("dataRequest", "{" + at + "}");
    }
    if (document.contains("migration(")) {
      return Map.of(
          "migration",
          "{\"participants\": [{\"id\": \"customer:customer-360\"},"
              + " {\"id\": \"customer/segments/segment\"}]}");
    }
    String cast =
        votes.getOrDefault(id, Set.of()).stream()
            .map(domain -> "{\"domain\": {\"id\": \"" + domain + "\"}}")
            .reduce((a, b) -> a + "," + b)
            .orElse("");
    return Map.of("proposal", "{" + at + ", \"votes\": [" + cast + "]}");
  }

  private Map<String, JsonNode> raw(Map<String, String> data) {
    Map<String, JsonNode> parsed = new LinkedHashMap<>();
    data.forEach((name, text) -> parsed.put(name, json.readTree(text)));
    return parsed;
  }

  private static void answer(HttpExchange exchange, int code, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
