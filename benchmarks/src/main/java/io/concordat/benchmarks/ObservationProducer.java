package io.concordat.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Sends batches until they are accepted, whatever happens to the service meanwhile. */
final class ObservationProducer {

  private static final int ACCEPTED = 202;
  private static final int UNAUTHORIZED = 401;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final ConcurrentLinkedDeque<KeptConnection> idle = new ConcurrentLinkedDeque<>();
  private final AtomicLong again = new AtomicLong();
  private final String url;
  private final URI address;
  private volatile String token;

  /** A machine that may send observations of all products. */
  ObservationProducer(String url) throws IOException, InterruptedException {
    this.url = url;
    this.address = URI.create(url + "/api/v1/observations");
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
  private int attempt(byte[] body) {
    KeptConnection connection = idle.poll();
    try {
      if (connection == null) {
        connection = new KeptConnection(address);
      }
      int status = connection.post(token, body);
      if (connection.isKept()) {
        idle.push(connection);
      } else {
        close(connection);
      }
      return status;
    } catch (IOException nobody) {
      close(connection);
      return 0;
    }
  }

  private static void close(@Nullable KeptConnection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (IOException _) {
        // It is of no use either way.
      }
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
