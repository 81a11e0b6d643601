package io.concordat.notification.sending;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.concordat.notification.message.OutgoingMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against receivers on loopback that take, fail, hang, drip and redirect. */
@Timeout(60)
class HttpSenderTest {

  private static final List<Network> LOOPBACK = List.of(Network.of("127.0.0.0/8"));

  private final List<String> received = new CopyOnWriteArrayList<>();
  private final HttpSender sender =
      new HttpSender(new AddressGuard(LOOPBACK), Duration.ofSeconds(2));
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          received.add(
              path
                  + " "
                  + exchange.getRequestHeaders().getFirst("webhook-id")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          if (path.equals("/elsewhere")) {
            exchange.getResponseHeaders().add("Location", "/taken");
            exchange.sendResponseHeaders(307, -1);
          } else if (path.equals("/busy")) {
            exchange.getResponseHeaders().add("Retry-After", "120");
            exchange.sendResponseHeaders(429, -1);
          } else {
            exchange.sendResponseHeaders(
                path.equals("/taken") ? 204 : Integer.parseInt(path.substring(1)), -1);
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    sender.close();
    server.stop(0);
  }

  @Test
  void aMessageArrivesWithItsHeadersAndBody() {
    assertThat(send("/taken")).isEqualTo(new Outcome.Delivered(204));
    assertThat(received).containsExactly("/taken msg_1 {}");
  }

  @ParameterizedTest
  @CsvSource({"500", "404", "503"})
  void aFailureIsOneForNow(int status) {
    assertThat(send("/" + status))
        .isEqualTo(new Outcome.Failed(status, "answered " + status, null));
    assertThat(received).hasSize(1);
  }

  @Test
  void aReceiverThatIsGoneIsGone() {
    assertThat(send("/410")).isInstanceOf(Outcome.Gone.class);
  }

  @Test
  void aRedirectIsNotFollowed() {
    assertThat(send("/elsewhere")).isEqualTo(new Outcome.Failed(307, "answered 307", null));
    assertThat(received).containsExactly("/elsewhere msg_1 {}");
  }

  @Test
  void aBusyReceiverIsLeftAloneForAsLongAsItAsks() {
    assertThat(send("/busy"))
        .isEqualTo(new Outcome.Failed(429, "answered 429", Duration.ofSeconds(120)));
  }

  @Test
  void nobodyThere() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertThat(send(URI.create("http://127.0.0.1:" + port + "/")))
        .isInstanceOfSatisfying(Outcome.Failed.class, f -> assertThat(f.status()).isZero());
  }

  @Test
  void aReceiverThatHangsIsLeftInTime() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      assertLeftInTime(silent.getLocalPort());
    }
  }

  @Test
  void aReceiverThatDripsItsHeadIsLeftInTime() throws Exception {
    try (ServerSocket slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> drip(slow));
      assertLeftInTime(slow.getLocalPort());
    }
  }

  @Test
  void anAnswerWithoutEndIsNotRead() throws Exception {
    try (ServerSocket endless = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> flood(endless));
      long start = System.nanoTime();
      assertThat(send(URI.create("http://127.0.0.1:" + endless.getLocalPort() + "/")))
          .isEqualTo(new Outcome.Delivered(200));
      assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(20);
    }
  }

  @Test
  void theAddressThatWasLookedAtIsTheOneThatIsCalled() {
    AtomicInteger asked = new AtomicInteger();
    AddressGuard guard =
        new AddressGuard(
            LOOPBACK,
            host -> {
              // A name that means this machine at first, and something else from then on.
              String address = asked.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2";
              return new InetAddress[] {InetAddress.ofLiteral(address)};
            });
    try (HttpSender rebinding = new HttpSender(guard, Duration.ofSeconds(2))) {
      URI url = URI.create("http://moves.invalid:" + server.getAddress().getPort() + "/taken");
      assertThat(rebinding.send(message(url))).isEqualTo(new Outcome.Delivered(204));
    }
    assertThat(asked).hasValue(1);
  }

  @Test
  void loopbackIsNotCalledUnlessAllowed() {
    try (HttpSender strict = new HttpSender(new AddressGuard(List.of()), Duration.ofSeconds(2))) {
      assertThat(strict.send(message(at("/taken"))))
          .isInstanceOfSatisfying(Outcome.Failed.class, f -> assertThat(f.status()).isZero());
    }
    assertThat(received).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.5, 5000",
    "2, 0.5, 20000",
    "3, 0.0, 64000",
    "3, 1.0, 96000",
    "40, 0.5, 21600000"
  })
  void eachWaitIsLongerThanTheOneBeforeUpToABound(int attempts, double chance, long millis) {
    assertThat(new Backoff(Duration.ofSeconds(5)).after(attempts, chance)).hasMillis(millis);
  }

  private void assertLeftInTime(int port) {
    long start = System.nanoTime();
    assertThat(send(URI.create("http://127.0.0.1:" + port + "/")))
        .isInstanceOfSatisfying(Outcome.Failed.class, f -> assertThat(f.status()).isZero());
    assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start)).isLessThan(20);
  }

  private static void drip(ServerSocket server) {
    try (Socket client = server.accept();
        OutputStream out = client.getOutputStream()) {
      out.write("HTTP/1.1 200 OK\r\n".getBytes(US_ASCII));
      while (!Thread.interrupted()) {
        out.write("X-More: more\r\n".getBytes(US_ASCII));
        out.flush();
        TimeUnit.MILLISECONDS.sleep(300);
      }
    } catch (IOException | InterruptedException left) {
      // The sender has left, which is what the test waits for.
    }
  }

  private static void flood(ServerSocket server) {
    try (Socket client = server.accept();
        OutputStream out = client.getOutputStream()) {
      out.write("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n".getBytes(US_ASCII));
      byte[] chunk = new byte[64 * 1024];
      while (!Thread.interrupted()) {
        out.write(chunk);
      }
    } catch (IOException left) {
      // The sender has left, which is what the test waits for.
    }
  }

  private URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private Outcome send(String path) {
    return send(at(path));
  }

  private Outcome send(URI url) {
    return sender.send(message(url));
  }

  private static OutgoingMessage message(URI url) {
    return new OutgoingMessage(
        url, Map.of("webhook-id", "msg_1"), "{}".getBytes(StandardCharsets.UTF_8));
  }
}
