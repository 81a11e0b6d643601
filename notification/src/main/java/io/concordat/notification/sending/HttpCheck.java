package io.concordat.notification.sending;

import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** Asks an address for the status of its answer, as carefully as {@link HttpSender} posts. */
public final class HttpCheck implements AutoCloseable {

  private final AddressGuard guard;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("probe-watch").factory());

  /** A check that calls what the guard lets pass. */
  public HttpCheck(AddressGuard guard) {
    this.guard = guard;
  }

  /**
   * What was answered.
   *
   * @param status 0 where there was no answer
   * @param told for people; holds nothing of the address
   */
  public record Answer(int status, String told) {}

  /** Asks once, for so long at most. Redirects are answers, and not followed. */
  public Answer get(URI url, Duration timeout) {
    HttpGet get = new HttpGet(url);
    ScheduledFuture<?> end = watch.schedule(get::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
    int status = 0;
    try (CloseableHttpClient client = HttpSender.client(guard.verify(url), timeout);
        ClassicHttpResponse answer = client.executeOpen(null, get, null)) {
      status = answer.getCode();
      // The body is not read, and the connection not kept.
      get.cancel();
      return new Answer(status, "answered " + status);
    } catch (AddressGuard.AddressRefused refused) {
      return new Answer(0, String.valueOf(refused.getMessage()));
    } catch (UnknownHostException unknown) {
      return new Answer(0, "the name does not resolve");
    } catch (IOException | RuntimeException failed) {
      return status == 0
          ? new Answer(0, "no answer (" + failed.getClass().getSimpleName() + ")")
          : new Answer(status, "answered " + status);
    } finally {
      end.cancel(false);
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
