package io.concordat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server on loopback that answers as the test says and remembers what it was asked. */
final class FakeServer implements AutoCloseable {

  private final HttpServer http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final List<byte[]> bytes = new CopyOnWriteArrayList<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();

  FakeServer(Function<Asked, Answer> answers) throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.setExecutor(threads);
    http.createContext("/", exchange -> answer(exchange, answers));
    http.start();
  }

  private void answer(HttpExchange exchange, Function<Asked, Answer> answers) throws IOException {
    try (exchange) {
      byte[] sent = exchange.getRequestBody().readAllBytes();
      Asked request =
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().getPath(),
              exchange.getRequestURI().getQuery(),
              exchange.getRequestHeaders().getFirst("Authorization"),
              exchange.getRequestHeaders().getFirst("Idempotency-Key"),
              new String(sent, StandardCharsets.UTF_8));
      bytes.add(sent);
      asked.add(request);
      if (request.path().equals("/graphql")) {
        problems.addAll(PublishedSchema.problems(request.body()));
      }
      Answer answer = answers.apply(request);
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      if (answer.location() != null) {
        exchange.getResponseHeaders().set("Location", answer.location());
      }
      if (answer.status() == 429 || answer.status() == 503) {
        exchange.getResponseHeaders().set("Retry-After", "0");
      }
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  String address() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** The bodies as they came. */
  List<byte[]> bytes() {
    return List.copyOf(bytes);
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
    assertThat(problems).as("what was asked fits the published schema").isEmpty();
  }

  record Asked(
      String method, String path, String query, String authorization, String key, String body) {}

  record Answer(int status, String body, String location) {

    static Answer data(String json) {
      return new Answer(200, "{\"data\":" + json + "}", null);
    }

    static Answer of(int status, String body) {
      return new Answer(status, body, null);
    }
  }
}
