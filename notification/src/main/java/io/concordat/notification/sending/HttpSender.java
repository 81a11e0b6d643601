package io.concordat.notification.sending;

import io.concordat.notification.message.OutgoingMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Posts messages over HTTP. It connects to the addresses that the guard has looked at and to no
 * other, follows no redirect, reads nothing of an answer but its head, and gives up in time however
 * slowly the other side goes on. No proxy of the environment takes part.
 */
public final class HttpSender implements AutoCloseable {

  private final AddressGuard guard;
  private final Duration timeout;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("notification-watch").factory());

  /**
   * A sender.
   *
   * @param timeout longest time from the connection to the head of the answer
   */
  public HttpSender(AddressGuard guard, Duration timeout) {
    this.guard = guard;
    this.timeout = timeout;
  }

  /** Sends a message once. */
  public Outcome send(OutgoingMessage message) {
    try {
      return post(message, guard.verify(message.url()));
    } catch (AddressGuard.AddressRefused refused) {
      return new Outcome.Failed(0, String.valueOf(refused.getMessage()), null);
    } catch (UnknownHostException unknown) {
      return new Outcome.Failed(0, "the name does not resolve", null);
    }
  }

  private Outcome post(OutgoingMessage message, List<InetAddress> addresses) {
    HttpPost post = new HttpPost(message.url());
    message.headers().forEach(post::setHeader);
    post.setEntity(new ByteArrayEntity(message.body(), null));
    // Each read has its own timeout; this one ends an answer that comes drop by drop.
    ScheduledFuture<?> end =
        watch.schedule(post::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
    @Nullable Outcome outcome = null;
    try (CloseableHttpClient client = client(addresses, timeout);
        ClassicHttpResponse answer = client.executeOpen(null, post, null)) {
      outcome = outcome(answer);
      // The body is not read, and the connection not kept.
      post.cancel();
      return outcome;
    } catch (IOException | RuntimeException failed) {
      // Once there is an answer, the end of the connection changes nothing.
      return outcome != null
          ? outcome
          : new Outcome.Failed(0, "no answer (" + failed.getClass().getSimpleName() + ")", null);
    } finally {
      end.cancel(false);
    }
  }

  /** A client that connects to these addresses and to no other, and follows nothing. */
  static CloseableHttpClient client(List<InetAddress> addresses, Duration timeout) {
    Timeout most = Timeout.of(timeout);
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Pinned(addresses.toArray(InetAddress[]::new)))
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(most)
                        .setSocketTimeout(most)
                        .build())
                .build())
        .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(most).build())
        .setUserAgent("Concordat")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  private static Outcome outcome(ClassicHttpResponse answer) {
    int status = answer.getCode();
    if (status >= 200 && status < 300) {
      return new Outcome.Delivered(status);
    }
    if (status == 410) {
      return new Outcome.Gone(status, "the receiver wants no more");
    }
    return new Outcome.Failed(status, "answered " + status, retryAfter(answer));
  }

  /** A wait in seconds, a day at most; the form with a date is passed over. */
  private static @Nullable Duration retryAfter(ClassicHttpResponse answer) {
    Header header = answer.getFirstHeader("Retry-After");
    if (header == null || !header.getValue().matches("\\d{1,5}")) {
      return null;
    }
    return Duration.ofSeconds(Math.min(Long.parseLong(header.getValue()), 86_400));
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }

  /** Answers with what was looked at, whatever the name means by now. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Pinned(InetAddress[] addresses) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) {
      return addresses.clone();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
