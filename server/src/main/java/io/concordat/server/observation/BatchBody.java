package io.concordat.server.observation;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * The body of a request, inflated, in memory that was reserved for it before it was read: no number
 * of requests takes more than the budget.
 */
final class BatchBody implements AutoCloseable {

  private static final int FIRST = 8 * 1024;

  /** Whoever announces more gets its memory as it sends. */
  private static final int MOST_AT_FIRST = 256 * 1024;

  private final Semaphore budget;
  private int reserved;
  private byte[] bytes;

  private BatchBody(Semaphore budget) {
    this.budget = budget;
    this.bytes = new byte[0];
  }

  /**
   * Reads all of it.
   *
   * @param budget bytes that all bodies may take at a time
   * @param most largest body, bytes
   * @param announced how many bytes it is said to have; negative where that is not known
   */
  static BatchBody read(InputStream in, Semaphore budget, int most, long announced)
      throws IOException {
    BatchBody body = new BatchBody(budget);
    boolean whole = false;
    try {
      body.fill(in, most, announced < 0 ? FIRST : (int) Math.min(announced + 1, MOST_AT_FIRST));
      whole = true;
      return body;
    } finally {
      if (!whole) {
        body.close();
      }
    }
  }

  private void fill(InputStream in, int most, int first) throws IOException {
    int length = 0;
    int room = first;
    while (true) {
      // One more than the most, so that a body that is larger is seen to be.
      int next = Math.min(room, most + 1);
      reserve(next - bytes.length);
      bytes = Arrays.copyOf(bytes, next);
      length += in.readNBytes(bytes, length, next - length);
      if (length > most) {
        throw new Refusal(
            Refusal.Code.OBSERVATIONS_TOO_LARGE,
            "A batch may have " + most + " bytes at most, inflated.");
      }
      if (length < next) {
        bytes = Arrays.copyOf(bytes, length);
        return;
      }
      room = 2 * next;
    }
  }

  private void reserve(int more) {
    if (!budget.tryAcquire(more)) {
      throw Refusal.overloaded();
    }
    reserved += more;
  }

  byte[] bytes() {
    return bytes;
  }

  /** SHA-256 of texts and bytes, one after the other. */
  static byte[] digest(String text, byte[] bytes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(text.getBytes(StandardCharsets.UTF_8));
      return digest.digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  /** The bytes as they are stored. */
  byte[] deflated() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(32, bytes.length / 4));
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (OutputStream deflating = new DeflaterOutputStream(out, fast, FIRST)) {
      deflating.write(bytes);
    } catch (IOException impossible) {
      throw new IllegalStateException("Memory can be written", impossible);
    } finally {
      fast.end();
    }
    return out.toByteArray();
  }

  /** Undoes {@link #deflated}. */
  static byte[] inflated(byte[] deflated) throws IOException {
    try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
      return in.readAllBytes();
    }
  }

  /** Gives the memory back. */
  @Override
  public void close() {
    bytes = new byte[0];
    budget.release(reserved);
    reserved = 0;
  }
}
