package io.concordat.server.openlineage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.springframework.http.HttpStatus;

/**
 * The body of a request, inflated, in memory that was reserved for it before it was read: no number
 * of requests takes more than the budget.
 */
final class EventBody implements AutoCloseable {

  private static final int FIRST_CHUNK = 8 * 1024;
  private static final int CHUNK = 64 * 1024;

  private final Semaphore budget;
  private final List<byte[]> chunks = new ArrayList<>();
  private int reserved;
  private int lastLength;

  private EventBody(Semaphore budget) {
    this.budget = budget;
  }

  /**
   * Reads all of it.
   *
   * @param budget bytes that all bodies may take at a time
   * @param most largest body, bytes
   */
  static EventBody read(InputStream in, Semaphore budget, long most) throws IOException {
    EventBody body = new EventBody(budget);
    boolean whole = false;
    try {
      body.fill(in, most);
      whole = true;
      return body;
    } finally {
      if (!whole) {
        body.close();
      }
    }
  }

  private void fill(InputStream in, long most) throws IOException {
    long total = 0;
    while (true) {
      byte[] chunk = chunk(chunks.isEmpty() ? FIRST_CHUNK : CHUNK);
      int length = in.readNBytes(chunk, 0, chunk.length);
      total += length;
      if (total > most) {
        throw new Refusal(
            HttpStatus.CONTENT_TOO_LARGE,
            Refusal.Code.LINEAGE_EVENT_TOO_LARGE,
            "An event may have " + most + " bytes at most, inflated.",
            null);
      }
      chunks.add(chunk);
      lastLength = length;
      if (length < chunk.length) {
        return;
      }
    }
  }

  private byte[] chunk(int size) {
    if (!budget.tryAcquire(size)) {
      throw Refusal.overloaded();
    }
    reserved += size;
    return new byte[size];
  }

  /** The bytes, from the start. */
  InputStream stream() {
    List<InputStream> parts = new ArrayList<>();
    for (int index = 0; index < chunks.size(); index++) {
      parts.add(new ByteArrayInputStream(chunks.get(index), 0, length(index)));
    }
    return new SequenceInputStream(Collections.enumeration(parts));
  }

  /** SHA-256 of the bytes. */
  byte[] digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (int index = 0; index < chunks.size(); index++) {
        digest.update(chunks.get(index), 0, length(index));
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }

  /** The bytes as they are stored. */
  byte[] deflated() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(FIRST_CHUNK / 4);
    Deflater fast = new Deflater(Deflater.BEST_SPEED);
    try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, fast)) {
      for (int index = 0; index < chunks.size(); index++) {
        deflating.write(chunks.get(index), 0, length(index));
      }
    } catch (IOException impossible) {
      throw new IllegalStateException("Memory can be written", impossible);
    } finally {
      fast.end();
    }
    return out.toByteArray();
  }

  private int length(int index) {
    return index == chunks.size() - 1 ? lastLength : chunks.get(index).length;
  }

  /** Gives the memory back. */
  @Override
  public void close() {
    chunks.clear();
    budget.release(reserved);
    reserved = 0;
  }
}
