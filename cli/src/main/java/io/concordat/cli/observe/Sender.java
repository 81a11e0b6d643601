package io.concordat.cli.observe;

import io.concordat.cli.host.Stop;
import io.concordat.cli.remote.Remote;
import io.concordat.cli.remote.Remote.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Sends items in batches. The idempotency key of a batch is made of what it holds, or given with
 * its number, so that a second run sends the same keys.
 */
final class Sender {

  /** A batch is sent before it grows beyond this; the server takes 16 MB. */
  private static final int MOST_BYTES = 8_000_000;

  private static final int WORTH_DEFLATING = 64 * 1024;
  private static final long LONGEST_PAUSE = 30;
  private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

  private final Remote remote;
  private final String path;
  private final @Nullable String key;
  private final int most;
  private final int tries;
  private final Teller teller;
  private final List<Item> waiting = new ArrayList<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int batches;

  /** Who hears what the server said. */
  interface Teller {

    /** A batch was answered: counts and problems are in the receipt. */
    void receipt(JsonNode receipt, List<Item> batch);

    /** The server asks for patience, or is away. */
    void pause(String why, long seconds);
  }

  /**
   * Prepares to send.
   *
   * @param path from the root
   * @param key begins the key of each batch; null for one made of what it holds
   * @param most items of a batch
   * @param tries how often a batch is sent before it is given up
   */
  Sender(Remote remote, String path, @Nullable String key, int most, int tries, Teller teller) {
    this.remote = remote;
    this.path = path;
    this.key = key;
    this.most = most;
    this.tries = tries;
    this.teller = teller;
  }

  /** Takes one more; sends the batch when it is full. */
  void add(Item item) {
    if (body.size() + item.json().length > MOST_BYTES) {
      flush();
    }
    waiting.add(item);
    body.writeBytes(item.json());
    body.write('\n');
    if (waiting.size() == most) {
      flush();
    }
  }

  /** Sends what waits. */
  void flush() {
    if (waiting.isEmpty()) {
      return;
    }
    batches++;
    byte[] bytes = body.toByteArray();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/x-ndjson");
    headers.put("Idempotency-Key", key == null ? digest(bytes) : key + "/" + batches);
    if (bytes.length > WORTH_DEFLATING) {
      headers.put("Content-Encoding", "gzip");
      bytes = deflated(bytes);
    }
    teller.receipt(receipt(headers, bytes), List.copyOf(waiting));
    waiting.clear();
    body.reset();
  }

  private JsonNode receipt(Map<String, String> headers, byte[] bytes) {
    for (int attempt = 1; ; attempt++) {
      try {
        Answer answer = remote.post(path, headers, bytes);
        if (!PASSING.contains(answer.status())) {
          return checked(answer);
        }
        if (attempt == tries) {
          throw Stop.unanswered(
              "%s could not take batch %d after %d tries (status %d %s)."
                  .formatted(
                      remote.address(),
                      batches,
                      tries,
                      answer.status(),
                      answer.content().path("code").asString("")));
        }
        pause("status " + answer.status(), answer.later(), attempt);
      } catch (Stop stop) {
        if (!stop.passing() || attempt == tries) {
          throw stop;
        }
        pause(stop.sentence(), Answer.NOT_SAID, attempt);
      }
    }
  }

  private void pause(String why, long later, int attempt) {
    long seconds =
        Math.min(LONGEST_PAUSE, later == Answer.NOT_SAID ? 1L << Math.min(attempt, 5) : later);
    teller.pause(why, seconds);
    try {
      TimeUnit.SECONDS.sleep(seconds);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Stop.server("Stopped while waiting for " + remote.address() + ".");
    }
  }

  private JsonNode checked(Answer answer) {
    JsonNode content = answer.content();
    if (content.has("accepted")) {
      return content;
    }
    String code = content.path("code").asString("");
    String message = content.path("message").asString("");
    if (code.isEmpty()) {
      throw Stop.server(
          "%s answered batch %d with status %d. Is it a Concordat server?"
              .formatted(remote.address(), batches, answer.status()));
    }
    String sentence = "The server says no: %s: %s".formatted(code, message);
    throw answer.status() == 403 || answer.status() >= 500
        ? Stop.server(sentence)
        : Stop.usage(sentence);
  }

  private static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException("Memory can be written", impossible);
    }
    return out.toByteArray();
  }

  private static String digest(byte[] bytes) {
    try {
      return "sha256-"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
