package io.concordat.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Sends batches until they are accepted, whatever happens to the service meanwhile. */
final class ObservationProducer {

  private static final int ACCEPTED = 202;
  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final AtomicLong again = new AtomicLong();
  private final String url;
  private volatile String token;

  /** A machine that may send observations of all products. */
  ObservationProducer(String url) throws IOException, InterruptedException {
    this.url = url;
    this.token = new Client(url, "machine-checks").token();
  }

  /** Sends a batch; when this returns it is accepted. */
  void send(byte[] body) throws IOException, InterruptedException {
    int status = attempt(body);
    while (status != ACCEPTED) {
      if (status == UNAUTHORIZED) {
        renew();
      } else if (status != 0 && status != TOO_MANY_REQUESTS && status != UNAVAILABLE) {
        throw new IOException("The answer was " + status);
      }
      again.incrementAndGet();
      Thread.sleep(PAUSE);
      status = attempt(body);
    }
  }

  /** 0 where nobody answered. */
  private int attempt(byte[] body) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/api/v1/observations"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-ndjson")
            .timeout(Duration.ofSeconds(30))
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException nobody) {
      return 0;
    }
  }

  /** The key of the built-in issuer is another after each start. */
  private void renew() throws InterruptedException {
    try {
      token = new Client(url, "machine-checks").token();
    } catch (IOException nobody) {
      Thread.sleep(PAUSE);
    }
  }

  /** How often a batch had to be sent again. */
  long again() {
    return again.get();
  }
}
